#pragma once

#include "engine/nets/depthwise.h"

#include <optional>
#include <vector>

namespace engine {

/// A layer of nets that look for faces (Bazarevsky et al., BlazeFace: sub-millisecond neural face detection
/// on mobile GPUs, 2019): a convolution; or a block: a depthwise convolution and one of 1 × 1 behind that, to
/// which what the block was given is added. Blocks of a stride of 2 add the largest of each 2 × 2 values.
/// Values below 0 are then scaled, each channel by its slope.
class BlazeLayer {
public:
    /// @param slopes  one for each channel that is made
    BlazeLayer(Convolution convolution, std::vector<float> slopes);
    /// @param point  makes as many channels as `depth` has, or more
    BlazeLayer(DepthwiseConvolution depth, Convolution point, std::size_t stride, std::vector<float> slopes);

    Planes of(const Planes& given) const;
    std::size_t given() const { return m_depth ? m_depth->channels() : m_convolution.given(); }
    std::size_t made() const { return m_convolution.made(); }

private:
    Convolution m_convolution; ///< of a block: that of 1 × 1
    std::optional<DepthwiseConvolution> m_depth; ///< of a block
    std::size_t m_stride = 1;
    std::vector<float> m_slopes;
};

/// Layers one behind the other. @return what the last one makes
Planes through(const std::vector<BlazeLayer>& layers, Planes planes);

}
