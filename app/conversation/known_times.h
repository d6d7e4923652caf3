#pragma once

#include "engine/conversations/conversation_list.h"

namespace app {

class Document;

/// Whether it is known how the recordings of a conversation lie to each other: the list or the project says
/// so, be it that they began together, or there are not two.
bool areTimesKnown(const Document& document, const engine::Conversation& conversation);

}
