#pragma once

#include "engine/annotation/annotation.h"

#include <optional>
#include <string>
#include <vector>

/// What typing does to a tier of words, as changes. Words that are new have no times (`Timing`); they are put
/// between their neighbours, see untimed_words.h.
namespace engine {

/// Words of a text that others take the place of.
struct WordsEdit {
    TierId tier = 0;
    SegmentId after = 0; ///< the word before the place; 0: the place is the beginning
    std::vector<SegmentId> removed; ///< the words that stand at this place, in the order of time
    std::vector<std::string> texts; ///< the words that stand there from now on
    /// Where the playhead was when the first of `texts` was begun while the recording played, in ticks.
    std::optional<std::int64_t> heard;
    std::int64_t end = 0; ///< of the recording, in ticks; 0: unknown
};

/// Replaces words by others. A word keeps its segment with times and all else where its text stays, and where
/// as many words replace others; one that is cut in two by a blank is split by its letters, two that become
/// one are merged.
/// @throws Refused when the words do not stand at this place any more, or there is no room.
Change replaceWords(const Annotation& annotation, const WordsEdit& edit);

/// Puts the start of a word at a moment: from there it lasts as long as its letters let expect, or up to the
/// next timed word; a timed word before it ends there at the latest. It has times from then on.
/// @param at  ticks. @param end  end of the recording in ticks; 0: unknown
/// @throws Refused when the moment lies outside of what the timed words around it leave.
Change beginWordAt(const Annotation& annotation, SegmentId word, std::int64_t at, std::int64_t end);

/// The word that beginWordAt() is meant for at this moment: the first without times behind the last timed
/// word that begins before it. Absent: there is none before the next timed word.
std::optional<SegmentId> wordToBegin(const Annotation& annotation, TierId tier, std::int64_t at);

}
