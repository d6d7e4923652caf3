#pragma once

#include "engine/core/tensor.h"

#include <cstddef>
#include <vector>

namespace engine {

/// What a layer gives of one picture: channels × height × width numbers.
struct Planes {
    Planes(std::size_t channels, std::size_t height, std::size_t width)
        : channels(channels)
        , height(height)
        , width(width)
        , values(channels * height * width)
    {
    }
    std::size_t area() const { return height * width; }

    std::size_t channels;
    std::size_t height;
    std::size_t width;
    std::vector<float> values;
};

/// A convolution with square kernels of an odd side k, padded by k/2 zeros on each side. A product by oneDNN
/// over the laid out neighbourhoods.
class Convolution {
public:
    Convolution() = default;
    /// @param weights  made × given × k × k. @param bias  made. @param stride  1 or more
    Convolution(Tensor weights, Tensor bias, std::size_t stride);

    /// @param given  as many channels as the weights say
    Planes of(const Planes& given) const;
    std::size_t made() const { return m_made; }

private:
    std::size_t m_made = 0;
    std::size_t m_given = 0;
    std::size_t m_kernel = 1;
    std::size_t m_stride = 1;
    std::vector<float> m_weights;
    std::vector<float> m_bias;
};

/// Values below 0 become 0.
void rectify(Planes& planes);
void add(Planes& planes, const Planes& others); ///< of the same shape
/// The largest of each 2 × 2 values. @param planes  of even sides
Planes halved(const Planes& planes);
std::vector<float> means(const Planes& planes); ///< of each channel

}
