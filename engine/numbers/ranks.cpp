#include "engine/numbers/ranks.h"

#include "engine/core/same_length.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

std::vector<double> ranksOf(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t place) { return values[place]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first + 1;
        while (last < order.size() && values[order[last]] == values[order[first]])
            ++last;
        for (std::size_t i = first; i < last; ++i)
            ranks[order[i]] = (static_cast<double>(first) + static_cast<double>(last) + 1.0) / 2.0;
        first = last;
    }
    return ranks;
}

std::optional<double> rankCorrelation(std::span<const double> one, std::span<const double> other)
{
    requireSameLength("values of two sides", other.size(), one.size());
    const std::vector<double> x = ranksOf(one), y = ranksOf(other);
    const double mean = (static_cast<double>(x.size()) + 1.0) / 2.0;
    double product = 0.0, ofX = 0.0, ofY = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        product += (x[i] - mean) * (y[i] - mean);
        ofX += (x[i] - mean) * (x[i] - mean);
        ofY += (y[i] - mean) * (y[i] - mean);
    }
    if (!(ofX > 0.0) || !(ofY > 0.0))
        return std::nullopt;
    return product / std::sqrt(ofX * ofY);
}

}
