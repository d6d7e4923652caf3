#pragma once

#include "engine/conversation_sources/heard_conversation.h"
#include "engine/conversations/prefixed_lines.h"

#include <vector>

namespace engine {

/// The turns of a transcript whose lines begin with names. A line without a name continues the turn before.
/// A turn begins at its time, or where the turn before ends; how long it lasts is guessed by its letters, and
/// it ends no later than the next time.
HeardConversation heardInLines(const std::vector<PrefixedLine>& lines, const std::string& id);

}
