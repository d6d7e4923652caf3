#pragma once

#include <QString>

#include <nlohmann/json.hpp>
#include <optional>

namespace app {

/// An option as it stands in a field: texts without quotes.
QString optionText(const nlohmann::ordered_json& value);

/// What was typed in the place of a value, of the same kind. Absent: it is none.
std::optional<nlohmann::ordered_json> typedOption(const nlohmann::ordered_json& before, const QString& text);

}
