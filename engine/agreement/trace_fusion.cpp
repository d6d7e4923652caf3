#include "engine/agreement/trace_fusion.h"

#include "engine/agreement/concordance.h"
#include "engine/agreement/ewe.h"
#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace engine {

namespace {

constexpr int kWarpTurns = 6; // the average settles
constexpr double kWarpCost = 0.05; // of a step aside, in squared deviations: noise alone is no reason to warp

RatingTable tableOf(const std::vector<TraceFrames>& raters)
{
    std::vector<std::string> units, names;
    for (std::size_t t = 0; t < raters.front().size(); ++t)
        units.push_back(std::to_string(t));
    for (std::size_t rater = 0; rater < raters.size(); ++rater)
        names.push_back(std::to_string(rater));
    RatingTable table("trace", units, names);
    for (std::size_t rater = 0; rater < raters.size(); ++rater) {
        for (std::size_t t = 0; t < raters[rater].size(); ++t)
            table.setValue(t, rater, raters[rater][t]);
    }
    return table;
}

std::vector<double> weightsOf(const std::vector<TraceFrames>& raters)
{
    const Ewe ewe = evaluatorWeightedEstimate(tableOf(raters));
    std::vector<double> weights;
    for (const Statistic& weight : ewe.weights)
        weights.push_back(weight.value.value_or(0.0));
    if (std::ranges::all_of(weights, [](double weight) { return weight == 0.0; }))
        weights.assign(raters.size(), 1.0);
    return weights;
}

TraceFrames weightedMean(const std::vector<TraceFrames>& raters, const std::vector<double>& weights)
{
    TraceFrames mean(raters.front().size());
    for (std::size_t t = 0; t < mean.size(); ++t) {
        double sum = 0.0, count = 0.0;
        for (std::size_t rater = 0; rater < raters.size(); ++rater) {
            if (raters[rater][t]) {
                sum += weights[rater] * *raters[rater][t];
                count += weights[rater];
            }
        }
        if (count > 0.0)
            mean[t] = sum / count;
    }
    return mean;
}

/// A run of frames that have values.
struct RatedRun {
    std::size_t first = 0;
    std::size_t last = 0; ///< one behind
};

/// From the first value to the last, with holes filled in a straight line.
std::pair<RatedRun, std::vector<double>> filled(const TraceFrames& trace)
{
    RatedRun run{trace.size(), 0};
    std::vector<double> values(trace.size());
    std::size_t before = 0;
    for (std::size_t t = 0; t < trace.size(); ++t) {
        if (!trace[t])
            continue;
        values[t] = *trace[t];
        if (run.last == 0)
            run.first = t;
        for (std::size_t hole = before + 1; run.last > 0 && hole < t; ++hole) {
            const double part = static_cast<double>(hole - before) / static_cast<double>(t - before);
            values[hole] = values[before] + part * (values[t] - values[before]);
        }
        before = t;
        run.last = t + 1;
    }
    return {run, values};
}

std::vector<double> standard(const RatedRun& run, const std::vector<double>& values)
{
    const double count = static_cast<double>(run.last - run.first);
    double mean = 0.0, squares = 0.0;
    for (std::size_t t = run.first; t < run.last; ++t)
        mean += values[t] / count;
    for (std::size_t t = run.first; t < run.last; ++t)
        squares += (values[t] - mean) * (values[t] - mean) / count;
    const double deviation = squares > 0.0 ? std::sqrt(squares) : 1.0;
    std::vector<double> result(values.size());
    for (std::size_t t = run.first; t < run.last; ++t)
        result[t] = (values[t] - mean) / deviation;
    return result;
}

/// The cheapest way to go through two traces side by side (dynamic time warping) where neither is more than
/// `band` frames ahead: for each pair of frames that belong together, visit(average, rater).
template <typename Visit>
void alongWarp(const RatedRun& run, const std::vector<double>& average, const std::vector<double>& rater,
               std::ptrdiff_t band, Visit visit)
{
    const auto count = static_cast<std::ptrdiff_t>(run.last - run.first), wide = 2 * band + 1;
    constexpr double never = std::numeric_limits<double>::infinity();
    std::vector<double> before(static_cast<std::size_t>(wide), never), now = before;
    std::vector<char> from(static_cast<std::size_t>(count * wide)); // 0: both step, 1: average, 2: rater
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        for (std::ptrdiff_t k = 0; k < wide; ++k) {
            const std::ptrdiff_t j = i + k - band;
            double& cost = now[static_cast<std::size_t>(k)];
            cost = never;
            if (j < 0 || j >= count)
                continue;
            const double apart = average[run.first + static_cast<std::size_t>(i)]
                - rater[run.first + static_cast<std::size_t>(j)];
            const double both = i > 0 ? before[static_cast<std::size_t>(k)] : never;
            const double onlyAverage
                = i > 0 && k + 1 < wide ? before[static_cast<std::size_t>(k + 1)] + kWarpCost : never;
            const double onlyRater = k > 0 ? now[static_cast<std::size_t>(k - 1)] + kWarpCost : never;
            const double least = std::min({both, onlyAverage, onlyRater});
            char& step = from[static_cast<std::size_t>(i * wide + k)];
            step = static_cast<char>(least == both ? 0 : least == onlyAverage ? 1 : 2);
            cost = apart * apart + (i == 0 && j == 0 ? 0.0 : least);
        }
        std::swap(before, now);
    }
    for (std::ptrdiff_t i = count - 1, j = count - 1; i >= 0 && j >= 0;) {
        visit(run.first + static_cast<std::size_t>(i), run.first + static_cast<std::size_t>(j));
        if (i == 0 && j == 0)
            break;
        const char step = from[static_cast<std::size_t>(i * wide + (j - i + band))];
        i -= step != 2 ? 1 : 0;
        j -= step != 1 ? 1 : 0;
    }
}

/// The same average of the raters' values that a warp puts at each of its frames.
TraceFrames warpedMean(const std::vector<TraceFrames>& raters, const std::vector<double>& weights,
                       const TraceFrames& first, std::ptrdiff_t band)
{
    TraceFrames average = first;
    for (int turn = 0; turn < kWarpTurns; ++turn) {
        const auto [ofAverage, averageValues] = filled(average);
        std::vector<double> sums(average.size()), counts(average.size());
        for (std::size_t rater = 0; rater < raters.size(); ++rater) {
            const auto [ofRater, values] = filled(raters[rater]);
            const RatedRun run{std::max(ofAverage.first, ofRater.first),
                               std::min(ofAverage.last, ofRater.last)};
            if (weights[rater] <= 0.0 || run.first >= run.last)
                continue;
            std::vector<double> sum(average.size()), count(average.size());
            alongWarp(run, standard(run, averageValues), standard(run, values), band,
                      [&, &values = values](std::size_t of, std::size_t with) {
                          sum[of] += values[with];
                          ++count[of];
                      });
            for (std::size_t t = run.first; t < run.last; ++t) {
                if (count[t] > 0.0) {
                    sums[t] += weights[rater] * sum[t] / count[t];
                    counts[t] += weights[rater];
                }
            }
        }
        for (std::size_t t = 0; t < average.size(); ++t) {
            if (average[t] && counts[t] > 0.0)
                average[t] = sums[t] / counts[t];
        }
    }
    return average;
}

}

FusedTrace fuseTraces(const std::vector<TraceFrames>& raters, const TraceFusionSettings& settings)
{
    FusedTrace fused;
    if (raters.empty())
        return fused;
    for (const TraceFrames& trace : raters) {
        if (trace.size() != raters.front().size())
            throw ShapeError("row_mismatch", "the raters' traces differ in length");
    }
    fused.weights
        = settings.method == TraceFusion::Mean ? std::vector<double>(raters.size(), 1.0) : weightsOf(raters);
    fused.frames = weightedMean(raters, fused.weights);
    if (settings.method == TraceFusion::Warped)
        fused.frames = warpedMean(raters, fused.weights, fused.frames,
                                  static_cast<std::ptrdiff_t>(std::lround(settings.warp * settings.rate)));
    for (const TraceFrames& trace : raters) {
        const TracePair pair{{}, trace, fused.frames};
        fused.concordance.push_back(concordance(std::span(&pair, 1), settings.rate).concatenated.value);
    }
    return fused;
}

}
