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

}

std::vector<float> highPassed(std::span<const float> signal, double hertz, int order)
{
    std::vector<double> values(signal.begin(), signal.end());
    std::vector<Section> sections{secondOrder(hertz, order == 3 ? 1.0 : std::numbers::sqrt2 / 2)};
    if (order == 3)
        sections.push_back(firstOrder(hertz));
    for (const Section& section : sections)
        section.run(values.begin(), values.end());
    for (const Section& section : sections)
        section.run(values.rbegin(), values.rend());
    std::vector<float> result(values.size());
    std::transform(values.begin(), values.end(), result.begin(),
                   [](double value) { return static_cast<float>(value); });
    return result;
}

}
