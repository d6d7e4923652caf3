#pragma once

#include "engine/completion/completion.h"
#include "engine/completion/frame_features.h"
#include "engine/core/run_context.h"

namespace engine {

/// Segments that a person drew in a part of recordings; the rest is to get its own.
struct DrawnTask {
    std::vector<FrameFeatures> recordings; ///< all with the same D columns and rate
    std::vector<PlacedSpan> lookedThrough; ///< where whatever has no segment is nothing
    std::vector<PlacedSpan> segments; ///< N, that a person drew, within what was looked through
    std::vector<std::size_t> categories; ///< N
    std::size_t categoryCount = 1;
    std::vector<PlacedSpan> open; ///< what is to be completed
    std::vector<std::vector<double>> edges; ///< per recording: where words begin and end, sorted
};

/// Share of the union that a suggested segment and a person's have to have in common to be the same.
inline constexpr double kSameSegment = 0.5;

/// Suggests segments with boundaries and categories: which category each moment has, nothing among them, by
/// multinomial logistic regression of its surroundings; then the likeliest chain of segments, each about as
/// long as a person's of its category are (likeliestRuns()). Where the person's boundaries lie at edges of
/// words, so do those suggested.
/// @throws Cancelled.
Completion completeDrawn(const DrawnTask& task, const RunContext& run = {});

}
