#include "engine/agreement/krippendorff.h"

#include "engine/agreement/disagreement.h"
#include "engine/agreement/term_sets.h"
#include "engine/numbers/quantiles.h"

#include <fmt/format.h>
#include <numeric>
#include <random>

namespace engine {

namespace {

/// Units drawn with replacement. The standard's distributions may differ from one library to the next; its
/// engines may not.
class UnitDraws {
public:
    UnitDraws(std::size_t units, std::uint32_t seed) : m_random(seed), m_units(units) { }

    std::span<const std::size_t> next()
    {
        for (std::size_t& unit : m_units)
            unit = static_cast<std::size_t>((m_random() * static_cast<std::uint64_t>(m_units.size())) >> 32U);
        return m_units;
    }

private:
    std::mt19937 m_random; ///< 32 bits at a time
    std::vector<std::size_t> m_units;
};

/// Why these ratings have no α; empty when they have one, as far as that can be seen before.
Sentence obstacle(const RatingTable& table, const PairableRatings& ratings, AlphaMetric metric)
{
    if (!table.isNominal() && metric == AlphaMetric::Sets)
        return {"The ratings are numbers, and no sets of terms."};
    if (table.isNominal() && metric != AlphaMetric::Nominal && metric != AlphaMetric::Sets)
        return {"The ratings are names of categories, which have no place on a scale as the {} metric "
                "needs it.",
                {std::string(name(metric))}};
    if (ratings.units() == 0)
        return {"No unit has two ratings."};
    if (ratings.values.size() == 1)
        return {"All {} ratings are {}, so that no disagreement is to be expected.",
                {std::to_string(ratings.codes.size()), table.text(ratings.values.front())}};
    if (metric == AlphaMetric::Ratio && ratings.values.front() < 0.0)
        return {"The ratio metric needs a scale that begins at 0; there are ratings below it."};
    return {};
}

void addInterval(Alpha& alpha, const PairableRatings& ratings, Disagreement& disagreement,
                 const AlphaOptions& options, const RunContext& run)
{
    if (options.draws == 0)
        return;
    if (!disagreement.prepareDraws()) {
        alpha.statistic.rule += ", too many different values for an interval";
        return;
    }
    UnitDraws units(ratings.units(), options.seed);
    BootstrapInterval interval{.seed = options.seed};
    std::vector<double> alphas;
    for (std::size_t draw = 0; draw < options.draws; ++draw) {
        run.tick(draw, options.draws);
        const Disagreement::Sums sums = disagreement.of(units.next());
        if (sums.isDefined())
            alphas.push_back(sums.alpha());
        else
            ++interval.droppedDraws;
    }
    if (alphas.empty())
        return;
    interval.draws = alphas.size();
    interval.low = quantile(alphas, 0.025);
    interval.high = quantile(alphas, 0.975);
    alpha.statistic.interval = interval;
}

}

std::string_view name(AlphaMetric metric)
{
    constexpr std::string_view names[] = {"nominal", "ordinal", "interval", "ratio", "sets"};
    return names[static_cast<std::size_t>(metric)];
}

AlphaMetric usualMetric(const RatingTable& table)
{
    if (!table.isNominal())
        return AlphaMetric::Ordinal;
    return areTermSets(table.categories()) ? AlphaMetric::Sets : AlphaMetric::Nominal;
}

Alpha krippendorffsAlpha(const RatingTable& table, const AlphaOptions& options, const RunContext& run)
{
    const PairableRatings ratings(table);
    Alpha alpha;
    alpha.contributions.resize(table.units().size());
    Statistic& statistic = alpha.statistic;
    statistic.key = "alpha";
    statistic.name = "Krippendorff's alpha";
    statistic.rule = fmt::format("{} metric", name(options.metric));
    statistic.units = ratings.units();
    statistic.raters = ratings.raters;
    statistic.drop("units with fewer than two ratings", ratings.dropped);
    if (Sentence why = obstacle(table, ratings, options.metric); !why.empty()) {
        statistic.refuse(std::move(why));
        return alpha;
    }

    std::vector<std::size_t> all(ratings.units());
    std::iota(all.begin(), all.end(), 0);
    Disagreement disagreement(ratings, options.metric, table.categories());
    const Disagreement::Sums sums = disagreement.of(all);
    statistic.give(sums.alpha());
    if (!statistic.value)
        return alpha;
    alpha.observed = sums.observed();
    alpha.expected = sums.expected();
    for (const std::size_t unit : all)
        alpha.contributions[ratings.rows[unit]]
            = disagreement.within(unit) / static_cast<double>(sums.ratings);
    addInterval(alpha, ratings, disagreement, options, run);
    return alpha;
}

}
