#pragma once

#include "engine/numbers/nearest_neighbours.h"

#include <array>

namespace engine {

/// N points as they are laid out.
using PointLayout = std::vector<std::array<float, 3>>;

struct UmapOptions {
    std::size_t neighbours = 15; ///< of each point that are to stay near
    int rounds = 0; ///< of the optimisation; 0: 500, and 200 for more than 10 000 points
    unsigned seed = 1;
};

/// Uniform manifold approximation and projection (McInnes, Healy and Melville, arXiv:1802.03426): near points
/// become a fuzzy graph, which is laid out by attraction along its edges and repulsion from points drawn at
/// random; at least distance 0.1, spread 1.
///
/// It runs on one processor: the same input and seed give the same output.
/// @param neighbours  with at least as many for each point as the options say; only those are used.
/// @param start       N positions, as from principal components. A dimension in which all are 0 stays 0, so
///                    that flat beginnings give flat layouts.
/// @throws Cancelled.
PointLayout umap(const NearestNeighbours& neighbours, PointLayout start, const UmapOptions& options = {},
                 const RunContext& run = {});

}
