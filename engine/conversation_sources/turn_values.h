#pragma once

#include "engine/conversation_sources/dataset_turns.h"
#include "engine/conversations/turns.h"

#include <string>
#include <vector>

namespace engine {

/// A value of each turn, as accommodation compares them: the median of the speaker's rows in the turn, of a
/// pitch (`f0`, `pitch`) that of voiced rows in semitones above 27.5 Hz; or `rate`, words per second.
/// @param value  `rate`, a column's name, or SEQUENCE:COLUMN
/// @param turns  conversation time
/// @return one for each turn; NaN: none
/// @throws FormatError (`unknown_signal`, `data_invalid`).
std::vector<double> turnValues(const ConversationFiles& dataset, const std::string& value,
                               const Conversation& conversation, const std::vector<SpeakingTurn>& turns);

}
