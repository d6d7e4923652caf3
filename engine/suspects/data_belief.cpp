#include "engine/suspects/data_belief.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

double tailQuantile(std::vector<double> values, double part)
{
    const auto place = static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, values.begin() + place);
    return values[static_cast<std::size_t>(place)];
}

/// Up to a factor that all densities share.
double normalDensity(double value, double mean, double deviation)
{
    const double apart = (value - mean) / deviation;
    return std::exp(-0.5 * apart * apart) / deviation;
}

}

std::vector<double> tailShares(std::span<const double> strengths)
{
    constexpr std::size_t fewest = 20;
    std::vector<double> known, shares(strengths.size(), 0.0);
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < strengths.size(); ++i) {
        if (std::isfinite(strengths[i])) {
            known.push_back(strengths[i]);
            places.push_back(i);
        }
    }
    if (known.size() < fewest)
        return shares;
    constexpr double toDeviation = 1.0 / 0.6745; // of the quartile of a normal distribution
    const double middle = tailQuantile(known, 0.5);
    const double spread
        = (middle - tailQuantile(known, 0.25)) * toDeviation; // the lower half knows no errors
    if (!(spread > 1e-12))
        return shares;
    constexpr double beginsAt = 3.0, least = 2.5, widest = 4.0, prior = 0.01, priorWeight = 0.02;
    double share = 0.03, mean = beginsAt, deviation = 1.5;
    std::vector<double> sizes, tail(known.size());
    for (const double value : known)
        sizes.push_back((value - middle) / spread);
    constexpr int rounds = 40;
    for (int round = 0; round < rounds; ++round) {
        double sum = 0.0, first = 0.0, second = 0.0;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            const double usual = (1.0 - share) * normalDensity(sizes[i], 0.0, 1.0);
            const double unusual = share * normalDensity(sizes[i], mean, deviation);
            tail[i] = sizes[i] <= 0.0 ? 0.0
                : sizes[i] > mean     ? std::max(unusual / (usual + unusual), 0.5)
                                      : unusual / (usual + unusual);
            sum += tail[i];
            first += tail[i] * sizes[i];
            second += tail[i] * sizes[i] * sizes[i];
        }
        const auto count = static_cast<double>(sizes.size());
        share = std::clamp((sum + prior * priorWeight * count) / (count * (1.0 + priorWeight)), 1e-4, 0.3);
        if (sum < 1e-6)
            break;
        mean = std::max(least, first / sum);
        deviation = std::clamp(std::sqrt(std::max(0.0, second / sum - (first / sum) * (first / sum))), 1.0,
                               std::max(1.0, mean / 2.0 * widest / 2.0));
    }
    std::vector<std::size_t> order(known.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t i) { return sizes[i]; });
    double most = 0.0;
    for (const std::size_t i : order) {
        most = std::max(most, tail[i]);
        shares[places[i]] = most;
    }
    return shares;
}

}
