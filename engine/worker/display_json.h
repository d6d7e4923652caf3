#pragma once

#include "engine/core/display_card.h"

#include <nlohmann/json_fwd.hpp>

namespace engine {

/// {"output": …, "title": …, "axes": […], "labels": [[…], …], "scale": "share" | "gate" | "signed" |
/// "magnitude"}.
nlohmann::json toJson(const DisplayCard& card);

/// @throws FormatError (code `bad_message`) for an unknown scale, or labels that are not one list per axis;
/// nlohmann::json::exception for a field that is missing or of the wrong type.
DisplayCard displayCardFromJson(const nlohmann::json& json);

}
