#include "engine/synchrony/synchrony.h"

#include "engine/conversations/signal_grid.h"
#include "engine/core/same_length.h"
#include "engine/numbers/false_discovery.h"
#include "engine/numbers/moments.h"
#include "engine/numbers/quantiles.h"
#include "engine/synchrony/lag_correlation.h"
#include "engine/synchrony/lag_profile.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kEqual = 1e-12; ///< a surrogate within this reaches what was found

void tellPeaks(Synchrony& found, double step)
{
    std::vector<double> lags, heights;
    for (const std::optional<LagPeak>& peak : found.peaks) {
        if (!peak)
            continue;
        lags.push_back(peak->lag);
        heights.push_back(peak->r);
    }
    found.peakCount = lags.size();
    if (lags.empty())
        return;
    const auto shareOf = [&](auto test) {
        return static_cast<double>(std::ranges::count_if(lags, test)) / static_cast<double>(lags.size());
    };
    found.firstLeads = shareOf([&](double lag) { return lag > step / 2.0; });
    found.secondLeads = shareOf([&](double lag) { return lag < -step / 2.0; });
    found.peakMeanR = meanOf(heights);
    found.peakLagMedian = median(lags);
}

/// What all surrogates come down to.
struct ByChance {
    std::vector<double> strengths;
    std::vector<double> meanAbs;
    std::vector<double> rows; ///< the largest r of every row of all of them, ascending
};

ByChance byChance(const LagCorrelation& correlation, const Surrogates& surrogates, const RunContext& run)
{
    ByChance all;
    for (std::size_t i = 0; i < surrogates.count(); ++i) {
        run.tick(i, surrogates.count());
        const LagMatrix matrix = correlation.with(surrogates.series(i));
        const LagStatistics statistics = lagStatistics(matrix);
        all.strengths.push_back(statistics.strength);
        all.meanAbs.push_back(statistics.meanAbs);
        for (const double r : largestOfRows(matrix)) {
            if (std::isfinite(r))
                all.rows.push_back(r);
        }
    }
    std::ranges::sort(all.rows);
    return all;
}

double chanceOf(double value, const std::vector<double>& others)
{
    const auto reach = std::ranges::count_if(others, [&](double other) { return other >= value - kEqual; });
    return static_cast<double>(1 + reach) / static_cast<double>(1 + others.size());
}

std::optional<double> effectOf(double value, const std::vector<double>& others)
{
    const auto n = static_cast<double>(others.size());
    const double deviation = std::sqrt(populationVariance(others) * n / (n - 1.0));
    const double effect = (value - meanOf(others)) / deviation;
    return std::isfinite(effect) ? std::optional(effect) : std::nullopt;
}

void tellRows(SynchronyChance& chance, std::span<const double> strip, const std::vector<double>& rows)
{
    if (!rows.empty())
        chance.strip95 = quantile(rows, 0.95);
    chance.pRows.assign(strip.begin(), strip.end()); // NaN stays where a row has none
    std::vector<double> known;
    for (double& p : chance.pRows) {
        if (!std::isfinite(p))
            continue;
        const auto reach = rows.end() - std::ranges::lower_bound(rows, p - kEqual);
        p = static_cast<double>(1 + reach) / static_cast<double>(1 + rows.size());
        known.push_back(p);
    }
    const std::vector<double> rates = discoveryRates(known);
    chance.qRows = chance.pRows;
    std::size_t next = 0;
    for (double& q : chance.qRows) {
        if (!std::isfinite(q))
            continue;
        q = rates[next++];
        chance.rowsFound += q <= 0.05 ? 1 : 0;
    }
}

}

Surrogates surrogatesOf(std::span<const double> series, const SynchronyOptions& options,
                        std::span<const std::vector<double>> others)
{
    if (options.chance == SurrogateKind::Pseudo) {
        std::vector<std::vector<double>> cut;
        for (const std::vector<double>& other : others) {
            if (other.size() >= series.size())
                cut.push_back(standardised(std::span(other).first(series.size()), options.isDetrended));
        }
        return Surrogates::of(std::move(cut));
    }
    const LagWindows windows(options.windows, series.size());
    if (options.chance == SurrogateKind::Shuffle)
        return Surrogates::shuffled(series, options.surrogates, options.seed, windows.window);
    return Surrogates::shifted(series, options.surrogates, options.seed, windows.window + windows.longest);
}

std::optional<Synchrony> synchronyOf(std::span<const double> first, std::span<const double> second,
                                     const SynchronyOptions& options,
                                     std::span<const std::vector<double>> others, const RunContext& run)
{
    requireSameLength("samples of the second series", second.size(), first.size());
    const LagWindows windows(options.windows, first.size());
    const std::vector<double> x = standardised(first, options.isDetrended);
    const std::vector<double> y = standardised(second, options.isDetrended);
    const LagCorrelation correlation(x, windows);
    Synchrony found;
    found.matrix = correlation.with(y);
    const LagStatistics statistics = lagStatistics(found.matrix);
    if (!std::isfinite(statistics.strength))
        return std::nullopt;
    found.lags = windows.lagSeconds();
    const double step = static_cast<double>(windows.step) / windows.rate;
    found.lag = found.lags.front() + statistics.lag * step;
    found.strengthZ = statistics.strength;
    found.strengthR = std::tanh(statistics.strength);
    found.meanAbsZ = statistics.meanAbs;
    found.peaks = lagPeaks(found.matrix, found.lags, options.peaks);
    tellPeaks(found, step);
    found.strip = largestOfRows(found.matrix);
    if (options.surrogates == 0 && options.chance != SurrogateKind::Pseudo)
        return found;
    const Surrogates surrogates = surrogatesOf(y, options, others);
    found.surrogates = surrogates.count();
    if (found.surrogates < kLeastSurrogates)
        return found;
    const ByChance all = byChance(correlation, surrogates, run);
    SynchronyChance& chance = found.chance.emplace();
    chance.pStrength = chanceOf(found.strengthZ, all.strengths);
    chance.pMeanAbs = chanceOf(found.meanAbsZ, all.meanAbs);
    chance.effect = effectOf(found.strengthZ, all.strengths);
    chance.effectMeanAbs = effectOf(found.meanAbsZ, all.meanAbs);
    tellRows(chance, found.strip, all.rows);
    return found;
}

}
