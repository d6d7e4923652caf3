// The ordinal model of raters on planted raters beside the weighted consensus and the mean; how many ratings
// routing saves; how long fits and designs take; and, where POLYLOGUE_VOTES names a folder of real votes, the
// same on people. `--seeds N` for more than five.
#include "engine/agreement/rater_consensus.h"
#include "engine/core/stopwatch.h"
#include "engine/raters/routing.h"
#include "engine/raters/study_design.h"

#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <numeric>
#include <string_view>

#include "tests/bench/bench_row.h"
#include "tests/bench/raters_real.h"
#include "tests/support/planted_raters.h"

namespace {

using namespace engine;

/// What the field's reference program reached, over five seeds.
struct Reference {
    double ordinalOf300, ordinal; ///< errors, 300 and 600 units
    double needed; ///< percent of the ratings of three each, at their error
    double neededOfMean; ///< at the error of the mean of three
};

struct Crew {
    const char* name;
    std::vector<test::PlantedRater> raters;
    std::size_t mostOfRater; ///< of 1800 ratings: 1.5 equal shares
    Reference reference;
};

std::vector<Crew> crews()
{
    return {{"six", test::sixRaters(), 450, {0.386, 0.388, 74.0, 29.0}},
            {"five", test::fiveHonestRaters(), 540, {0.384, 0.384, 71.0, 45.0}}};
}

double meanOfAll(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double errorOf(const std::vector<double>& values, const std::vector<double>& truths)
{
    double sum = 0.0;
    for (std::size_t unit = 0; unit < truths.size(); ++unit)
        sum += std::abs(values[unit] - truths[unit]);
    return sum / static_cast<double>(truths.size());
}

std::vector<double> ordinalMeans(const OrdinalModel& model, const OrdinalRatings& ratings)
{
    std::vector<double> means;
    for (const OrdinalEstimate& unit : ordinalEstimates(model, placePosteriors(model, ratings)))
        means.push_back(unit.mean);
    return means;
}

/// Errors with three ratings of each unit.
struct OfThree {
    double mean, weighted, ordinal;
};

OfThree ofThree(const test::PlantedAnswers& planted, std::uint32_t seed)
{
    const OrdinalRatings ratings = test::plantedTurns(planted, 3, seed + 100);
    const RatingTable table = test::tableOf(ratings);
    std::vector<double> means, weighted;
    for (std::size_t unit = 0; unit < ratings.units; ++unit)
        means.push_back(*table.mean(unit));
    for (const std::optional<double>& value : raterConsensus(table).values)
        weighted.push_back(*value);
    return {errorOf(means, planted.truths), errorOf(weighted, planted.truths),
            errorOf(ordinalMeans(fitOrdinalModel(ratings).model, ratings), planted.truths)};
}

/// Ratings and error as routing goes on.
using Trail = std::vector<std::pair<double, double>>;

/// 30 units by all, then batches of 60 to 1800 ratings, none drawn.
Trail routed(const test::PlantedAnswers& planted, std::uint32_t seed, std::size_t mostOfRater)
{
    constexpr std::size_t kBudget = 1800, kBegin = 30;
    OrdinalRatings ratings{planted.said.size(), planted.said.front().size(), test::kPlantedSteps, {}};
    Draws draws(seed + 200);
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t unit = 0; unit < ratings.units; ++unit)
        order.emplace_back(draws.uniform(), unit);
    std::ranges::sort(order);
    for (std::size_t i = 0; i < kBegin; ++i) {
        for (std::size_t rater = 0; rater < ratings.raters; ++rater)
            ratings.answers.push_back(test::plantedAnswer(planted, order[i].second, rater));
    }
    Trail trail;
    OrdinalModel model;
    while (true) {
        model = trail.empty() ? fitOrdinalModel(ratings, {.rounds = 30}).model
                              : fitOrdinalModel(ratings, {.rounds = 6}, &model).model;
        trail.emplace_back(static_cast<double>(ratings.answers.size()),
                           errorOf(ordinalMeans(model, ratings), planted.truths));
        RoutingOptions options;
        options.stopLoss = -1.0; // no unit is ever done
        options.narrowSet = 0;
        options.begin = 0;
        options.randomEvery = 0;
        options.mostOfRater = mostOfRater;
        options.batch = std::min<std::size_t>(60, kBudget - ratings.answers.size());
        if (options.batch == 0)
            return trail;
        const std::vector<RoutedTask> tasks
            = nextTasks(model, ratings, placePosteriors(model, ratings), options);
        if (tasks.empty())
            return trail;
        for (const RoutedTask& task : tasks)
            ratings.answers.push_back(test::plantedAnswer(planted, task.unit, task.rater));
    }
}

/// Percent of 1800 ratings after which the error first lies at this one; 101: never. @param stays  … for good
double neededFor(const Trail& trail, double error, bool stays)
{
    std::size_t at = trail.size();
    for (std::size_t i = trail.size(); i-- > 0;) {
        if (trail[i].second <= error)
            at = i;
        else if (stays)
            break;
    }
    if (at == trail.size())
        return 101.0;
    double ratings = trail[at].first;
    if (at > 0)
        ratings -= (ratings - trail[at - 1].first) * (error - trail[at].second)
            / (trail[at - 1].second - trail[at].second);
    return 100.0 * ratings / 1800.0;
}

void measureCrew(const Crew& crew, std::uint32_t seeds)
{
    for (const std::size_t units : {300UL, 600UL}) {
        std::vector<double> means, weighted, ordinal, gains, needed, neededForGood, neededOfMean;
        for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
            const test::PlantedAnswers planted = test::plantedAnswers(seed, units, crew.raters);
            const OfThree found = ofThree(planted, seed);
            means.push_back(found.mean);
            weighted.push_back(found.weighted);
            ordinal.push_back(found.ordinal);
            gains.push_back(found.ordinal - found.weighted);
            if (units != 600)
                continue;
            const Trail trail = routed(planted, seed, crew.mostOfRater);
            needed.push_back(neededFor(trail, found.ordinal, false));
            neededForGood.push_back(neededFor(trail, found.ordinal, true));
            neededOfMean.push_back(neededFor(trail, found.mean, false));
            fmt::print(stderr,
                       "{}, seed {}: mean {:.3f}, weighted {:.3f}, ordinal {:.3f}, routed {:.3f}; "
                       "needed {:.1f} % (for good {:.1f} %), of the mean's {:.1f} %\n",
                       crew.name, seed, found.mean, found.weighted, found.ordinal, trail.back().second,
                       needed.back(), neededForGood.back(), neededOfMean.back());
        }
        const std::string what = fmt::format("{} x {}", crew.name, units);
        fmt::print(
            stderr,
            "{}: mean {:.3f}, weighted {:.3f}, ordinal {:.3f} over {} seeds; ordinal is better on {}\n", what,
            meanOfAll(means), meanOfAll(weighted), meanOfAll(ordinal), seeds,
            std::ranges::count_if(gains, [](double gain) { return gain < 0.0; }));
        bench::printRow("raters " + what + " error", meanOfAll(ordinal), "step", meanOfAll(weighted),
                        units == 300 ? crew.reference.ordinalOf300 : crew.reference.ordinal);
        bench::printRow("raters " + what + " worst over weighted", std::ranges::max(gains), "step", 0.0,
                        -0.004);
        if (needed.empty())
            continue;
        bench::printRow("raters " + what + " routed needs", meanOfAll(needed), "%", 85.0,
                        crew.reference.needed);
        bench::printRow("raters " + what + " needs at most", std::ranges::max(needed), "%", 100.0,
                        crew.name == std::string_view("six") ? 91.0 : 79.0);
        bench::printRow("raters " + what + " needs for good", meanOfAll(neededForGood), "%", 100.0, 0.0);
        bench::printRow("raters " + what + " of mean's at most", std::ranges::max(neededOfMean), "%", 60.0,
                        crew.name == std::string_view("six") ? 33.0 : 56.0);
    }
}

/// Seconds on the clock; those of the processor, which other programs do not disturb, go to stderr.
template <typename Work>
double secondsOf(Work work)
{
    const bench::Stopwatch watch;
    const std::clock_t before = std::clock();
    work();
    fmt::print(stderr, "{:.3f} s of the processor\n",
               static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
    return watch.milliseconds() / 1000.0;
}

void measureTimes()
{
    const test::PlantedAnswers small = test::plantedAnswers(1, 300, test::sixRaters());
    const OrdinalRatings few = test::plantedTurns(small, 3, 101);
    bench::printRow("ordinal fit 300 x 6", secondsOf([&] { fitOrdinalModel(few); }), "s", 0.1, 0.3);
    std::vector<test::PlantedRater> crowd;
    Draws draws(1);
    for (int rater = 0; rater < 262; ++rater)
        crowd.push_back(
            {0.4 * draws.normal(), 1.0 + 0.2 * draws.normal(), 0.8 * std::exp(0.3 * draws.normal())});
    const OrdinalRatings many = test::plantedTurns(test::plantedAnswers(1, 1500, crowd), 9, 1);
    bench::printRow("ordinal fit 1500 x 262", secondsOf([&] { fitOrdinalModel(many); }), "s", 5.0, 20.0);
    bench::printRow("study design, default", secondsOf([] { designRows({}); }), "s", 2.0, 0.0);
}

}

int main(int argc, char** argv)
{
    std::uint32_t seeds = 5;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (argv[i] == std::string_view("--seeds"))
            seeds = static_cast<std::uint32_t>(std::strtoul(argv[i + 1], nullptr, 10));
    }
    measureTimes();
    for (const Crew& crew : crews())
        measureCrew(crew, seeds);
    if (const char* votes = std::getenv("POLYLOGUE_VOTES"))
        bench::measureRealVotes(votes);
    else
        fmt::print(stderr, "real votes: left out, since POLYLOGUE_VOTES names no folder\n");
    return 0;
}
