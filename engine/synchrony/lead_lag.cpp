#include "engine/synchrony/lead_lag.h"

#include "engine/core/same_length.h"
#include "engine/numbers/beta_share.h"
#include "engine/numbers/least_squares.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace engine {

namespace {

/// What is left of the later series from `start` on, without and with the past of the first.
struct LeadFits {
    double samples = 0.0;
    double without = 0.0;
    double with = 0.0;

    LeadFits(std::span<const double> first, std::span<const double> second, std::size_t order,
             std::size_t start)
    {
        const std::size_t count = second.size() - start;
        samples = static_cast<double>(count);
        const auto past = [&](std::span<const double> series, std::size_t by) {
            const auto from = series.begin() + static_cast<std::ptrdiff_t>(start - by);
            return std::vector<double>(from, from + static_cast<std::ptrdiff_t>(count));
        };
        std::vector<std::vector<double>> columns{std::vector<double>(count, 1.0)};
        for (std::size_t by = 1; by <= order; ++by)
            columns.push_back(past(second, by));
        without = leastSquaresRest(columns, second.subspan(start));
        for (std::size_t by = 1; by <= order; ++by)
            columns.push_back(past(first, by));
        with = leastSquaresRest(columns, second.subspan(start));
    }
};

std::optional<std::size_t> orderByBic(std::span<const double> first, std::span<const double> second)
{
    if (second.size() <= kLargestLeadOrder + 3 * (2 * kLargestLeadOrder + 1))
        return std::nullopt;
    std::size_t best = 0;
    double smallest = 0.0;
    for (std::size_t order = 1; order <= kLargestLeadOrder; ++order) {
        const LeadFits fits(first, second, order, kLargestLeadOrder);
        const double bic = fits.samples * std::log(fits.with / fits.samples)
            + static_cast<double>(2 * order + 1) * std::log(fits.samples);
        if (best == 0 || bic < smallest) {
            best = order;
            smallest = bic;
        }
    }
    return best;
}

}

std::optional<LeadLag> leadLagOf(std::span<const double> first, std::span<const double> second,
                                 std::optional<std::size_t> order)
{
    requireSameLength("samples of the second series", second.size(), first.size());
    const auto isKnown = [](double value) { return std::isfinite(value); };
    if (!std::ranges::all_of(first, isKnown) || !std::ranges::all_of(second, isKnown))
        return std::nullopt;
    if (!order)
        order = orderByBic(first, second);
    if (!order || *order == 0 || second.size() < 3 * *order + 2)
        return std::nullopt;
    const LeadFits fits(first, second, *order, *order);
    const std::size_t freedom = second.size() - 3 * *order - 1;
    const auto p = static_cast<double>(*order), rest = static_cast<double>(freedom);
    const double f = (fits.without - fits.with) / p / (fits.with / rest);
    if (!std::isfinite(f) || !(fits.with > 0.0))
        return std::nullopt;
    return LeadLag{*order, f, freedom, chanceOfF(std::max(f, 0.0), p, rest),
                   std::log(fits.without / fits.with)};
}

}
