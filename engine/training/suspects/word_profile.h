#pragma once

#include "engine/core/interval.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace engine {

/// A word and when it is spoken, in seconds from the beginning of its segment.
struct SegmentWord {
    Interval span;
    std::string text; ///< empty where the words have no text
};

/// How a moment lies among words: how long ago one began, how soon one ends, within 0.3 s, in numbers that a
/// linear map can use. Words that touch another and words beside a pause have numbers of their own.
struct WordMoment {
    static constexpr std::size_t kSteps = 6; ///< of 0.05 s, on each side of a boundary
    static constexpr std::size_t kColumns = 1 + 6 * kSteps; ///< the first: somebody speaks
    struct Part {
        std::size_t column = 0;
        double weight = 0.0; ///< 0…1
    };

    std::optional<std::size_t> word; ///< absent in a pause
    std::array<Part, 5> parts{};
    std::size_t count = 0; ///< of `parts`
};

/// @param words  in order, not overlapping. @param seconds  from the beginning of the segment
WordMoment wordMoment(std::span<const SegmentWord> words, double seconds);

/// Words that end and begin within this are joined: their boundary is one, in seconds.
inline constexpr double kJoined = 0.03;

}
