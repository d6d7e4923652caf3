#pragma once

#include <torch/torch.h>

namespace engine {

// How sequences of different lengths share a batch: padded at the end, and what stands there changes nothing.

/// The state after each row's last valid step.
///
/// @param lstm     batch first, one direction, any number of layers.
/// @param x        B × T × D.
/// @param lengths  B, int64, each 1…T; undefined when every step is valid.
/// @return         B × H, of the top layer.
torch::Tensor lastState(torch::nn::LSTM& lstm, const torch::Tensor& x, const torch::Tensor& lengths);

/// The mean over each row's valid steps: sum / length, not sum / T. B × T × D → B × D; `lengths` as above,
/// but defined.
torch::Tensor timeAverage(const torch::Tensor& x, const torch::Tensor& lengths);

}
