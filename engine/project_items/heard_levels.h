#pragma once

#include "engine/annotation/annotation.h"

#include <map>
#include <optional>
#include <string>

/// How loud a person lets the participants of a conversation be: kept with the window's layout, for it
/// changes nothing of the conversation, and no step of undo takes it back.
namespace engine {

inline constexpr auto kHeardItems = "layout";

/// What is set for one participant.
struct HeardLevel {
    double gain = 1.0; ///< 0…1
    bool isMuted = false;
    bool isSolo = false; ///< only those with solo are heard

    friend bool operator==(const HeardLevel&, const HeardLevel&) = default;
};

using HeardLevels = std::map<std::string, HeardLevel>; ///< by the participant's id; others are as at first

Item heardLevelsItem(const std::string& conversation, const HeardLevels& levels);

/// What the project has; what cannot be read counts as not set. Absent: nobody set anything.
std::optional<HeardLevels> heardLevels(const Annotation& annotation, const std::string& conversation);

}
