#include "engine/nets/blaze_chain.h"

#include "engine/core/processors.h"

#include <algorithm>
#include <utility>

namespace engine {

namespace {

/// `made` + `past`, where there is one, and what is below 0 scaled: one way through the numbers.
FOR_EACH_PROCESSOR
void addAndScale(float* made, const float* past, std::size_t count, float slope)
{
    for (std::size_t i = 0; i < count; ++i) {
        const float value = past ? made[i] + past[i] : made[i];
        made[i] = std::max(value, 0.0F) + slope * std::min(value, 0.0F);
    }
}

}

BlazeLayer::BlazeLayer(Convolution convolution, std::vector<float> slopes)
    : m_convolution(std::move(convolution))
    , m_slopes(std::move(slopes))
{
}

BlazeLayer::BlazeLayer(DepthwiseConvolution depth, Convolution point, std::size_t stride,
                       std::vector<float> slopes)
    : m_convolution(std::move(point))
    , m_depth(std::move(depth))
    , m_stride(stride)
    , m_slopes(std::move(slopes))
{
}

Planes BlazeLayer::of(const Planes& given) const
{
    Planes made = m_convolution.of(m_depth ? m_depth->of(given) : given);
    std::optional<Planes> smaller;
    if (m_depth && m_stride == 2)
        smaller = halved(given);
    const Planes& past = smaller ? *smaller : given;
    for (std::size_t channel = 0; channel < made.channels; ++channel) {
        const bool isAdded = m_depth && channel < past.channels; // those behind get nothing
        addAndScale(made.values.data() + channel * made.area(),
                    isAdded ? past.values.data() + channel * past.area() : nullptr, made.area(),
                    m_slopes[channel]);
    }
    return made;
}

Planes through(const std::vector<BlazeLayer>& layers, Planes planes)
{
    for (const BlazeLayer& layer : layers)
        planes = layer.of(planes);
    return planes;
}

}
