#pragma once

#include <torch/torch.h>

namespace engine {

/// Unit vectors of the last batches, for a contrast with more than the batch. He et al., Momentum Contrast,
/// CVPR 2020.
///
/// @param queue   D × K, which is changed. @param vectors  B × D. @param place  of the oldest column
/// @return the place of the next call: the last columns of the queue take no more vectors than fit.
std::int64_t enqueue(torch::Tensor& queue, const torch::Tensor& vectors, std::int64_t place);

/// Moves a twin towards its module: p' ← m p' + (1 − m) p for all parameters; buffers are copied. Both have
/// parameters of the same names.
void followWithMomentum(torch::nn::Module& twin, const torch::nn::Module& module, double momentum);

/// Gives a twin the values of its module, and makes it one that no gradient reaches.
void beginAsTwin(torch::nn::Module& twin, const torch::nn::Module& module);

}
