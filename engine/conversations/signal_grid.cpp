#include "engine/conversations/signal_grid.h"

#include "engine/core/error.h"
#include "engine/core/same_length.h"

#include <cmath>
#include <limits>

namespace engine {

namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

void fillShortGaps(std::vector<double>& series, double longest)
{
    std::size_t last = series.size(); // the last sample that is known; none yet
    for (std::size_t k = 0; k < series.size(); ++k) {
        if (std::isnan(series[k]))
            continue;
        const std::size_t steps = last < k ? k - last : 0;
        if (steps > 1 && static_cast<double>(steps) <= longest) {
            for (std::size_t i = 1; i < steps; ++i)
                series[last + i] = series[last]
                    + (series[k] - series[last]) * static_cast<double>(i) / static_cast<double>(steps);
        }
        last = k;
    }
}

}

std::vector<double> onGrid(std::span<const Interval> rows, std::span<const double> values, std::size_t count,
                           double rate, double hold)
{
    requireSameLength("values of rows", values.size(), rows.size());
    if (!(rate > 0.0) || !(hold >= 0.0))
        throw ShapeError("out_of_range", "A grid needs a rate above 0 Hz, and gaps of at least 0 seconds.");
    std::vector<double> sums(count, 0.0);
    std::vector<std::size_t> counts(count, 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double place = std::floor((rows[i].start + rows[i].end) / 2.0 * rate + 1e-9);
        if (!std::isfinite(values[i]) || !(place >= 0.0) || !(place < static_cast<double>(count)))
            continue;
        sums[static_cast<std::size_t>(place)] += values[i];
        ++counts[static_cast<std::size_t>(place)];
    }
    for (std::size_t k = 0; k < count; ++k)
        sums[k] = counts[k] > 0 ? sums[k] / static_cast<double>(counts[k]) : kMissing;
    fillShortGaps(sums, hold * rate + 1.0 + 1e-9);
    return sums;
}

std::vector<double> standardised(std::span<const double> series, bool withoutLine)
{
    const auto overKnown = [&](auto value) { // the sum over samples that are not missing
        double sum = 0.0;
        for (std::size_t k = 0; k < series.size(); ++k)
            sum += std::isfinite(series[k]) ? value(k) : 0.0;
        return sum;
    };
    const double n = overKnown([](std::size_t) { return 1.0; });
    std::vector<double> result(series.size(), kMissing);
    if (n < 3.0)
        return result;
    const double middle = overKnown([](std::size_t k) { return static_cast<double>(k); }) / n;
    const double mean = overKnown([&](std::size_t k) { return series[k]; }) / n;
    const auto time = [&](std::size_t k) { return static_cast<double>(k) - middle; };
    const double slope = withoutLine ? overKnown([&](std::size_t k) { return time(k) * (series[k] - mean); })
            / overKnown([&](std::size_t k) { return time(k) * time(k); })
                                     : 0.0;
    const auto rest = [&](std::size_t k) { return series[k] - mean - slope * time(k); };
    const double deviation = std::sqrt(overKnown([&](std::size_t k) { return rest(k) * rest(k); }) / n);
    if (!(deviation > 1e-9 * (std::abs(mean) + 1e-300)) || !std::isfinite(deviation))
        return result;
    for (std::size_t k = 0; k < series.size(); ++k) {
        if (std::isfinite(series[k]))
            result[k] = rest(k) / deviation;
    }
    return result;
}

}
