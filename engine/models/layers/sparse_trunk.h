#pragma once

#include "engine/models/fusion_model.h"
#include "engine/models/layers/vgg_trunk.h"

namespace engine {

/// How much a text looks at each position of a picture: softmax of w · tanh(Wₓ x + Wₜ t).
struct PositionAttentionImpl : torch::nn::Module {
    PositionAttentionImpl(std::int64_t channels, std::int64_t textWidth);

    /// @param x       N × C × H × W. @param text  N × D
    /// @param active  N × H × W, bool: positions that may be chosen. @return N × H × W, each sums to 1
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& text, const torch::Tensor& active);

    torch::nn::Linear channelAffine, textAffine, weightAffine;
};
TORCH_MODULE(PositionAttention);

/// The fewest positions, by falling weight, whose weights add up to `mass`; equal ones by their place.
/// @param weights  N × H × W. @return the same, bool
torch::Tensor heaviestPositions(const torch::Tensor& weights, double mass);

/// A trunk that computes only where a text looks: before each of its last three blocks it keeps the positions
/// that heaviestPositions() finds; the others are 0. From the second block on, only positions over a kept one
/// can be kept. Dai et al., Multimodal End-to-End Sparse Model for Emotion Recognition, NAACL 2021. The
/// choice passes no gradient: what chooses is not learnt.
struct SparseTrunkImpl : torch::nn::Module {
    /// @param channels  4 numbers, as vggTrunk() takes them
    SparseTrunkImpl(std::int64_t inputs, const std::vector<std::int64_t>& channels, std::int64_t textWidth,
                    double mass);

    struct Choice {
        torch::Tensor weights; ///< N × H × W
        torch::Tensor kept; ///< N × H × W, bool
    };

    /// @param x     N × inputs × H × W. @param text  N × D
    /// @return      N × channels[3] × H / 16 × W / 16, and what was kept before each block
    std::pair<torch::Tensor, std::vector<Choice>> forward(const torch::Tensor& x, const torch::Tensor& text);

private:
    double m_mass;
    torch::nn::Sequential m_lower;
    std::vector<VggBlock> m_blocks;
    std::vector<PositionAttention> m_attention;
};
TORCH_MODULE(SparseTrunk);

}
