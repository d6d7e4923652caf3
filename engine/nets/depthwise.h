#pragma once

#include "engine/nets/planes.h"

namespace engine {

/// A kernel of 3 × 3 for each channel by itself (Howard et al., MobileNets, 2017), padded as Padding::Same.
class DepthwiseConvolution {
public:
    DepthwiseConvolution() = default;
    /// @param weights  channels × 1 × 3 × 3. @param bias  channels. @param stride  1 or 2
    DepthwiseConvolution(Tensor weights, Tensor bias, std::size_t stride);

    /// @param given  as many channels as the weights say; its sides are even where the stride is 2
    Planes of(const Planes& given) const;
    std::size_t channels() const { return m_bias.size(); }

private:
    std::size_t m_stride = 1;
    std::vector<float> m_weights;
    std::vector<float> m_bias;
};

}
