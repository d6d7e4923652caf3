#pragma once

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

/// Order statistics of N ≥ 1 values. A function that has no value to return throws ShapeError
/// (`row_mismatch`).
namespace engine {

/// The value at this place in ascending order.
template <typename T>
T atRank(std::vector<T> values, std::size_t place)
{
    requirePlace("value", place, values.size());
    const auto found = values.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(values.begin(), found, values.end());
    return *found;
}

/// The upper of the two middle values, or the middle one.
template <typename T>
T upperMedian(std::vector<T> values)
{
    const std::size_t middle = values.size() / 2;
    return atRank(std::move(values), middle);
}

/// The largest of the values below or at the quantile: no value is made between two of them. @param part  0…1
template <typename T>
T lowerQuantile(std::vector<T> values, T part)
{
    requirePlace("value", 0, values.size());
    const auto place = static_cast<std::size_t>(part * static_cast<T>(values.size() - 1));
    return atRank(std::move(values), place);
}

/// The value below which this part of the values lies, interpolated between two of them. @param part  0…1
template <typename T>
T quantile(std::vector<T> values, double part)
{
    requirePlace("value", 0, values.size());
    std::sort(values.begin(), values.end());
    const double place = part * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const T share = static_cast<T>(place - static_cast<double>(below));
    if (share == T(0))
        return values[below];
    const T low = values[below], high = values[below + 1];
    return std::isinf(low) ? low + high : low + share * (high - low);
}

/// Half of the values lie below: the mean of the two middle values, or the middle one.
template <typename T>
T median(std::vector<T> values)
{
    return quantile(std::move(values), 0.5);
}

}
