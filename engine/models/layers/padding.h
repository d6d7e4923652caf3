#pragma once

#include <torch/torch.h>

namespace engine {

// How sequences of different lengths share a batch: they are padded at the end, and the padding changes no
// result. `lengths` is B, int64, each 1…T; undefined when every step is valid.

/// B × T, bool: which steps are not padding. `lengths` must be defined.
torch::Tensor validSteps(const torch::Tensor& lengths, std::int64_t steps);

/// Each row's last valid step: B × T × D → B × D.
torch::Tensor lastValid(const torch::Tensor& x, const torch::Tensor& lengths);

/// The mean over each row's valid steps: sum / length, not sum / T. B × T × D → B × D; `lengths` must be
/// defined.
torch::Tensor timeAverage(const torch::Tensor& x, const torch::Tensor& lengths);

}
