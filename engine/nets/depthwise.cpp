#include "engine/nets/depthwise.h"

#include "engine/core/processors.h"

#include <algorithm>
#include <utility>

namespace engine {

namespace {

constexpr std::size_t kKernel = 3;

/// The sums of three rows, one after the other, each met by three weights. Each row has a zero before and
/// behind its values.
/// @param first  the uppermost of the rows of the first sum; each sum begins a row further down
/// @param kept  numbers of a row with its zeros
FOR_EACH_PROCESSOR
void sumStepwise(const float* first, std::size_t kept, const float* weights, float bias, std::size_t width,
                 std::size_t height, float* made)
{
    for (std::size_t y = 0; y < height; ++y, made += width) {
        const float* a = first + y * kept;
        const float* b = a + kept;
        const float* c = b + kept;
        for (std::size_t x = 0; x < width; ++x)
            made[x] = bias + weights[0] * a[x] + weights[1] * a[x + 1] + weights[2] * a[x + 2]
                + weights[3] * b[x] + weights[4] * b[x + 1] + weights[5] * b[x + 2] + weights[6] * c[x]
                + weights[7] * c[x + 1] + weights[8] * c[x + 2];
    }
}

/// The same at every second place, from rows whose even values stand before their odd ones; each sum begins
/// two rows further down.
/// @param odd  where the odd values begin
FOR_EACH_PROCESSOR
void sumByTwo(const float* first, std::size_t kept, std::size_t odd, const float* weights, float bias,
              std::size_t width, std::size_t height, float* made)
{
    for (std::size_t y = 0; y < height; ++y, made += width) {
        const float* a = first + 2 * y * kept;
        const float* b = a + kept;
        const float* c = b + kept;
        for (std::size_t x = 0; x < width; ++x)
            made[x] = bias + weights[0] * a[x] + weights[1] * a[odd + x] + weights[2] * a[x + 1]
                + weights[3] * b[x] + weights[4] * b[odd + x] + weights[5] * b[x + 1] + weights[6] * c[x]
                + weights[7] * c[odd + x] + weights[8] * c[x + 1];
    }
}

}

DepthwiseConvolution::DepthwiseConvolution(Tensor weights, Tensor bias, std::size_t stride)
    : m_stride(stride)
    , m_weights(std::move(weights.values))
    , m_bias(std::move(bias.values))
{
}

Planes DepthwiseConvolution::of(const Planes& given) const
{
    Planes made(given.channels, (given.height + m_stride - 1) / m_stride,
                (given.width + m_stride - 1) / m_stride);
    const std::size_t kept = given.width + 2; // of a row with its zeros
    const std::size_t odd
        = given.width / 2 + 1; // where they begin at a stride of 2: none is before the first
    std::vector<float> padded(kept * (given.height + 2));
    for (std::size_t channel = 0; channel < given.channels; ++channel) {
        const float* values = given.values.data() + channel * given.area();
        for (std::size_t y = 0; y < given.height; ++y, values += given.width) {
            float* row = padded.data() + (y + 1) * kept;
            if (m_stride == 1) {
                std::copy_n(values, given.width, row + 1);
                continue;
            }
            for (std::size_t x = 0; x < given.width / 2; ++x) {
                row[x] = values[2 * x];
                row[odd + x] = values[2 * x + 1];
            }
        }
        float* target = made.values.data() + channel * made.area();
        const float* weights = m_weights.data() + channel * kKernel * kKernel;
        // At a stride of 2 nothing is missing before an even number of rows, and one row behind.
        if (m_stride == 1)
            sumStepwise(padded.data(), kept, weights, m_bias[channel], made.width, made.height, target);
        else
            sumByTwo(padded.data() + kept, kept, odd, weights, m_bias[channel], made.width, made.height,
                     target);
    }
    return made;
}

}
