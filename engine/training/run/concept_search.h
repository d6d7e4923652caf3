#pragma once

#include "engine/core/run_context.h"
#include "engine/explain/concepts.h"
#include "engine/training/run/scorer.h"

#include <cstddef>
#include <vector>

namespace engine {

struct ConceptWish {
    std::size_t output = 0;
    SparseCodeSettings settings;
    std::size_t together = 64; ///< segments that are read and asked about at once
};

/// Codes what a model makes of segments in its fusion layer. The code is learnt from the segments of the
/// model's training; where none of them is, from all. This header needs no LibTorch header.
/// @param isLearnt  of each segment, N: whether the model learnt from it
/// @param read      gives segments by their places, 0 ≤ place < N
/// @throws FormatError (`no_fusion_layer`) where no layer of the model sums up to its prediction; as
/// prepareFor(); Cancelled.
Concepts conceptsOf(const Scorer& scorer, const std::vector<bool>& isLearnt, const Scorer::ReadSegments& read,
                    const ConceptWish& wish, const RunContext& run = {});

}
