#include "engine/suspects/data_belief.h"

#include "engine/numbers/quantiles.h"
#include "engine/suspects/planted_density.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <iterator>
#include <limits>
#include <numeric>

namespace engine {

namespace {

/// Up to a factor that all densities share.
double normalDensity(double value, double mean, double deviation)
{
    const double apart = (value - mean) / deviation;
    return std::exp(-0.5 * apart * apart) / deviation;
}

/// The log likelihood of sizes above the middle by one distribution alone, whose upper half may be wider than
/// the lower one, or have a longer tail: a normal or a logistic one, of the width that fits best.
double likelihoodOfOne(std::span<const double> sizes)
{
    double best = -std::numeric_limits<double>::infinity();
    for (double width = 0.7; width < 5.0; width *= 1.1) {
        const double share = -std::log(width); // up to a factor that all densities share
        double normal = 0.0, logistic = 0.0;
        for (const double size : sizes) {
            if (size <= 0.0)
                continue;
            const double apart = size / width;
            normal += share - 0.5 * apart * apart;
            constexpr double slope = 1.596, height = 4.0; // of the logistic one that is as high in the middle
            logistic += share - slope * apart + std::log(height) - 2.0 * std::log1p(std::exp(-slope * apart));
        }
        best = std::max({best, normal, logistic});
    }
    return best;
}

/// Sizes above the middle: of most, of deviation `width` there, and of some that are larger.
struct TwoParts {
    double share = 0.0; ///< of all sizes
    double mean = 0.0, deviation = 1.0, width = 1.0;
    double logLikelihood = -std::numeric_limits<double>::infinity(); ///< of the sizes above the middle

    double usual(double size) const
    {
        return (1.0 - 2.0 * share) * normalDensity(size, 0.0, width); // all that is larger is in this half
    }
    double unusual(double size) const { return share * normalDensity(size, mean, deviation); }
};

/// The likeliest of a grid.
TwoParts likeliestParts(std::span<const double> sizes)
{
    TwoParts best;
    for (const double width : {1.0, 1.2, 1.4, 1.7, 2.0}) {
        for (const double share : {0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3}) {
            for (const double mean : {2.5, 3.0, 3.5, 4.0, 5.0, 6.5, 8.0, 10.0, 13.0, 20.0, 40.0, 80.0}) {
                for (const double deviation : {1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 16.0, 32.0}) {
                    TwoParts parts{share, mean, deviation, width, 0.0};
                    if (deviation > mean)
                        continue;
                    for (const double size : sizes) {
                        if (size > 0.0)
                            parts.logLikelihood += std::log(parts.usual(size) + parts.unusual(size) + 1e-300);
                    }
                    if (parts.logLikelihood > best.logLikelihood)
                        best = parts;
                }
            }
        }
    }
    return best;
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
    const double middle = lowerQuantile(known, 0.5);
    const double spread
        = (middle - lowerQuantile(known, 0.25)) * toDeviation; // the lower half knows no errors
    if (!(spread > 1e-12))
        return shares;
    std::vector<double> sizes;
    for (const double value : known)
        sizes.push_back((value - middle) / spread);
    const TwoParts parts = likeliestParts(sizes);
    // where one distribution explains as much, there is no second part; then only the order is left
    constexpr double clearly = 4.0, leastBelief = 0.05;
    const double gain = parts.logLikelihood - likelihoodOfOne(sizes);
    const double belief = std::max(leastBelief, 1.0 / (1.0 + std::exp(clearly - gain)));
    std::vector<double> tail;
    for (const double size : sizes) {
        const double unusual = parts.unusual(size), share = unusual / (parts.usual(size) + unusual + 1e-300);
        tail.push_back(size <= 0.0 ? 0.0 : belief * (size > parts.mean ? std::max(share, 0.5) : share));
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

DataShares dataShares(const DataEvidence& evidence)
{
    constexpr double standsOut = 2.0, mostErrors = 0.15;
    constexpr std::size_t fewestTold = 20;
    const std::size_t count = evidence.strengths.size();
    DataShares told{tailShares(evidence.strengths), std::vector<std::string>(count)};
    std::vector<double> known, planted;
    const auto isKnown = [](double value) { return std::isfinite(value); };
    std::ranges::copy_if(evidence.strengths, std::back_inserter(known), isKnown);
    std::ranges::copy_if(evidence.planted, std::back_inserter(planted), isKnown);
    if (known.empty() || planted.empty())
        return told;
    std::ranges::sort(known, std::greater());
    std::ranges::sort(planted, std::greater());
    /// The part of sorted values that is larger, and half of those that are equal.
    const auto placeIn = [](const std::vector<double>& values, double value) {
        const auto [first, last] = std::ranges::equal_range(values, value, std::greater());
        const auto before = first - values.begin(), through = last - values.begin();
        return 0.5 * static_cast<double>(before + through) / static_cast<double>(values.size());
    };
    const auto notWeaker = [](const std::vector<double>& values, double value) {
        const auto last = std::ranges::upper_bound(values, value, std::greater());
        return static_cast<double>(last - values.begin()) / static_cast<double>(values.size());
    };
    std::vector<double> places;
    for (const double value : planted)
        places.push_back(placeIn(known, value));
    const PlantedDensity density(places, std::vector<double>(places.size(), 1.0), known.size());
    const double errors = std::min(density.most(), mostErrors);
    // The density never rises behind the head, though many who are at the end of what is measured may be as
    // strong by nature: so all that are as strong are compared, too. Of fewer than this nothing is told.
    const double head = known[std::min(known.size(), fewestTold) - 1];
    const auto standOut = [&](double strength) {
        const double least = std::min(strength, head);
        return notWeaker(planted, least) >= standsOut * notWeaker(known, least);
    };
    for (std::size_t i = 0; i < count; ++i) {
        const double strength = evidence.strengths[i];
        if (!isKnown(strength))
            continue;
        const double denser = density.at(placeIn(known, strength));
        told.shares[i]
            = denser < standsOut || !standOut(strength) ? 0.0 : std::min(told.shares[i], errors * denser);
        told.numbers[i]
            = fmt::format("as strong in {:.1f} % of the segments, in {:.0f} % where it was planted",
                          100.0 * notWeaker(known, strength), 100.0 * notWeaker(planted, strength));
    }
    return told;
}

}
