#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/conversations/known_conversations.h"
#include "engine/training/data/feature_data.h"

#include <string>
#include <vector>

namespace engine {

/// What the list of a dataset says of its conversations, for the segments of the dataset.
class ListedTurns {
public:
    /// @param recipe  whose sequence of labels tells whether rows have conversation time already
    /// @throws FormatError (`conversation_invalid`).
    ListedTurns(const DatasetList& list, const SegmentRecipe& recipe);

    /// Tells whose turn of which conversation each segment is, in conversation time; nothing where a segment
    /// is of no conversation of the list.
    void tell(FoldData& fold) const;

    /// Sentences about people and episodes that are in several folds.
    /// @throws FormatError (`conversation_split`) naming a conversation that is in several folds.
    std::vector<std::string> doubtsOf(const FoldLists& folds) const;

private:
    std::string m_file; ///< of the list, for messages
    KnownConversations m_conversations;
    bool m_areInConversationTime = false;
};

}
