#pragma once

#include "engine/conversation_sources/heard_conversation.h"
#include "engine/conversation_sources/placed_words.h"
#include "engine/conversations/prefixed_lines.h"

#include <vector>

namespace engine {

/// The turns of a transcript whose lines begin with names. A line without a name continues the turn before.
/// Where words can be placed a turn lies where its words are said (gaps up to kBridgedGap are bridged), and
/// begins when the line says, if the line does. A turn without any such word begins at its time, or where the
/// turn before ends; how long it lasts is guessed by its letters, and it ends no later than the next known
/// time.
/// @param place  finds all words in the sound of all; null: there is no sound
/// @throws what `place` throws
HeardConversation heardInLines(const std::vector<PrefixedLine>& lines, const std::string& id,
                               const WordPlacer& place = {});

}
