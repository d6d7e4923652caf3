#pragma once

#include "engine/training/data/feature_data.h"

#include <torch/torch.h>

#include <functional>
#include <vector>

namespace engine {

/// The first rows of a modality of a segment: rows × D, float64.
/// @throws ShapeError (`row_mismatch`) where the data have no such segment, or fewer steps; so do the functions below.
torch::Tensor firstRows(const FoldData& data, Modality modality, std::size_t segment, std::size_t rows);

/// The same, relative to their mean: voices and faces tell nothing.
torch::Tensor centredRows(const FoldData& data, Modality modality, std::size_t segment, std::size_t rows);

/// Every n-th of the segments, so that a fit has not many more than 12 000 rows.
/// @param rowsOf  how many rows a segment has
std::vector<std::size_t> thinned(const std::vector<std::size_t>& segments,
                                 const std::function<std::size_t(std::size_t)>& rowsOf);

}
