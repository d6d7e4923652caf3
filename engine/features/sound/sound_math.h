#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

namespace engine::sound {

/// Σ a(i) b(i) over the length of `a`, in eight sums that the compiler keeps in vectors.
template <typename Value>
Value sumOfProducts(const Value* a, const Value* b, std::size_t count)
{
    std::array<Value, 8> sums{};
    std::size_t i = 0;
    for (; i + sums.size() <= count; i += sums.size()) {
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] += a[i + k] * b[i + k];
    }
    Value rest = 0;
    for (; i < count; ++i)
        rest += a[i] * b[i];
    return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7])) + rest;
}
inline float dot(std::span<const float> a, const float* b)
{
    return sumOfProducts(a.data(), b, a.size());
}
inline double dot(std::span<const double> a, const double* b)
{
    return sumOfProducts(a.data(), b, a.size());
}

/// Σ of `cosines`(k) cos(2πk i / (samples − 1)): the symmetric windows of that family.
template <std::size_t Terms>
std::vector<float> cosineWindow(std::size_t samples, const std::array<double, Terms>& cosines)
{
    std::vector<float> window(samples);
    for (std::size_t i = 0; i < samples; ++i) {
        const double turn = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(samples - 1);
        double value = 0.0;
        for (std::size_t k = 0; k < Terms; ++k)
            value += cosines[k] * std::cos(turn * static_cast<double>(k));
        window[i] = static_cast<float>(value);
    }
    return window;
}

inline std::vector<float> symmetricHamming(std::size_t samples)
{
    return cosineWindow<2>(samples, {0.54, -0.46});
}
inline std::vector<float> symmetricHann(std::size_t samples)
{
    return cosineWindow<2>(samples, {0.5, -0.5});
}
inline std::vector<float> symmetricBlackman(std::size_t samples)
{
    return cosineWindow<3>(samples, {0.42, -0.5, 0.08});
}
/// @param deviation  the standard deviation, over half of the window
inline std::vector<float> gaussianWindow(std::size_t samples, double deviation)
{
    std::vector<float> window(samples);
    const double half = (static_cast<double>(samples) - 1.0) / 2.0;
    for (std::size_t i = 0; i < samples; ++i) {
        const double t = (static_cast<double>(i) - half) / half / deviation;
        window[i] = static_cast<float>(std::exp(-t * t / 2.0));
    }
    return window;
}

}
