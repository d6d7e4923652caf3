#pragma once

#include "engine/completion/completion.h"
#include "engine/completion/frame_features.h"
#include "engine/core/run_context.h"

#include <optional>

namespace engine {

/// The scale of what is to be given.
struct CompletionScale {
    double least = -3.0;
    double greatest = 3.0;
    double step = 0.0; ///< answers are rounded to it; 0: they are not

    /// How far an answer may lie from the truth to count as right: half a step, or a twelfth of the scale
    /// where that is more.
    double tolerance() const;
};

/// Segments that are there, some of them labelled.
struct SegmentTask {
    std::vector<FrameFeatures> recordings; ///< all with the same D columns
    std::vector<PlacedSpan> segments; ///< N
    std::vector<std::optional<double>> given; ///< N: the value, or the number of the category
    std::vector<bool> isWished; ///< N: whether a suggestion is wished where nothing is given
    std::size_t categories = 0; ///< 0: values on a scale
    CompletionScale scale;
};

/// Suggests values for the segments without one: of categories by multinomial logistic regression, on a scale
/// by ridge regression, both of each column's mean and deviation in the segment, reduced to principal
/// components. How strongly coefficients are held back is chosen anew within whatever is learnt from, so that
/// what is checked never had a part in it.
/// @throws Cancelled.
Completion completeSegments(const SegmentTask& task, const RunContext& run = {});

}
