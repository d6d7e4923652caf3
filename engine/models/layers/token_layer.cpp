#include "engine/models/layers/token_layer.h"

#include "engine/models/blocks/linear_rows.h"

namespace engine {

TokenLayerImpl::TokenLayerImpl(std::int64_t width, std::int64_t heads, std::int64_t feedForward,
                               double dropout)
    : attention(register_module("self_attn", MultiHeadAttention(width, heads, dropout)))
    , linear1(register_module("linear1", torch::nn::Linear(width, feedForward)))
    , linear2(register_module("linear2", torch::nn::Linear(feedForward, width)))
    , norm1(register_module("norm1", torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}))))
    , norm2(register_module("norm2", torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}))))
    , drop(register_module("dropout", torch::nn::Dropout(dropout)))
{
}

Attended TokenLayerImpl::forward(const torch::Tensor& tokens, const torch::Tensor& mask, Displays displays)
{
    const Attended attended = attention(tokens, tokens, mask, displays);
    const torch::Tensor x = norm1(tokens + drop(attended.values));
    const torch::Tensor inner = drop(torch::relu(blocks::linearRows(x, linear1)));
    return {norm2(x + drop(blocks::linearRows(inner, linear2))), attended.weights};
}

}
