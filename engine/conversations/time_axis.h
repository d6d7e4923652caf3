#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace engine {

/// The metadata field that says which time the rows of a sequence have, and its value for that of the
/// conversation. Without the field, rows have the time of each participant's own file.
inline constexpr const char* kTimeAxis = "time_axis";
inline constexpr const char* kConversationAxis = "conversation";

/// @param metadata  of a sequence
inline bool isInConversationTime(const std::map<std::string, nlohmann::json>& metadata)
{
    const auto axis = metadata.find(kTimeAxis);
    return axis != metadata.end() && axis->second == kConversationAxis;
}

}
