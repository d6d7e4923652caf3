#include "app/training/option_text.h"

#include "engine/core/json_text.h"
#include "widgets/base/scale_number.h"

namespace app {

using Json = nlohmann::ordered_json;

QString optionText(const Json& value)
{
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : engine::jsonText(value));
}

std::optional<Json> typedOption(const Json& before, const QString& text)
{
    if (const auto number = widgets::typedNumber(text); number && before.is_number()) {
        const bool isWhole
            = before.is_number_integer() && *number == static_cast<double>(std::int64_t(*number));
        return isWhole ? Json(static_cast<std::int64_t>(*number)) : Json(*number);
    }
    if (before.is_string())
        return Json(text.toStdString());
    Json typed = Json::parse(text.toStdString(), nullptr, /*allow_exceptions=*/false);
    if (!typed.is_discarded() && typed.type() != Json::value_t::null && !before.is_number())
        return typed;
    return std::nullopt;
}

}
