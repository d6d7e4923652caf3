#include "engine/models/blocks/linear_rows.h"

#include "engine/models/blocks/linear_steps.h"

namespace engine::blocks {

namespace {

/// `layer` on the rows of x, whatever axes they are counted by.
template <class Layer>
torch::Tensor onRows(const Layer& layer, const torch::Tensor& x)
{
    std::vector<std::int64_t> shape = x.sizes().vec();
    const torch::Tensor y = layer(x.reshape({-1, shape.back()}));
    shape.back() = y.size(1);
    return y.view(shape);
}

}

torch::Tensor linearRows(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias)
{
    return onRows(LinearSteps(weight, bias), x);
}

torch::Tensor linearRows(const torch::Tensor& x, const torch::nn::Linear& layer)
{
    return onRows(LinearSteps(layer), x);
}

torch::Tensor twoLayerRows(const torch::Tensor& x, const torch::nn::Linear& first,
                           const torch::nn::Linear& second, double dropout)
{
    return onRows(TwoLayerSteps(first, second, dropout), x);
}

}
