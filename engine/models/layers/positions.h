#pragma once

#include <torch/torch.h>

namespace engine {

// Position encodings, which tell a transformer where in the sequence a step is: T × D, step by step. They are
// cheap enough to be made for every batch; PositionTable keeps the last.

/// Sines in the first half of the columns, cosines in the second, of (t + 1) · 10000^(-i / (D/2 - 1)); an odd
/// last column is 0. As in MulT.
torch::Tensor halvedSinusoids(std::int64_t steps, std::int64_t width);

/// Sine in even columns i, cosine in odd ones, of t · 10000^(-2i / D); as in FMT, whose exponent is twice
/// that of Vaswani et al.
torch::Tensor interleavedSinusoids(std::int64_t steps, std::int64_t width);

/// A table that is made again only for more steps, another width or another device.
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
