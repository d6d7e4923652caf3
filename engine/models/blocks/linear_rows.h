#pragma once

#include <torch/torch.h>

namespace engine::blocks {

// Linear layers applied once, to tensors of any number of axes: … × K → … × N. They use the same products as
// LinearSteps.

torch::Tensor linearRows(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias);
torch::Tensor linearRows(const torch::Tensor& x, const torch::nn::Linear& layer);

/// Two layers with a ReLU and a dropout between.
torch::Tensor twoLayerRows(const torch::Tensor& x, const torch::nn::Linear& first,
                           const torch::nn::Linear& second, double dropout);

}
