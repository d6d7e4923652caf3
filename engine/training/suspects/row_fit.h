#pragma once

#include "engine/core/run_context.h"
#include "engine/training/data/feature_data.h"

#include <span>
#include <vector>

namespace engine {

/// How well the rows of a modality follow those of the others, in each of N segments.
struct RowFit {
    int farthest = 0; ///< L, in rows
    /// N × (2L + 1): the gain at each lag k = −L…L rows, which is how much better the other modalities
    /// explain the rows k later than their mean does; about 1 where the rows belong together, and −1 where
    /// they do not.
    std::vector<double> gains;
    std::vector<bool> isKnown; ///< N: the segment has the modality, another one, and rows enough
    std::vector<double>
        exchanged; ///< N: the gain at lag 0 where the rows are those of `partners`; NaN: not known

    double at(std::size_t segment, int lag) const
    {
        return gains[segment * static_cast<std::size_t>(2 * farthest + 1)
                     + static_cast<std::size_t>(lag + farthest)];
    }
};

/// Predicts the rows of `target` from the rows of the other modalities at the same time, linearly, by what
/// was learnt of the videos of other folds. Rows are relative to their segment's mean, so that voices and
/// faces tell nothing.
/// @param rows     aligned; rows of a fixed rate where `areFrames`: then also how far a word has come
/// @param folds     N
/// @param partners  N: another segment each, whose rows are put in the place of its own; or none
/// @throws ShapeError (`row_mismatch`) unless folds and partners are as many as segments.
RowFit rowFit(const FoldData& rows, Modality target, const std::vector<std::size_t>& folds, int farthest,
              bool areFrames, std::span<const std::size_t> partners, const RunContext& run = {});

}
