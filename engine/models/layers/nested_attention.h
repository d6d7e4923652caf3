#pragma once

#include "engine/models/fusion_model.h"

#include <vector>

namespace engine {

/// A level of nested attention.
struct NestedLevel {
    std::int64_t width = 0; ///< C, a multiple of `heads`
    std::int64_t heads = 1;
    std::int64_t depth = 1; ///< layers
};

/// A pre-norm transformer layer whose attention stays within blocks: tokens look at those of their own block.
struct BlockLayerImpl : torch::nn::Module {
    BlockLayerImpl(std::int64_t width, std::int64_t heads);

    /// @param x  B × blocks × N × C. @return values of the same shape, weights B × heads × blocks × N × N
    std::pair<torch::Tensor, torch::Tensor> forward(const torch::Tensor& x);

    std::int64_t heads;
    torch::nn::LayerNorm norm1, norm2;
    torch::nn::Linear qkv, proj, fc1, fc2;
};
TORCH_MODULE(BlockLayer);

/// Attention in blocks of a picture, level after level: each has a quarter of the blocks of the one before,
/// of the same number of tokens. Zhang et al., Nested Hierarchical Transformer, AAAI 2022; on spectrograms
/// Wei et al., FV2ES, 2022.
struct NestedAttentionImpl : torch::nn::Module {
    /// @param side      of the square pictures, a multiple of 2^(levels - 1)
    /// @param channels  of the pictures
    NestedAttentionImpl(std::int64_t side, std::int64_t channels, const std::vector<NestedLevel>& levels);

    struct Result {
        torch::Tensor values; ///< B × C × S × S of the last level, S = side / 2^(levels - 1)
        torch::Tensor weights; ///< B × heads × 1 × S² × S², of the last layer
    };

    /// @param x  B × channels × side × side
    Result forward(const torch::Tensor& x);

private:
    struct Level {
        std::int64_t blockSide;
        torch::nn::Conv2d conv{nullptr}; ///< null in the first
        torch::nn::LayerNorm norm{nullptr};
        torch::Tensor positions; ///< 1 × blocks × blockSide² × C
        std::vector<BlockLayer> layers;
    };

    torch::nn::Conv2d m_embedding;
    torch::nn::LayerNorm m_norm;
    std::vector<Level> m_levels;
};
TORCH_MODULE(NestedAttention);

}
