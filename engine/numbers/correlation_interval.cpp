#include "engine/numbers/correlation_interval.h"

#include <algorithm>
#include <cmath>

namespace engine {

Interval correlationInterval(double r, std::size_t count)
{
    constexpr std::size_t fewest = 4;
    constexpr double z = 1.96, surest = 1.0 - 1e-9;
    if (count < fewest)
        return {-1.0, 1.0};
    const double middle = std::atanh(std::clamp(r, -surest, surest));
    const double half = z / std::sqrt(static_cast<double>(count) - 3.0);
    return {std::tanh(middle - half), std::tanh(middle + half)};
}

}
