#include "engine/models/layers/sparse_trunk.h"

#include <limits>

namespace engine {

PositionAttentionImpl::PositionAttentionImpl(std::int64_t channels, std::int64_t textWidth)
    : channelAffine(register_module("channel_affine", torch::nn::Linear(channels, channels)))
    , textAffine(register_module(
          "y_affine", torch::nn::Linear(torch::nn::LinearOptions(textWidth, channels).bias(false))))
    , weightAffine(register_module("attn_weight_affine", torch::nn::Linear(channels, 1)))
{
}

torch::Tensor PositionAttentionImpl::forward(const torch::Tensor& x, const torch::Tensor& text,
                                             const torch::Tensor& active)
{
    const torch::Tensor asked = textAffine(text).unsqueeze(1).unsqueeze(1);
    const torch::Tensor scores
        = weightAffine(torch::tanh(channelAffine(x.permute({0, 2, 3, 1})) + asked)).squeeze(-1);
    return torch::softmax(scores.masked_fill(~active, -std::numeric_limits<double>::infinity()).flatten(1), 1)
        .view_as(scores);
}

torch::Tensor heaviestPositions(const torch::Tensor& weights, double mass)
{
    const torch::Tensor flat = weights.flatten(1);
    const auto [sorted, places] = flat.sort(/*stable=*/true, 1, /*descending=*/true);
    const torch::Tensor count
        = ((sorted.cumsum(1) < mass).sum(1, /*keepdim=*/true) + 1).clamp_max(flat.size(1));
    const torch::Tensor rank = torch::arange(flat.size(1), count.options()).unsqueeze(0);
    const torch::Tensor kept = torch::zeros(flat.sizes(), torch::kBool).scatter(1, places, rank < count);
    return kept.logical_and(flat > 0).view_as(weights);
}

SparseTrunkImpl::SparseTrunkImpl(std::int64_t inputs, const std::vector<std::int64_t>& channels,
                                 std::int64_t textWidth, double mass)
    : m_mass(mass)
    , m_lower(trunkStem(inputs, channels[0]))
{
    m_lower->push_back(VggBlock(channels[0], channels[0]));
    m_lower->push_back(VggBlock(channels[0], channels[0]));
    register_module("low_level", m_lower);
    torch::nn::ModuleList blocks, attention;
    for (std::size_t i = 0; i + 1 < channels.size(); ++i) {
        m_blocks.emplace_back(channels[i], channels[i + 1]);
        m_attention.emplace_back(channels[i], textWidth);
        blocks->push_back(m_blocks.back());
        attention->push_back(m_attention.back());
    }
    register_module("sparse_layers", blocks);
    register_module("attn_layers", attention);
}

std::pair<torch::Tensor, std::vector<SparseTrunkImpl::Choice>>
SparseTrunkImpl::forward(const torch::Tensor& picture, const torch::Tensor& text)
{
    torch::Tensor x = m_lower->forward(picture);
    torch::Tensor active = torch::ones_like(x.select(1, 0), torch::kBool);
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        VggBlock& block = m_blocks[i];
        Choice choice;
        {
            const torch::NoGradGuard noGradient;
            choice.weights = m_attention[i](x, text, active);
            choice.kept = heaviestPositions(choice.weights, m_mass);
        }
        const torch::Tensor mask = choice.kept.unsqueeze(1).to(x.dtype());
        x = torch::relu(block->bn1(block->conv1(x * mask))) * mask;
        x = torch::max_pool2d(torch::relu(block->bn2(block->conv2(x))) * mask, 2, 2);
        active = torch::max_pool2d(mask, 2, 2).squeeze(1) > 0;
        choices.push_back(std::move(choice));
    }
    return {x, std::move(choices)};
}

}
