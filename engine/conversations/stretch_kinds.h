#pragma once

#include "engine/conversations/turns.h"

#include <span>

namespace engine {

/// Tells for each stretch whether it is a turn, a backchannel or an attempt.
/// @param stretches  of everybody, by start, end and speaker; those of one speaker are apart
/// @param speakers   how many there are
void tellKinds(std::span<SpeechStretch> stretches, std::size_t speakers, const TurnOptions& options);

}
