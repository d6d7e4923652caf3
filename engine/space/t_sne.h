#pragma once

#include "engine/space/umap.h"

namespace engine {

struct TSneOptions {
    double perplexity = 30.0; ///< about how many neighbours of a point are to stay near
    int rounds = 750; ///< of the optimisation
    unsigned seed = 1;
};

/// How many neighbours tSne() wants to be given.
inline std::size_t neighboursForTSne(const TSneOptions& options)
{
    return static_cast<std::size_t>(3 * options.perplexity);
}

/// t-distributed stochastic neighbour embedding by Barnes–Hut sums (van der Maaten, Accelerating t-SNE using
/// Tree-Based Algorithms, JMLR 15, 2014). The beginning and the rate of learning, N / 12, follow Kobak and
/// Berens, The art of using t-SNE for single-cell transcriptomics, 2019.
///
/// It runs on several processors: the same input and seed give the same output.
/// @param neighbours  neighboursForTSne() of each point; with fewer, the perplexity is a third of them.
/// @param start       N positions, as from principal components. A dimension in which all are 0 stays 0.
/// @throws Cancelled.
PointLayout tSne(const NearestNeighbours& neighbours, PointLayout start, const TSneOptions& options = {},
                 const RunContext& run = {});

}
