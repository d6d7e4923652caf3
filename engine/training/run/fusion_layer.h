#pragma once

#include "engine/core/run_context.h"
#include "engine/explain/sparse_code.h"
#include "engine/training/run/scorer.h"

#include <cstddef>
#include <string>
#include <vector>

namespace engine {

/// What N segments are to a model where it has fused their modalities (fusionActivations()).
struct FusionLayer {
    std::string name; ///< of its weights: `decision.weight`
    VectorRows values; ///< N × H
    std::vector<double> readout; ///< H: by how much the prediction changes with each value
    std::vector<std::string> ids; ///< N
    std::vector<double> predictions; ///< N, in the units of the label or as probabilities
};

/// @param segments  N
/// @param read      gives segments by their places, 0 ≤ place < N
/// @param output    of the model
/// @param together  how many are read and asked about at once
/// @throws FormatError (`no_fusion_layer`) where no layer of the model sums up to its prediction; as
/// prepareFor(); Cancelled. This header needs no LibTorch header.
FusionLayer fusionLayerOf(const Scorer& scorer, std::size_t segments, const Scorer::ReadSegments& read,
                          std::size_t output, std::size_t together, const RunContext& run = {});

}
