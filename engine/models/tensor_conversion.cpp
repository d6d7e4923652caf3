#include "engine/models/tensor_conversion.h"

#include <algorithm>

namespace engine {

torch::Tensor toTorch(const Tensor& tensor)
{
    torch::Tensor result = torch::empty(tensor.shape, torch::kFloat32);
    std::ranges::copy(tensor.values, result.data_ptr<float>());
    return result;
}

NamedTensors toTorch(const std::map<std::string, Tensor>& tensors)
{
    NamedTensors result;
    for (const auto& [name, tensor] : tensors)
        result.emplace(name, toTorch(tensor));
    return result;
}

Tensor toPlain(const torch::Tensor& tensor)
{
    const torch::Tensor contiguous = tensor.detach().to(torch::kCPU, torch::kFloat32).contiguous();
    const float* const values = contiguous.data_ptr<float>();
    return {contiguous.sizes().vec(), {values, values + contiguous.numel()}};
}

std::map<std::string, Tensor> toPlain(const NamedTensors& tensors)
{
    std::map<std::string, Tensor> result;
    for (const auto& [name, tensor] : tensors)
        result.emplace(name, toPlain(tensor));
    return result;
}

}
