#pragma once

#include <torch/torch.h>

namespace engine {

struct TimeAttended {
    torch::Tensor attended; ///< B × D
    torch::Tensor weights; ///< B × T, 0 at padding
};

/// Softmax over the steps that are not padding. @param scores  B × T, or B × S × T for S queries of each row
/// @param lengths  B, int64; undefined when every step is valid.
torch::Tensor softmaxOverTime(torch::Tensor scores, const torch::Tensor& lengths);

/// The mean of the states, weighted by one score for each step.
///
/// @param score   D → 1, the same for all steps
/// @param states  B × T × D
TimeAttended attendOverTime(torch::nn::Linear& score, const torch::Tensor& states,
                            const torch::Tensor& lengths);

}
