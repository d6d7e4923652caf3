#pragma once

#include "engine/core/segment_input.h"
#include "engine/model_files/model_card.h"

#include <cstddef>

namespace engine {

/// The step that stands at place `place` when `steps` evenly spaced ones are taken of `length`; all of them,
/// in their order, when there are no more.
constexpr std::size_t takenStep(std::size_t place, std::size_t length, std::size_t steps)
{
    return length <= steps || steps == 1 ? place : (place * (length - 1) + (steps - 1) / 2) / (steps - 1);
}

/// What the input options of a card do to a single segment, so that it is seen as in training.
struct InputShape {
    std::size_t window = 0; ///< utterances of a video that are seen together; 0 or 1: each alone
    std::size_t steps = 0; ///< at most; 0: all
    bool nanIsZero = false; ///< NaN and infinity count as 0

    /// Of ModelCard::input; null there: as it is.
    static InputShape of(const ModelCard& card);

    /// @throws ShapeError (code `needs_window`) for a model of windows: the segments before are not at hand.
    void checkSegment() const;
    /// Replaces broken numbers, where they count as 0.
    void settleBrokenNumbers(SegmentInput& input) const;
    /// The steps that the model sees of a segment.
    SegmentInput shaped(const SegmentInput& input) const;
};

}
