#pragma once

#include "engine/explain/explanation.h"

#include <nlohmann/json.hpp>

namespace engine {

/// null: nothing is asked.
nlohmann::json toJson(const std::optional<ExplanationWish>& wish);
/// @throws nlohmann::json::exception; FormatError (code `bad_message`) for kinds that there are not.
std::optional<ExplanationWish> explanationWishFromJson(const nlohmann::json& json);

nlohmann::json toJson(const std::optional<Explanation>& explanation);
/// @param outputs  of the prediction that it explains
/// @throws nlohmann::json::exception; FormatError (code `bad_message`) when parts do not fit each other.
std::optional<Explanation> explanationFromJson(const nlohmann::json& json, std::size_t outputs);

}
