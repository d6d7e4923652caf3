#pragma once

#include <torch/torch.h>

#include <vector>

namespace engine::blocks {

/// What the steps of one backward pass collect for a weight that they share. So the gradient of the weight is
/// one product over all steps instead of one product and one sum per step (measured in linear_steps.h and
/// cell_bank.h).
///
/// A node of the graph lies between the weights and the steps. Each step takes the node's token as an input,
/// stores its own inputs and gradients here, and passes no gradient on. LibTorch runs the node when all steps
/// are done, and the node computes the product. To LibTorch it is an ordinary differentiable function.
struct Collected : torch::CustomClassHolder {
    torch::Tensor weight; ///< N × K, detached
    std::vector<torch::Tensor> inputs; ///< per step B × K
    std::vector<torch::Tensor> gradients; ///< per step B × N
};

using CollectedPtr = c10::intrusive_ptr<Collected>;

/// keep() stores the collection in the context for as long as the node lives; kept() finds it again.
inline void keep(torch::autograd::AutogradContext* context, const char* name, const CollectedPtr& collected)
{
    context->saved_data[name] = c10::IValue::make_capsule(collected);
}
inline CollectedPtr kept(torch::autograd::AutogradContext* context, const char* name)
{
    return c10::static_intrusive_pointer_cast<Collected>(context->saved_data[name].toCapsule());
}

/// Whether the fast paths can run on this tensor: it is float32 and in the CPU's memory.
inline bool isPlain(const torch::Tensor& x)
{
    return x.is_cpu() && x.scalar_type() == torch::kFloat32;
}

/// Whether LibTorch is recording a graph that contains this tensor.
inline bool records(const torch::Tensor& x)
{
    return torch::GradMode::is_enabled() && x.requires_grad();
}

}
