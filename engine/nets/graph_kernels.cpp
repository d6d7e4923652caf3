#include "engine/nets/graph_kernels.h"

#include "engine/core/processors.h"

#include <algorithm>
#include <cstring>
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

constexpr std::size_t kLanes = 8; // channels at once
/// Several numbers at once, as a type of the compiler, which makes no such type of loops this short.
typedef float Lanes __attribute__((vector_size(kLanes * sizeof(float))));

/// Kernels of 3 × 3 that lie inside of the picture, one beside the other. @param row  numbers from one row to
/// the next. @param step  numbers from one kernel to the next
FOR_EACH_PROCESSOR
void sumNines(const float* __restrict given, std::size_t row, std::size_t step, std::size_t channels,
              const float* __restrict weights, const float* __restrict bias, std::size_t count,
              float* __restrict made)
{
    std::size_t first = 0;
    for (; first + kLanes <= channels; first += kLanes) {
        Lanes kept[9];
        for (std::size_t tap = 0; tap < 9; ++tap)
            std::memcpy(&kept[tap], weights + tap * channels + first, sizeof(Lanes));
        Lanes start;
        std::memcpy(&start, bias + first, sizeof start);
        for (std::size_t x = 0; x < count; ++x) {
            const float* place = given + x * step + first;
            Lanes sums = start;
            for (std::size_t tap = 0; tap < 9; ++tap) {
                Lanes seen;
                std::memcpy(&seen, place + tap / 3 * row + tap % 3 * channels, sizeof seen);
                sums += kept[tap] * seen;
            }
            std::memcpy(made + x * channels + first, &sums, sizeof sums);
        }
    }
    for (; first < channels; ++first) {
        for (std::size_t x = 0; x < count; ++x) {
            float sum = bias[first];
            for (std::size_t tap = 0; tap < 9; ++tap)
                sum += weights[tap * channels + first]
                    * given[x * step + tap / 3 * row + tap % 3 * channels + first];
            made[x * channels + first] = sum;
        }
    }
}

FOR_EACH_PROCESSOR
void addWeighted(const float* __restrict given, const float* __restrict weights, std::size_t count,
                 float* __restrict made)
{
    for (std::size_t i = 0; i < count; ++i)
        made[i] += weights[i] * given[i];
}

FOR_EACH_PROCESSOR
void keepLargest(const float* __restrict given, std::size_t count, float* __restrict made)
{
    for (std::size_t i = 0; i < count; ++i)
        made[i] = std::max(made[i], given[i]);
}

FOR_EACH_PROCESSOR
void scaleRun(const float* __restrict given, std::size_t count, const float* __restrict slopes,
              float* __restrict made)
{
    for (std::size_t i = 0; i < count; ++i)
        made[i] = std::max(given[i], 0.0F) + slopes[i] * std::min(given[i], 0.0F);
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
    std::copy_n(bias, count, made);
    for (std::size_t done = 1; done < places; done *= 2) // few large pieces are faster than many small ones
        std::copy_n(made, std::min(done, places - done) * count, made + done * count);
    const auto inner = static_cast<dnnl_dim_t>(depth);
    const auto columns = static_cast<dnnl_dim_t>(count);
    dnnl_sgemm('N', 'T', static_cast<dnnl_dim_t>(places), columns, inner, 1.0F, given, inner, weights, inner,
               1.0F, made, columns);
}

void convolveDepthwise(const GraphWindow& window, const float* given, const float* weights, const float* bias,
                       float* made)
{
    const std::size_t channels = window.channels;
    const std::size_t row = window.width * channels;
    // Places of a row whose kernels lie inside of the picture from left to right.
    const std::size_t first = std::min(window.madeWidth, (window.left + window.strideX - 1) / window.strideX);
    const std::size_t last = window.width + window.left < window.kernelX
        ? first
        : std::clamp((window.width + window.left - window.kernelX) / window.strideX + 1, first,
                     window.madeWidth);
    for (std::size_t y = 0; y < window.madeHeight; ++y) {
        const InsideOfKernel down = insideOf(y, window.strideY, window.above, window.kernelY, window.height);
        const bool isNine = window.kernelY == 3 && window.kernelX == 3 && down.last - down.first == 3;
        for (std::size_t x = 0; x < window.madeWidth; ++x, made += channels) {
            const InsideOfKernel across
                = insideOf(x, window.strideX, window.left, window.kernelX, window.width);
            const float* place = given + down.place * row + across.place * channels;
            if (isNine && x == first && last > first) {
                sumNines(place, row, window.strideX * channels, channels, weights, bias, last - first, made);
                made += (last - first - 1) * channels;
                x = last - 1;
                continue;
            }
            std::copy_n(bias, channels, made);
            for (std::size_t ky = down.first; ky < down.last; ++ky, place += row)
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
    for (std::size_t first = 0; first < count; first += slopes.size())
        scaleRun(given + first, std::min(slopes.size(), count - first), slopes.data(), made + first);
}

FOR_EACH_PROCESSOR
void rectifyAll(std::span<float> numbers)
{
    for (float& number : numbers)
        number = std::max(number, 0.0F);
}

FOR_EACH_PROCESSOR
void addAll(const float* __restrict given, const float* __restrict others, std::size_t count,
            float* __restrict made)
{
    for (std::size_t i = 0; i < count; ++i)
        made[i] = given[i] + others[i];
}

}
