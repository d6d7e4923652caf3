#pragma once

#include "engine/core/segment_input.h"
#include "engine/model_files/model_card.h"

#include <cstddef>

namespace engine {

/// The step at place `place` when `steps` evenly spaced steps are taken out of `length`. When `length` is no
/// greater than `steps`, all steps are taken in their order.
constexpr std::size_t takenStep(std::size_t place, std::size_t length, std::size_t steps)
{
    return length <= steps || steps == 1 ? place : (place * (length - 1) + (steps - 1) / 2) / (steps - 1);
}

/// The input options of a card, applied to a single segment so that the model sees it as in training.
struct InputShape {
    std::size_t window = 0; ///< utterances of a video that the model sees together; 0 or 1: each alone
    std::size_t steps = 0; ///< at most; 0: all
    bool seesMedia = false; ///< pictures and sound of a recording, not only rows of features
    bool nanIsZero = false; ///< NaN and infinity count as 0

    /// The options in ModelCard::input.
    static InputShape of(const ModelCard& card);

    /// @throws ShapeError (code `needs_window`) for a model of windows, since the segments before this one
    /// are not known here; (code `needs_media`) for one that sees and hears the recording.
    void checkSegment() const;
    /// Replaces NaN and infinity by 0 when `nanIsZero` is set.
    void settleBrokenNumbers(SegmentInput& input) const;
    /// The steps that the model sees of a segment.
    SegmentInput shaped(const SegmentInput& input) const;
};

}
