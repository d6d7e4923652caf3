#pragma once

#include <torch/torch.h>

#include <vector>

namespace engine::blocks {

/// What the steps of one backward pass leave for the weights that they share: the gradient of a weight is one
/// product over all steps instead of one product and one sum per step.
///
/// A node of the graph lies between the weights and the steps. Each step takes its token as an input, puts
/// its own inputs and gradients in here, and passes no gradient on; LibTorch runs the node when all steps are
/// done, and the node makes the product. To LibTorch it is an ordinary differentiable function.
struct Collected : torch::CustomClassHolder {
    torch::Tensor weight; ///< N × K, detached
    std::vector<torch::Tensor> inputs; ///< per step B × K
    std::vector<torch::Tensor> gradients; ///< per step B × N
};

using CollectedPtr = c10::intrusive_ptr<Collected>;

/// Keeps what is collected for as long as the node lives, and finds it again.
inline void keep(torch::autograd::AutogradContext* context, const char* name, const CollectedPtr& collected)
{
    context->saved_data[name] = c10::IValue::make_capsule(collected);
}
inline CollectedPtr kept(torch::autograd::AutogradContext* context, const char* name)
{
    return c10::static_intrusive_pointer_cast<Collected>(context->saved_data[name].toCapsule());
}

/// Can the fast ways run on this tensor: float32, in the processor's memory, rows without gaps?
inline bool isPlain(const torch::Tensor& x)
{
    return x.is_cpu() && x.scalar_type() == torch::kFloat32;
}

/// Is a graph being recorded that this tensor is part of?
inline bool records(const torch::Tensor& x)
{
    return torch::GradMode::is_enabled() && x.requires_grad();
}

}
