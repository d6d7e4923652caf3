#pragma once

#include "engine/core/tensor.h"
#include "engine/models/fusion_model.h"

#include <map>
#include <string>

namespace engine {

// Copies across the border of LibTorch; shapes stay as they are.

torch::Tensor toTorch(const Tensor& tensor);
NamedTensors toTorch(const std::map<std::string, Tensor>& tensors);

/// @param tensor  of any type, which becomes float32, and any layout, with or without gradient.
Tensor toPlain(const torch::Tensor& tensor);
std::map<std::string, Tensor> toPlain(const NamedTensors& tensors);

}
