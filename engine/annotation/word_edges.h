#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// New times for one word.
struct WordTimes {
    std::size_t word = 0;
    Interval interval;
    friend bool operator==(const WordTimes&, const WordTimes&) = default;
};

/// No word is made shorter than this by dragging, in seconds.
inline constexpr double kShortestWord = 0.01;

/// What moving one edge of a word to `seconds` does: where two words touch, the neighbour's edge follows.
///
/// The edge stops before the word, or its neighbour, would become shorter than `kShortestWord`, and before it
/// would enter a neighbour that it does not touch. Empty when nothing changes.
/// @param words  sorted by start, not overlapping.
std::vector<WordTimes> movedEdge(std::span<const Interval> words, std::size_t word, bool atEnd,
                                 double seconds);

}
