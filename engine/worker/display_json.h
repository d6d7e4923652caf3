#pragma once

#include "engine/core/display_card.h"

#include <nlohmann/json_fwd.hpp>

namespace engine {

/// {"output": …, "title": …, "axes": […], "labels": [[…], …], "scale": "share" | "gate" | "signed" |
/// "magnitude"}.
nlohmann::json toJson(const DisplayCard& card);

/// @throws FormatError (code `bad_message`) for a scale that is none, or labels that are not one list per
/// axis; nlohmann::json::exception for a missing field or one of another type.
DisplayCard displayCardFromJson(const nlohmann::json& json);

}
