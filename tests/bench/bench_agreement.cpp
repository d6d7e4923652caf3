// Krippendorff's α over as many ratings as CMU-MOSI has, with its interval; and the segments of two raters
// matched.
#include "engine/agreement/boundaries.h"
#include "engine/agreement/krippendorff.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>

#include "tests/bench/bench_row.h"

namespace {

using namespace engine;

/// Five raters about a sentiment of each unit's own, one rating in twenty missing. @param step  of the scale
RatingTable ratings(double step)
{
    std::mt19937 random(1);
    RatingTable table("sentiment", std::vector<std::string>(2199, "u"), std::vector<std::string>(5, "r"));
    std::normal_distribution<double> opinion(0.0, 1.5);
    std::normal_distribution<double> slip(0.0, 0.8);
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        const double truth = opinion(random);
        for (std::size_t rater = 0; rater < table.raters().size(); ++rater) {
            const double value = std::clamp(truth + slip(random), -3.0, 3.0);
            if (random() % 20 != 0)
                table.setValue(unit, rater, std::round(value / step) * step);
        }
    }
    return table;
}

void measureAlpha(const std::string& row, double step, AlphaMetric metric)
{
    const RatingTable table = ratings(step);
    const bench::Stopwatch watch;
    const Alpha alpha = krippendorffsAlpha(table, {.metric = metric, .draws = 2000});
    const double seconds = watch.milliseconds() / 1000.0;
    if (!alpha.statistic.interval || alpha.statistic.interval->draws != 2000)
        std::exit(1);
    bench::printRow(row, seconds, "s", 1.0, 0);
}

void measureMatching()
{
    std::vector<Interval> first;
    std::vector<Interval> second;
    for (int i = 0; i < 2000; ++i) {
        first.push_back({i * 1.0, i + 1.0});
        second.push_back({i + 0.55, i + 1.55});
    }
    const bench::Stopwatch watch;
    if (matchSegments(first, second).size() != 1999)
        std::exit(1);
    bench::printRow("match 2000 x 2000 segments", watch.milliseconds() / 1000.0, "s", 1.0, 0);
}

}

int main()
{
    measureAlpha("alpha ordinal 2199 x 5", 1.0, AlphaMetric::Ordinal);
    measureAlpha("alpha nominal 2199 x 5", 1.0, AlphaMetric::Nominal);
    measureAlpha("alpha interval, continuous", 1e-6, AlphaMetric::Interval);
    measureMatching();
    return 0;
}
