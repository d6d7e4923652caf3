#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace engine {

/// The centres of k groups of rows (Lloyd's algorithm), from k different rows that the seed chooses.
///
/// @param rows  N × D, N ≥ count
/// @return      count × D
torch::Tensor codebookOf(const torch::Tensor& rows, std::int64_t count, std::int64_t iterations,
                         std::uint64_t seed);

/// For each row the number of its nearest centre, the first of equally near ones.
/// @param rows  … × D; @return …, int64
torch::Tensor nearestCodes(const torch::Tensor& rows, const torch::Tensor& codebook);

}
