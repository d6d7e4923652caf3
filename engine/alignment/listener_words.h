#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/conversations/known_conversations.h"
#include "engine/sequences/csd_file.h"

namespace engine {

/// What rows of one video are made of.
struct RowWords {
    std::vector<Interval> intervals; ///< seconds of the video, by start; none overlaps another
    std::vector<std::string> texts; ///< as many, or none
    ElementType type = ElementType::Float64; ///< of the times
};

/// The words that rows are made of: those of the video, or, of who listens, those of who speaks.
class ListenerWords {
public:
    /// @param words  must live on
    /// @throws FormatError (`conversation_invalid`) for a recipe of listeners.
    ListenerWords(const DatasetList& list, const CsdFile& words, const SegmentRecipe& recipe);

    /// Of a participant `C@P` of a recipe of listeners: the words of the others, in P's own time and without
    /// texts, since nobody says them in P's recording; a word that overlaps one before is left out. Of any
    /// other video its own words.
    RowWords of(const std::string& video) const;

private:
    const CsdFile& m_words;
    KnownConversations m_conversations; ///< none: everybody has their own words
    bool m_areInConversationTime = false;
};

}
