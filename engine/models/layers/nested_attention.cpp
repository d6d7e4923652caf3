#include "engine/models/layers/nested_attention.h"

#include "engine/models/blocks/linear_rows.h"

#include <cmath>

namespace engine {

namespace {

constexpr double nestedEpsilon = 1e-6;
constexpr std::int64_t nestedWidening = 4; ///< of the linear layers inside

torch::nn::LayerNorm nestedNorm(std::int64_t width)
{
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}).eps(nestedEpsilon));
}

torch::nn::Conv2d nestedConvolution(std::int64_t inputs, std::int64_t outputs)
{
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(inputs, outputs, 3).padding(1));
}

/// B × side × side × C → B × blocks × blockSide² × C
torch::Tensor inBlocks(const torch::Tensor& x, std::int64_t blockSide)
{
    const std::int64_t across = x.size(1) / blockSide, width = x.size(3);
    return x.reshape({x.size(0), across, blockSide, across, blockSide, width})
        .transpose(2, 3)
        .reshape({x.size(0), across * across, blockSide * blockSide, width});
}

torch::Tensor outOfBlocks(const torch::Tensor& x, std::int64_t blockSide)
{
    const auto across = static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(x.size(1)))));
    const std::int64_t side = across * blockSide;
    return x.reshape({x.size(0), across, across, blockSide, blockSide, x.size(3)})
        .transpose(2, 3)
        .reshape({x.size(0), side, side, x.size(3)});
}

}

BlockLayerImpl::BlockLayerImpl(std::int64_t width, std::int64_t headCount)
    : heads(headCount)
    , norm1(register_module("norm1", nestedNorm(width)))
    , norm2(register_module("norm2", nestedNorm(width)))
    , qkv(width, 3 * width)
    , proj(width, width)
    , fc1(width, nestedWidening * width)
    , fc2(nestedWidening * width, width)
{
    const auto attention = register_module("attn", std::make_shared<torch::nn::Module>());
    attention->register_module("qkv", qkv);
    attention->register_module("proj", proj);
    const auto layers = register_module("mlp", std::make_shared<torch::nn::Module>());
    layers->register_module("fc1", fc1);
    layers->register_module("fc2", fc2);
}

std::pair<torch::Tensor, torch::Tensor> BlockLayerImpl::forward(const torch::Tensor& x)
{
    const std::int64_t rows = x.size(0), count = x.size(1), tokens = x.size(2), width = x.size(3);
    const std::vector<torch::Tensor> parts = blocks::linearRows(norm1(x), qkv)
                                                 .reshape({rows, count, tokens, 3, heads, width / heads})
                                                 .permute({3, 0, 4, 1, 2, 5})
                                                 .unbind(0); // B × heads × blocks × N × C / heads
    const double scale = std::pow(static_cast<double>(width / heads), -0.5);
    const torch::Tensor weights
        = torch::softmax(torch::matmul(parts[0] * scale, parts[1].transpose(-2, -1)), -1);
    // the heads' columns interleave: channel c · heads + head
    const torch::Tensor attended
        = torch::matmul(weights, parts[2]).permute({0, 2, 3, 4, 1}).reshape({rows, count, tokens, width});
    const torch::Tensor y = x + blocks::linearRows(attended, proj);
    return {y + blocks::linearRows(torch::gelu(blocks::linearRows(norm2(y), fc1)), fc2), weights};
}

NestedAttentionImpl::NestedAttentionImpl(std::int64_t side, std::int64_t channels,
                                         const std::vector<NestedLevel>& levels)
    : m_embedding(nestedConvolution(channels, levels.front().width))
    , m_norm(register_module("norm", nestedNorm(levels.back().width)))
{
    const auto patches = register_module("patch_embed", std::make_shared<torch::nn::Module>());
    patches->register_module("proj", m_embedding);
    torch::nn::ModuleList list;
    const std::int64_t blockSide = side >> (levels.size() - 1);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const std::int64_t blocks = std::int64_t{1} << (2 * (levels.size() - 1 - i));
        const auto module = std::make_shared<torch::nn::Module>();
        Level level;
        level.blockSide = blockSide;
        level.positions = module->register_parameter(
            "pos_embed", torch::zeros({1, blocks, blockSide * blockSide, levels[i].width}));
        torch::nn::init::normal_(level.positions, 0.0, 0.02);
        if (i > 0) {
            const auto pool = module->register_module("pool", std::make_shared<torch::nn::Module>());
            level.conv
                = pool->register_module("conv", nestedConvolution(levels[i - 1].width, levels[i].width));
            level.norm = pool->register_module("norm", nestedNorm(levels[i].width));
        }
        torch::nn::ModuleList layers;
        for (std::int64_t layer = 0; layer < levels[i].depth; ++layer) {
            level.layers.emplace_back(levels[i].width, levels[i].heads);
            layers->push_back(level.layers.back());
        }
        module->register_module("transformer_encoder", layers);
        list->push_back(module);
        m_levels.push_back(std::move(level));
    }
    register_module("levels", list);
}

NestedAttentionImpl::Result NestedAttentionImpl::forward(const torch::Tensor& picture)
{
    Result result;
    torch::Tensor x = m_embedding(picture);
    for (Level& level : m_levels) {
        if (level.conv) {
            x = level.norm(level.conv(x).permute({0, 2, 3, 1})).permute({0, 3, 1, 2});
            x = torch::max_pool2d(x, 3, 2, 1);
        }
        torch::Tensor inner = inBlocks(x.permute({0, 2, 3, 1}), level.blockSide) + level.positions;
        for (BlockLayer& layer : level.layers)
            std::tie(inner, result.weights) = layer(inner);
        x = outOfBlocks(inner, level.blockSide).permute({0, 3, 1, 2});
    }
    result.values = m_norm(x.permute({0, 2, 3, 1})).permute({0, 3, 1, 2});
    return result;
}

}
