#include "engine/core/usual_step.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace engine {

double usualStep(std::span<const double> values)
{
    constexpr std::size_t fewest = 3, many = 30;
    constexpr double nearlyAll = 0.95;
    if (values.size() < fewest)
        return 0.0;
    for (const double step : {1.0, 0.5, 0.25, 0.2, 1.0 / 3.0}) {
        if (step == 1.0 && values.size() < many)
            continue;
        const auto isMultiple = [step](double value) {
            const double steps = value / step;
            return std::abs(steps - std::round(steps)) < 0.02; // files round thirds
        };
        if (static_cast<double>(std::ranges::count_if(values, isMultiple))
            >= nearlyAll * static_cast<double>(values.size()))
            return step;
    }
    return 0.0;
}

double onStep(double value, double least, double step)
{
    return step > 0.0 ? least + std::round((value - least) / step) * step : value;
}

}
