#include "engine/raters/routing.h"

#include "engine/core/same_length.h"
#include "engine/numbers/draws.h"
#include "engine/numbers/quantiles.h"
#include "engine/raters/guideline_faults.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

std::vector<std::size_t> ratingsOfUnits(const OrdinalRatings& ratings)
{
    std::vector<std::size_t> counts(ratings.units, 0);
    for (const OrdinalAnswer& answer : ratings.answers)
        ++counts[answer.unit];
    return counts;
}

std::size_t mostRatingsOf(const OrdinalRatings& ratings, const RoutingOptions& options)
{
    return options.mostOfUnit > 0 ? std::min(options.mostOfUnit, ratings.raters) : ratings.raters;
}

bool isSure(const OrdinalEstimate& estimate, const RoutingOptions& options)
{
    return estimate.loss <= options.stopLoss || estimate.last - estimate.first + 1 <= options.narrowSet;
}

constexpr int kRedrawnRounds = 10; // from the model that is there

/// A gain that can be had, in the order of choice.
struct OfferedAnswer {
    double worth; ///< gain per cost
    std::uint32_t unit, rater;
};

/// Chooses the tasks of one batch.
class BatchRouter {
public:
    BatchRouter(const OrdinalModel& model, const OrdinalRatings& ratings,
                std::span<const AtPlaces> posteriors, const RoutingOptions& options, const RunContext& run)
        : m_model(model)
        , m_ratings(ratings)
        , m_posteriors(posteriors)
        , m_options(options)
        , m_run(run)
        , m_isJudged(ratings.isJudged())
        , m_counts(ratingsOfUnits(ratings))
        , m_load(ratings.raters, 0)
        , m_estimates(ordinalEstimates(model, posteriors))
        , m_isTaken(ratings.units, false)
        , m_draws(options.seed)
    {
        for (const OrdinalAnswer& answer : ratings.answers)
            ++m_load[answer.rater];
        m_mostOfRater = options.mostOfRater;
        if (m_mostOfRater == 0 && options.capacity > 0.0) {
            const auto all = static_cast<double>(ratings.answers.size() + options.batch);
            m_mostOfRater = static_cast<std::size_t>(std::ceil(
                options.capacity * all / static_cast<double>(std::max<std::size_t>(1, ratings.raters))));
        }
    }

    std::vector<RoutedTask> tasks()
    {
        beginTasks();
        if (m_tasks.empty())
            routedTasks();
        return std::move(m_tasks);
    }

private:
    double cost(std::size_t rater) const { return m_options.costs.empty() ? 1.0 : m_options.costs[rater]; }
    bool isFree(std::size_t rater) const { return m_mostOfRater == 0 || m_load[rater] < m_mostOfRater; }
    bool isFull() const { return m_tasks.size() >= m_options.batch; }

    void take(std::size_t unit, std::size_t rater, double gain, RoutingReason reason)
    {
        m_tasks.push_back({unit, rater, gain, cost(rater), m_estimates[unit].loss, reason});
        ++m_load[rater];
        m_isTaken[unit] = true;
    }

    double gainOf(std::size_t unit, std::size_t rater) const
    {
        return answerGains(m_model, m_posteriors.subspan(unit, 1), rater).front();
    }

    /// What is missing of the units that all judge.
    void beginTasks()
    {
        const std::size_t wished = std::min(m_options.begin, m_ratings.units);
        const auto byAll = static_cast<std::size_t>(std::ranges::count(m_counts, m_ratings.raters));
        const bool isShared = std::ranges::all_of(m_ratings.sharedUnits(),
                                                  [&](std::size_t units) { return units >= wished; });
        if (byAll >= wished || isShared)
            return;
        std::vector<std::size_t> order(m_ratings.units);
        std::iota(order.begin(), order.end(), std::size_t(0));
        for (std::size_t i = order.size() - 1; i > 0; --i)
            std::swap(order[i], order[m_draws.below(static_cast<std::uint32_t>(i + 1))]);
        std::ranges::stable_sort(order, std::greater(), [&](std::size_t unit) { return m_counts[unit]; });
        for (std::size_t i = 0; i < wished; ++i) {
            for (std::size_t rater = 0; rater < m_ratings.raters && !isFull(); ++rater) {
                if (!m_isJudged[order[i]][rater])
                    take(order[i], rater, gainOf(order[i], rater), RoutingReason::Begin);
            }
        }
    }

    void routedTasks()
    {
        const std::vector<bool> isDone = doneUnits(m_ratings, m_estimates, m_options);
        const std::vector<OfferedAnswer> offers = offersOf(isDone);
        for (const OfferedAnswer& offer : offers) {
            if (isFull())
                break;
            const std::size_t place = m_tasks.size() + 1;
            if (m_options.randomEvery > 0 && place % m_options.randomEvery == 0)
                drawTask();
            if (isFull() || m_isTaken[offer.unit] || !isFree(offer.rater))
                continue;
            take(offer.unit, offer.rater, offer.worth * cost(offer.rater), RoutingReason::Gain);
        }
    }

    /// All that open units can still be told, what tells most per cost first.
    std::vector<OfferedAnswer> offersOf(const std::vector<bool>& isDone) const
    {
        std::vector<OfferedAnswer> offers;
        for (std::uint32_t rater = 0; rater < m_ratings.raters; ++rater) {
            m_run.tick(rater, m_ratings.raters);
            if (!isFree(rater))
                continue;
            const std::vector<double> gains = answerGains(m_model, m_posteriors, rater);
            for (std::uint32_t unit = 0; unit < m_ratings.units; ++unit) {
                if (!isDone[unit] && !m_isJudged[unit][rater] && gains[unit] > 0.0)
                    offers.push_back({gains[unit] / cost(rater), unit, rater});
            }
        }
        std::ranges::sort(offers, [](const OfferedAnswer& a, const OfferedAnswer& b) {
            return std::tuple(-a.worth, a.unit, a.rater) < std::tuple(-b.worth, b.unit, b.rater);
        });
        return offers;
    }

    /// One task of any unit, done or not: only so does a check of the model say how sure it may be.
    void drawTask()
    {
        std::vector<std::size_t> units;
        for (std::size_t unit = 0; unit < m_ratings.units; ++unit) {
            if (!m_isTaken[unit] && m_counts[unit] < mostRatingsOf(m_ratings, m_options)
                && !freeRaters(unit).empty())
                units.push_back(unit);
        }
        if (units.empty())
            return;
        const std::size_t unit = units[m_draws.below(static_cast<std::uint32_t>(units.size()))];
        std::vector<std::size_t> raters = freeRaters(unit);
        const std::vector<std::size_t> best = bestRaters(m_model);
        const auto isBest = [&](std::size_t rater) { return std::ranges::binary_search(best, rater); };
        const auto judgedByBest
            = std::ranges::count_if(best, [&](std::size_t rater) { return m_isJudged[unit][rater]; });
        const bool checks = judgedByBest == 1 && std::ranges::any_of(raters, isBest);
        if (checks)
            std::erase_if(raters, [&](std::size_t rater) { return !isBest(rater); });
        const std::size_t rater = raters[m_draws.below(static_cast<std::uint32_t>(raters.size()))];
        take(unit, rater, gainOf(unit, rater), checks ? RoutingReason::Guideline : RoutingReason::Random);
    }

    std::vector<std::size_t> freeRaters(std::size_t unit) const
    {
        std::vector<std::size_t> raters;
        for (std::size_t rater = 0; rater < m_ratings.raters; ++rater) {
            if (!m_isJudged[unit][rater] && isFree(rater))
                raters.push_back(rater);
        }
        return raters;
    }

    const OrdinalModel& m_model;
    const OrdinalRatings& m_ratings;
    std::span<const AtPlaces> m_posteriors;
    const RoutingOptions& m_options;
    const RunContext& m_run;
    std::vector<std::vector<bool>> m_isJudged;
    std::vector<std::size_t> m_counts; ///< ratings of each unit
    std::vector<std::size_t> m_load; ///< ratings of each rater, with those of the batch
    std::size_t m_mostOfRater = 0; ///< 0: no limit
    std::vector<OrdinalEstimate> m_estimates;
    std::vector<bool> m_isTaken; ///< of each unit: has a task of the batch
    Draws m_draws;
    std::vector<RoutedTask> m_tasks;
};

std::size_t drawnFrom(std::span<const double> chances, Draws& draws)
{
    double rest = draws.uniform() * std::accumulate(chances.begin(), chances.end(), 0.0);
    for (std::size_t i = 0; i + 1 < chances.size(); ++i) {
        rest -= chances[i];
        if (rest <= 0.0)
            return i;
    }
    return chances.size() - 1;
}

/// As many units, drawn with replacement, each with its answers.
OrdinalRatings redrawnUnits(const OrdinalRatings& ratings, Draws& draws)
{
    std::vector<std::vector<OrdinalAnswer>> ofUnits(ratings.units);
    for (const OrdinalAnswer& answer : ratings.answers)
        ofUnits[answer.unit].push_back(answer);
    OrdinalRatings drawn{ratings.units, ratings.raters, ratings.steps, {}};
    for (std::uint32_t unit = 0; unit < ratings.units; ++unit) {
        for (OrdinalAnswer answer : ofUnits[draws.below(static_cast<std::uint32_t>(ratings.units))]) {
            answer.unit = unit;
            drawn.answers.push_back(answer);
        }
    }
    return drawn;
}

/// Asks drawn raters about a unit, whose answers are drawn from the model, until the unit is done.
class UnitSimulator {
public:
    UnitSimulator(const OrdinalModel& model, const OrdinalRatings& ratings, const RoutingOptions& options)
        : m_model(model)
        , m_options(options)
        , m_most(mostRatingsOf(ratings, options))
        , m_isJudged(ratings.isJudged())
        , m_isPreferred(ratings.raters, false)
    {
        const double part = options.capacity >= 1.0 ? 1.0 / options.capacity : 1.0;
        for (const std::size_t rater : bestRaters(model, part)) // whom the capacity lets do everything
            m_isPreferred[rater] = true;
        for (const OrdinalRater& rater : model.raters)
            m_tables.push_back(answerChances(model.thresholds, rater));
    }

    double ratingsUntilDone(std::size_t unit, AtPlaces posterior, Draws& draws) const
    {
        const std::size_t place = drawnFrom(posterior, draws);
        std::vector<bool> isAsked = m_isJudged[unit];
        auto count = static_cast<std::size_t>(std::ranges::count(isAsked, true));
        double asked = 0.0;
        while (count < m_most) {
            const std::size_t rater = drawnRater(isAsked, draws);
            isAsked[rater] = true;
            ++count;
            ++asked;
            std::vector<double> chances;
            for (const AtPlaces& answer : m_tables[rater])
                chances.push_back(answer[place]);
            const AtPlaces& said = m_tables[rater][drawnFrom(chances, draws)];
            double all = 0.0;
            for (std::size_t i = 0; i < kPlaces; ++i)
                all += posterior[i] *= said[i];
            for (double& chance : posterior)
                chance /= all;
            if (isSure(ordinalEstimates(m_model, std::span(&posterior, 1)).front(), m_options))
                break;
        }
        return asked;
    }

private:
    /// One of those who were not asked: a preferred one while there is any.
    std::size_t drawnRater(const std::vector<bool>& isAsked, Draws& draws) const
    {
        std::vector<std::size_t> preferred, others;
        for (std::size_t rater = 0; rater < isAsked.size(); ++rater) {
            if (!isAsked[rater])
                (m_isPreferred[rater] ? preferred : others).push_back(rater);
        }
        const std::vector<std::size_t>& from = preferred.empty() ? others : preferred;
        return from[draws.below(static_cast<std::uint32_t>(from.size()))];
    }

    const OrdinalModel& m_model;
    const RoutingOptions& m_options;
    std::size_t m_most;
    std::vector<std::vector<bool>> m_isJudged;
    std::vector<bool> m_isPreferred;
    std::vector<std::vector<AtPlaces>> m_tables; ///< of each rater
};

/// How many ratings one run of a model asks for until all units are done.
double simulatedRatings(const OrdinalModel& model, const OrdinalRatings& ratings,
                        const RoutingOptions& options, Draws& draws)
{
    const std::vector<AtPlaces> posteriors = placePosteriors(model, ratings);
    const std::vector<bool> isDone = doneUnits(ratings, ordinalEstimates(model, posteriors), options);
    const UnitSimulator simulator(model, ratings, options);
    double asked = 0.0;
    for (std::size_t unit = 0; unit < ratings.units; ++unit)
        asked += isDone[unit] ? 0.0 : simulator.ratingsUntilDone(unit, posteriors[unit], draws);
    return asked;
}

}

std::string_view name(RoutingReason reason)
{
    switch (reason) {
    case RoutingReason::Begin:
        return "begin";
    case RoutingReason::Gain:
        return "gain";
    case RoutingReason::Random:
        return "random";
    case RoutingReason::Guideline:
        return "guideline";
    }
    return "";
}

std::vector<bool> doneUnits(const OrdinalRatings& ratings, std::span<const OrdinalEstimate> estimates,
                            const RoutingOptions& options)
{
    const std::vector<std::size_t> counts = ratingsOfUnits(ratings);
    std::vector<bool> done(ratings.units, false);
    for (std::size_t unit = 0; unit < ratings.units; ++unit)
        done[unit] = counts[unit] >= mostRatingsOf(ratings, options)
            || (counts[unit] > 0 && isSure(estimates[unit], options));
    return done;
}

std::vector<RoutedTask> nextTasks(const OrdinalModel& model, const OrdinalRatings& ratings,
                                  std::span<const AtPlaces> posteriors, const RoutingOptions& options,
                                  const RunContext& run)
{
    if (!options.costs.empty())
        requireSameLength("costs of raters", options.costs.size(), ratings.raters);
    if (ratings.units == 0 || ratings.raters == 0)
        return {};
    return BatchRouter(model, ratings, posteriors, options, run).tasks();
}

ExpectedRatings expectedRatings(const OrdinalModel& model, const OrdinalRatings& ratings,
                                const RoutingOptions& options, std::size_t runs, const RunContext& run)
{
    Draws draws(options.seed);
    const std::size_t count = std::max<std::size_t>(1, runs);
    double mean = 0.0;
    std::vector<double> redrawn;
    for (std::size_t each = 0; each < count; ++each) {
        run.tick(each, count);
        mean += simulatedRatings(model, ratings, options, draws) / static_cast<double>(count);
        const OrdinalModel other = fitOrdinalModel(redrawnUnits(ratings, draws), {.rounds = kRedrawnRounds},
                                                   &model, {run.stop, {}})
                                       .model;
        redrawn.push_back(simulatedRatings(other, ratings, options, draws));
    }
    return {mean, std::min(mean, quantile(redrawn, 0.05)), std::max(mean, quantile(redrawn, 0.95))};
}

}
