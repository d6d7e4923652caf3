#pragma once

#include <torch/torch.h>

namespace engine {

/// The mean square error over valid steps and features: a scalar; 0 when no step is valid.
///
/// @param output, target  B × T × D
/// @param lengths  B, int64, each 0…T; undefined when every step is valid
torch::Tensor sequenceError(const torch::Tensor& output, const torch::Tensor& target,
                            const torch::Tensor& lengths);

/// Cross entropy, mean over all ids of the batch but `pad`: a scalar; 0 when there are none.
///
/// @param logits  B × T × V
/// @param ids     B × T, int64
/// @param pad     −1: every id counts
torch::Tensor tokenLoss(const torch::Tensor& logits, const torch::Tensor& ids, std::int64_t pad);

}
