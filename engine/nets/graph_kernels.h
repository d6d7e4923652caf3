#pragma once

#include <cstddef>
#include <span>

namespace engine {

/// How a window goes over a picture whose places stand row after row, each with all its channels.
struct GraphWindow {
    std::size_t height = 0; ///< of what is given
    std::size_t width = 0;
    std::size_t channels = 0;
    std::size_t kernelY = 1;
    std::size_t kernelX = 1;
    std::size_t strideY = 1;
    std::size_t strideX = 1;
    std::size_t above = 0; ///< zeros before the first row
    std::size_t left = 0; ///< zeros before the first column
    std::size_t madeHeight = 0;
    std::size_t madeWidth = 0;

    /// Whether each place is made of the same place alone.
    bool isPointwise() const { return kernelY * kernelX * strideY * strideX == 1; }
};

/// The numbers under the window at each place, row after row of what is made, zeros beyond the picture:
/// places × (kernelY · kernelX · channels).
void layOutWindows(const GraphWindow& window, const float* given, float* laidOut);

/// places × `depth` times the transposed of `count` × `depth`, and a bias each: places × `count`.
void multiplyByRows(const float* given, std::size_t places, std::size_t depth, const float* weights,
                    std::size_t count, const float* bias, float* made);

/// A kernel for each channel by itself. @param weights  kernelY × kernelX × channels
void convolveDepthwise(const GraphWindow& window, const float* given, const float* weights, const float* bias,
                       float* made);

/// The largest number under the window.
void takeLargest(const GraphWindow& window, const float* given, float* made);

/// What is below 0 is multiplied by its slope. @param slopes  repeated over the numbers; many are faster
void scaleBelowZero(const float* given, std::size_t count, std::span<const float> slopes, float* made);
void rectifyAll(std::span<float> numbers);
void addAll(const float* given, const float* others, std::size_t count, float* made);

}
