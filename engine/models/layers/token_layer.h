#pragma once

#include "engine/models/layers/attention.h"

namespace engine {

/// A post-norm transformer layer: attention among tokens, then two linear layers with a ReLU between. Vaswani
/// et al., Attention Is All You Need, NIPS 2017.
struct TokenLayerImpl : torch::nn::Module {
    TokenLayerImpl(std::int64_t width, std::int64_t heads, std::int64_t feedForward, double dropout);

    /// @param tokens  B × T × D. @param mask  as MultiHeadAttention takes it. @return values B × T × D
    Attended forward(const torch::Tensor& tokens, const torch::Tensor& mask, Displays displays);

    MultiHeadAttention attention;
    torch::nn::Linear linear1, linear2;
    torch::nn::LayerNorm norm1, norm2;
    torch::nn::Dropout drop;
};
TORCH_MODULE(TokenLayer);

}
