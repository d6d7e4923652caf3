#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/tier_roles.h"
#include "engine/sequences/timed_features.h"

#include <limits>
#include <vector>

namespace engine {

/// Times of words, and the row of the words' sequence that each comes from.
struct WordTimes {
    static constexpr std::size_t kNoRow = std::numeric_limits<std::size_t>::max();

    std::vector<Interval> intervals;
    std::vector<std::size_t> rows; ///< `kNoRow`: made here
};

/// A tier of words in the order of time, as tracks and models read it.
struct WordsView {
    TimedText text;
    std::vector<SegmentId> ids;
    std::vector<std::size_t> rows; ///< of the sequence; `WordTimes::kNoRow`: made here
    std::vector<bool> timed; ///< whether each has times; otherwise it lies between its neighbours
    std::vector<double> confidence; ///< 0…1, as an aligner gave it; NaN: unknown
    std::vector<bool> doubtful; ///< somebody should listen to it
    std::vector<bool> draft; ///< the word itself was guessed

    WordTimes times() const { return {text.intervals, rows}; }
};

/// @param tier  null gives an empty view
WordsView wordsView(const Annotation& annotation, const Tier* tier);

}
