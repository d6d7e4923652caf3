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

/// Where the zeros stand with which a convolution goes beyond its picture. Both are the same at a stride
/// of 1.
enum class Padding {
    Centred, ///< k/2 before and behind
    Same ///< TensorFlow's: as many as the last neighbourhood lacks, half of them before, the rest behind
};
/// How many zeros stand before the first of `length` values.
std::size_t zerosBefore(Padding padding, std::size_t length, std::size_t kernel, std::size_t stride);

/// A convolution with square kernels of an odd side k, padded so that ⌈side / stride⌉ values are made. A
/// product by oneDNN over the laid out neighbourhoods.
class Convolution {
public:
    Convolution() = default;
    /// @param weights  made × given × k × k. @param bias  made. @param stride  1 or more
    Convolution(Tensor weights, Tensor bias, std::size_t stride, Padding padding = Padding::Centred);

    /// @param given  as many channels as the weights say
    Planes of(const Planes& given) const;
    std::size_t made() const { return m_made; }
    std::size_t given() const { return m_given; }

private:
    std::size_t m_made = 0;
    std::size_t m_given = 0;
    std::size_t m_kernel = 1;
    std::size_t m_stride = 1;
    Padding m_padding = Padding::Centred;
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
