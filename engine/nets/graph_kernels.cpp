#include "engine/nets/graph_kernels.h"

#include "engine/core/processors.h"

#include <algorithm>
#include <oneapi/dnnl/dnnl.h>

namespace engine {

namespace {

/// Rows (or columns) of a kernel that lie inside of the picture, and where the first of them lies.
struct InsideOfKernel {
    std::size_t first = 0;
    std::size_t last = 0; ///< behind the last one
    std::size_t place = 0;
};

InsideOfKernel insideOf(std::size_t made, std::size_t stride, std::size_t before, std::size_t kernel,
                        std::size_t length)
{
    const std::size_t begin = made * stride; // counted from the first of the zeros
    const std::size_t first = begin < before ? std::min(kernel, before - begin) : 0;
    const std::size_t past = before + length - std::min(begin, before + length);
    return {first, std::max(first, std::min(kernel, past)), begin + first - before};
}

/// A kernel of 3 × 3 that lies inside of the picture. @param row  numbers from one row to the next
FOR_EACH_PROCESSOR
void sumNine(const float* given, std::size_t row, std::size_t channels, const float* weights,
             const float* bias, float* made)
{
    const float* second = given + row;
    const float* third = second + row;
    for (std::size_t i = 0; i < channels; ++i) {
        const std::size_t j = i + channels;
        const std::size_t k = j + channels;
        made[i] = bias[i] + weights[i] * given[i] + weights[j] * given[j] + weights[k] * given[k]
            + weights[i + 3 * channels] * second[i] + weights[j + 3 * channels] * second[j]
            + weights[k + 3 * channels] * second[k] + weights[i + 6 * channels] * third[i]
            + weights[j + 6 * channels] * third[j] + weights[k + 6 * channels] * third[k];
    }
}

FOR_EACH_PROCESSOR
void addWeighted(const float* given, const float* weights, std::size_t count, float* made)
{
    for (std::size_t i = 0; i < count; ++i)
        made[i] += weights[i] * given[i];
}

FOR_EACH_PROCESSOR
void keepLargest(const float* given, std::size_t count, float* made)
{
    for (std::size_t i = 0; i < count; ++i)
        made[i] = std::max(made[i], given[i]);
}

FOR_EACH_PROCESSOR
void scalePlaces(const float* given, std::size_t places, const float* slopes, std::size_t channels,
                 float* made)
{
    for (std::size_t place = 0; place < places; ++place, given += channels, made += channels) {
        for (std::size_t i = 0; i < channels; ++i)
            made[i] = std::max(given[i], 0.0F) + slopes[i] * std::min(given[i], 0.0F);
    }
}

}

void layOutWindows(const GraphWindow& window, const float* given, float* laidOut)
{
    const std::size_t row = window.kernelX * window.channels;
    for (std::size_t y = 0; y < window.madeHeight; ++y) {
        const InsideOfKernel down = insideOf(y, window.strideY, window.above, window.kernelY, window.height);
        for (std::size_t x = 0; x < window.madeWidth; ++x, laidOut += window.kernelY * row) {
            const InsideOfKernel across
                = insideOf(x, window.strideX, window.left, window.kernelX, window.width);
            if ((down.last - down.first) * (across.last - across.first) < window.kernelY * window.kernelX)
                std::fill_n(laidOut, window.kernelY * row, 0.0F);
            for (std::size_t ky = down.first; ky < down.last; ++ky)
                std::copy_n(
                    given + ((down.place + ky - down.first) * window.width + across.place) * window.channels,
                    (across.last - across.first) * window.channels,
                    laidOut + ky * row + across.first * window.channels);
        }
    }
}

void multiplyByRows(const float* given, std::size_t places, std::size_t depth, const float* weights,
                    std::size_t count, const float* bias, float* made)
{
    for (std::size_t place = 0; place < places; ++place)
        std::copy_n(bias, count, made + place * count);
    const auto inner = static_cast<dnnl_dim_t>(depth);
    const auto columns = static_cast<dnnl_dim_t>(count);
    dnnl_sgemm('N', 'T', static_cast<dnnl_dim_t>(places), columns, inner, 1.0F, given, inner, weights, inner,
               1.0F, made, columns);
}

void convolveDepthwise(const GraphWindow& window, const float* given, const float* weights, const float* bias,
                       float* made)
{
    const std::size_t channels = window.channels;
    for (std::size_t y = 0; y < window.madeHeight; ++y) {
        const InsideOfKernel down = insideOf(y, window.strideY, window.above, window.kernelY, window.height);
        for (std::size_t x = 0; x < window.madeWidth; ++x, made += channels) {
            const InsideOfKernel across
                = insideOf(x, window.strideX, window.left, window.kernelX, window.width);
            const float* place = given + (down.place * window.width + across.place) * channels;
            if (window.kernelY == 3 && window.kernelX == 3 && down.last - down.first == 3
                && across.last - across.first == 3) {
                sumNine(place, window.width * channels, channels, weights, bias, made);
                continue;
            }
            std::copy_n(bias, channels, made);
            for (std::size_t ky = down.first; ky < down.last; ++ky, place += window.width * channels)
                for (std::size_t kx = across.first; kx < across.last; ++kx)
                    addWeighted(place + (kx - across.first) * channels,
                                weights + (ky * window.kernelX + kx) * channels, channels, made);
        }
    }
}

void takeLargest(const GraphWindow& window, const float* given, float* made)
{
    const std::size_t channels = window.channels;
    for (std::size_t y = 0; y < window.madeHeight; ++y) {
        const InsideOfKernel down = insideOf(y, window.strideY, window.above, window.kernelY, window.height);
        for (std::size_t x = 0; x < window.madeWidth; ++x, made += channels) {
            const InsideOfKernel across
                = insideOf(x, window.strideX, window.left, window.kernelX, window.width);
            const float* place = given + (down.place * window.width + across.place) * channels;
            std::copy_n(place, channels, made);
            for (std::size_t ky = down.first; ky < down.last; ++ky, place += window.width * channels)
                for (std::size_t kx = across.first; kx < across.last; ++kx)
                    keepLargest(place + (kx - across.first) * channels, channels, made);
        }
    }
}

void scaleBelowZero(const float* given, std::size_t count, std::span<const float> slopes, float* made)
{
    scalePlaces(given, count / slopes.size(), slopes.data(), slopes.size(), made);
}

FOR_EACH_PROCESSOR
void rectifyAll(std::span<float> numbers)
{
    for (float& number : numbers)
        number = std::max(number, 0.0F);
}

FOR_EACH_PROCESSOR
void addAll(const float* given, const float* others, std::size_t count, float* made)
{
    for (std::size_t i = 0; i < count; ++i)
        made[i] = given[i] + others[i];
}

}
