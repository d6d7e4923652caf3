#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <string>
#include <vector>

namespace bench {

/// 0 of no values.
inline double meanOf(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0)
        / std::max(1.0, static_cast<double>(values.size()));
}

/// Half of the 95 % interval of the mean, by Student's t.
inline double intervalOf(const std::vector<double>& values)
{
    constexpr std::array<double, 10> quantiles{0, 12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26};
    if (values.size() < 2)
        return 0.0;
    double squares = 0.0;
    for (const double value : values)
        squares += (value - meanOf(values)) * (value - meanOf(values));
    const auto count = static_cast<double>(values.size());
    return quantiles.at(std::min<std::size_t>(values.size() - 1, 9))
        * std::sqrt(squares / (count - 1.0) / count);
}

/// `0.87 ± 0.02`
inline std::string shown(const std::vector<double>& values)
{
    return fmt::format("{:.2f} ± {:.2f}", meanOf(values), intervalOf(values));
}

}
