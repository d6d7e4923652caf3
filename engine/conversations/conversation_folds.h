#pragma once

#include "engine/conversations/known_conversations.h"
#include "engine/core/finding.h"
#include "engine/core/fold_lists.h"

#include <string>
#include <vector>

namespace engine {

/// Folds whose conversations stand for all their entries: behind each `C` every `C@P` of the list, once.
FoldLists withEntries(const FoldLists& folds, const KnownConversations& conversations);

/// What is doubtful about folds: `person_in_several_folds`, with the names, for people who are known by their
/// field `person` or by name; `episode_in_several_folds`.
/// @param folds  ids of conversations, of their entries `C@P` and of segments `C@P[k]`
/// @param file   for messages
/// @throws FormatError (`conversation_split`) naming the first conversation that is in several folds.
std::vector<Finding> foldFindings(const FoldLists& folds, const KnownConversations& conversations,
                                  const std::string& file);

}
