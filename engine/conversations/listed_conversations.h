#pragma once

#include "engine/conversations/known_conversations.h"
#include "engine/sequences/dataset_list.h"

namespace engine {

/// The conversations that a dataset list names, else those that the ids of its media tell.
/// @throws FormatError (`conversation_invalid`) as conversationsOf().
KnownConversations listedConversations(const DatasetList& list);

}
