#include "engine/models/layers/look_blocks.h"

#include "engine/core/error.h"
#include "engine/models/layers/padding.h"

namespace engine {

namespace {

torch::nn::LayerNorm lookNorm(std::int64_t width)
{
    return torch::nn::LayerNorm(torch::nn::LayerNormOptions({width}));
}

constexpr double kTokenSpread = 0.02;
constexpr double kPowerFloor = 1e-6; ///< added to a power before its logarithm

torch::nn::Conv2d patches(std::int64_t channels, std::int64_t width, std::int64_t side)
{
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, width, side).stride(side));
}

void requireShape(bool fits, const char* what)
{
    if (!fits)
        throw ShapeError("bad_inputs", std::string("The network takes ") + what + ".");
}

}

LookBlockImpl::LookBlockImpl(std::int64_t width, std::int64_t heads, bool crosses, std::int64_t widening)
    : norm1(register_module("norm1", lookNorm(width)))
    , normCross(nullptr)
    , norm2(register_module("norm2", lookNorm(width)))
    , attention(register_module("attn", MultiHeadAttention(width, heads, 0.0)))
    , cross(nullptr)
    , fc1(register_module("fc1", torch::nn::Linear(width, widening * width)))
    , fc2(register_module("fc2", torch::nn::Linear(widening * width, width)))
{
    if (!crosses)
        return;
    normCross = register_module("norm_x", lookNorm(width));
    cross = register_module("xattn", MultiHeadAttention(width, heads, 0.0));
}

Attended LookBlockImpl::forward(torch::Tensor x, const torch::Tensor& mask, const torch::Tensor& other,
                                const torch::Tensor& otherMask, Displays displays)
{
    const torch::Tensor own = norm1(x);
    x = x + attention(own, own, mask, Displays::No).values;
    torch::Tensor weights;
    if (cross) {
        const Attended seen = cross(normCross(x), other, otherMask, displays);
        x = x + seen.values;
        weights = seen.weights;
    }
    return {x + fc2(torch::gelu(fc1(norm2(x)))), weights};
}

LookEncoder::LookEncoder(const Sizes& sizes, std::int64_t positions)
    : m_cls(register_parameter("cls", torch::randn({1, 1, sizes.width}) * kTokenSpread))
    , m_positions(register_parameter("pos", torch::randn({1, positions + 1, sizes.width}) * kTokenSpread))
    , m_norm(register_module("norm", lookNorm(sizes.width)))
{
    torch::nn::ModuleList blocks;
    for (std::int64_t i = 0; i < sizes.layers; ++i) {
        m_blocks.emplace_back(sizes.width, sizes.heads, /*crosses=*/false, sizes.widening);
        blocks->push_back(m_blocks.back());
    }
    register_module("blocks", blocks);
}

EncodedClip LookEncoder::blocksOver(const torch::Tensor& tokens, const torch::Tensor& valid)
{
    const torch::Tensor first = (m_cls + m_positions.narrow(1, 0, 1)).expand({tokens.size(0), -1, -1});
    torch::Tensor x = torch::cat({first, tokens}, 1);
    const torch::Tensor mask = keyMask(valid + 1, x.size(1), x.options().requires_grad(false));
    for (LookBlock& block : m_blocks)
        x = block(x, mask, torch::Tensor(), torch::Tensor(), Displays::No).values;
    return {m_norm(x), mask};
}

RowEncoder::RowEncoder(std::int64_t features, const Sizes& sizes, std::int64_t longest)
    : LookEncoder(sizes, longest)
    , m_project(register_module("proj", torch::nn::Linear(features, sizes.width)))
{
}

EncodedClip RowEncoder::encode(const torch::Tensor& x, const torch::Tensor& lengths)
{
    // rows behind the longest that it has positions for are not looked at
    const std::int64_t seen = std::min(x.size(1), m_positions.size(1) - 1);
    return blocksOver(m_project(x.narrow(1, 0, seen)) + m_positions.narrow(1, 1, seen),
                      lengths.clamp_max(seen));
}

FrameEncoder::FrameEncoder(std::int64_t frames, std::int64_t side, std::int64_t patch, const Sizes& sizes)
    : LookEncoder(sizes, (side / patch) * (side / patch))
    , m_patches((side / patch) * (side / patch))
    , m_patch(register_module("patch", patches(3, sizes.width, patch)))
    , m_time(register_parameter("time", torch::randn({1, frames, sizes.width}) * kTokenSpread))
{
}

EncodedClip FrameEncoder::encode(const torch::Tensor& x, const torch::Tensor& lengths)
{
    requireShape(x.dim() == 5 && x.size(2) == 3 && x.size(1) <= m_time.size(1),
                 "no more frames than it has places for");
    const std::int64_t rows = x.size(0), frames = x.size(1);
    const torch::Tensor pixels = ((x / 255.0 - 0.5) / 0.5).flatten(0, 1);
    const torch::Tensor tokens = m_patch(pixels).flatten(2).transpose(1, 2);
    requireShape(tokens.size(1) == m_patches, "frames of another size");
    const torch::Tensor placed = tokens.reshape({rows, frames, m_patches, -1})
        + m_positions.narrow(1, 1, m_patches).unsqueeze(1) + m_time.narrow(1, 0, frames).unsqueeze(2);
    return blocksOver(placed.flatten(1, 2), lengths * m_patches);
}

MelEncoder::MelEncoder(std::int64_t bands, std::int64_t columns, std::int64_t patch, const Sizes& sizes)
    : LookEncoder(sizes, bands / patch * ((columns + patch - 1) / patch))
    , m_side(patch)
    , m_rows(bands / patch)
    , m_patch(register_module("patch", patches(1, sizes.width, patch)))
{
}

EncodedClip MelEncoder::encode(const torch::Tensor& power, const torch::Tensor& lengths)
{
    requireShape(power.dim() == 3 && power.size(1) >= m_rows * m_side, "mel power of more bands");
    const torch::Tensor valid
        = validSteps(lengths, power.size(2)).unsqueeze(1).to(power.dtype()); // B × 1 × columns
    const torch::Tensor size = (lengths * power.size(1)).view({-1, 1, 1}).to(power.dtype());
    const torch::Tensor loud = (power + kPowerFloor).log();
    const torch::Tensor mean = (loud * valid).sum({1, 2}, /*keepdim=*/true) / size;
    const torch::Tensor deviation
        = ((loud - mean) * valid).square().sum({1, 2}, /*keepdim=*/true).div(size).sqrt();
    torch::Tensor x = (loud - mean) / (deviation + kPowerFloor) * valid;
    x = torch::constant_pad_nd(x, {0, (m_side - power.size(2) % m_side) % m_side});
    x = m_patch(x.unsqueeze(1)).permute({0, 3, 2, 1}).flatten(1, 2);
    requireShape(x.size(1) < m_positions.size(1), "no more columns than it has places for");
    const torch::Tensor tokens
        = torch::div(lengths + (m_side - 1), m_side, /*rounding_mode=*/"floor") * m_rows;
    return blocksOver(x + m_positions.narrow(1, 1, x.size(1)), tokens);
}

}
