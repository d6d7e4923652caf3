#pragma once

#include <torch/torch.h>

namespace engine {

// What tells a transformer where in the sequence a step stands: T × D, step by step. Cheap enough to be made
// for every batch; PositionTable keeps the last one.

/// Sines in the first half of the columns, cosines in the second, of (t + 1) · 10000^(-i / (D/2 - 1)); an odd
/// last column is 0. As in MulT.
torch::Tensor halvedSinusoids(std::int64_t steps, std::int64_t width);

/// Sine in even columns i, cosine in odd ones, of t · 10000^(-2i / D); as in FMT, whose exponent is twice
/// that of Vaswani et al.
torch::Tensor interleavedSinusoids(std::int64_t steps, std::int64_t width);

/// A table that is only made anew for more steps, another width or another device.
class PositionTable {
public:
    using Make = torch::Tensor (*)(std::int64_t steps, std::int64_t width);

    explicit PositionTable(Make make) : m_make(make) { }

    /// 1 × T × D, for `x` B × T × D.
    torch::Tensor forInput(const torch::Tensor& x);

private:
    Make m_make;
    torch::Tensor m_table;
};

}
