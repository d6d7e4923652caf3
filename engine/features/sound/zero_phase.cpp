#include "engine/features/sound/zero_phase.h"

#include "engine/features/sound/sound_block.h"

#include <cmath>
#include <numbers>

namespace engine::sound {

namespace {

/// y(n) = b0 x(n) + b1 x(n − 1) + b2 x(n − 2) − a1 y(n − 1) − a2 y(n − 2)
struct Section {
    double b0 = 0.0;
    double b1 = 0.0;
    double b2 = 0.0;
    double a1 = 0.0;
    double a2 = 0.0;

    template <typename Iterator>
    void run(Iterator begin, Iterator end) const
    {
        double first = 0.0; // what is kept of the past (transposed form)
        double second = 0.0;
        for (; begin != end; ++begin) {
            const double x = *begin;
            const double y = b0 * x + first;
            first = b1 * x - a1 * y + second;
            second = b2 * x - a2 * y;
            *begin = y;
        }
    }
};

/// High pass of order 2, by the bilinear transform.
Section secondOrder(double hertz, double quality)
{
    const double k = std::tan(std::numbers::pi * hertz / kRate);
    const double norm = 1.0 / (1.0 + k / quality + k * k);
    return {norm, -2.0 * norm, norm, 2.0 * (k * k - 1.0) * norm, (1.0 - k / quality + k * k) * norm};
}

Section firstOrder(double hertz)
{
    const double k = std::tan(std::numbers::pi * hertz / kRate);
    const double norm = 1.0 / (1.0 + k);
    return {norm, -norm, 0.0, (k - 1.0) * norm, 0.0};
}

std::vector<Section> sectionsOf(double hertz, int order)
{
    if (order == 2)
        return {secondOrder(hertz, std::numbers::sqrt2 / 2)};
    if (order == 3)
        return {secondOrder(hertz, 1.0), firstOrder(hertz)};
    return {secondOrder(hertz, 0.5 / std::cos(std::numbers::pi / 8)),
            secondOrder(hertz, 0.5 / std::sin(std::numbers::pi / 8))};
}

}

std::vector<float> highPassed(std::span<const float> signal, double hertz, int order)
{
    std::vector<double> values(signal.begin(), signal.end());
    const std::vector<Section> sections = sectionsOf(hertz, order);
    for (const Section& section : sections)
        section.run(values.begin(), values.end());
    for (const Section& section : sections)
        section.run(values.rbegin(), values.rend());
    std::vector<float> result(values.size());
    std::transform(values.begin(), values.end(), result.begin(),
                   [](double value) { return static_cast<float>(value); });
    return result;
}

std::vector<float> highPassedAtRest(std::span<const float> signal, double hertz, int order)
{
    if (signal.empty())
        return {};
    constexpr auto around = static_cast<std::size_t>(0.2 * kRate);
    const std::size_t last = signal.size() - 1;
    std::vector<float> longer(signal.size() + 2 * around);
    std::copy(signal.begin(), signal.end(), longer.begin() + static_cast<std::ptrdiff_t>(around));
    for (std::size_t i = 1; i <= around; ++i) {
        longer[around - i] = 2.0F * signal.front() - signal[std::min(i, last)];
        longer[around + signal.size() - 1 + i] = 2.0F * signal.back() - signal[last - std::min(i, last)];
    }
    const std::vector<float> filtered = highPassed(longer, hertz, order);
    const auto first = filtered.begin() + static_cast<std::ptrdiff_t>(around);
    return {first, first + static_cast<std::ptrdiff_t>(signal.size())};
}

}
