#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace engine {

/// Rows for a learner that is not linear: cosines of random directions (random Fourier features, Rahimi and
/// Recht, NeurIPS 2007), of which a ridge regression is a smooth function of all rows. Who chooses labels by
/// a linear model is judged by this one.
/// @param rows  N × D, float64
/// @return      N × 128
torch::Tensor curvedRows(const torch::Tensor& rows, std::uint64_t seed);

}
