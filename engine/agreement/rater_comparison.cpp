#include "engine/agreement/rater_comparison.h"

#include "engine/agreement/commonest.h"
#include "engine/agreement/krippendorff.h"
#include "engine/core/usual_step.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace engine {

namespace {

constexpr double kFineStep = 0.1; // of a scale without steps

double precisionOf(const RaterProfile& profile)
{
    return profile.noise > 0.0 ? profile.scale * profile.scale / (profile.noise * profile.noise) : 0.0;
}

RaterPair pairOf(const RatingTable& table, std::size_t rater, std::size_t other)
{
    RaterPair pair{table.raters()[other], 0, {}};
    std::vector<std::pair<double, double>> ratings;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        const auto own = table.value(unit, rater), theirs = table.value(unit, other);
        if (own && theirs)
            ratings.emplace_back(*own, *theirs);
    }
    pair.units = ratings.size();
    if (ratings.empty())
        return pair;
    RatingTable both({}, std::vector<std::string>(ratings.size()), {table.raters()[rater], pair.other});
    for (std::size_t unit = 0; unit < ratings.size(); ++unit) {
        both.setValue(unit, 0, ratings[unit].first);
        both.setValue(unit, 1, ratings[unit].second);
    }
    both.setCategories(table.categories());
    AlphaOptions options;
    options.draws = 0;
    if (table.isNominal())
        options.metric = usualMetric(table);
    pair.alpha = krippendorffsAlpha(both, options).statistic.value;
    return pair;
}

/// Whether the others gave no value more often than the rater's.
bool isCommonestOfOthers(const RatingTable& table, std::size_t unit, std::size_t rater)
{
    std::vector<double> others;
    for (std::size_t other = 0; other < table.raters().size(); ++other) {
        const auto theirs = other == rater ? std::nullopt : table.value(unit, other);
        if (theirs)
            others.push_back(*theirs);
    }
    return std::ranges::binary_search(commonestOf(std::move(others)), *table.value(unit, rater));
}

/// Lean and use of the scale, on the units that somebody else rated, too.
void compareWithOthers(RaterComparison& comparison, const RatingTable& table, std::size_t rater)
{
    for (std::size_t other = 0; other < table.raters().size(); ++other) {
        if (other != rater)
            comparison.pairs.push_back(pairOf(table, rater, other));
    }
    std::map<double, PairedUse> uses;
    double lean = 0.0;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        const auto own = table.value(unit, rater);
        const auto mean = own ? table.mean(unit, rater) : std::nullopt;
        if (!mean)
            continue;
        ++comparison.shared;
        comparison.likeOthers += isCommonestOfOthers(table, unit, rater) ? 1 : 0;
        lean += *own - *mean;
        ++uses[*own].own;
        const double others = static_cast<double>(table.valuesOf(unit).size() - 1);
        for (std::size_t other = 0; other < table.raters().size(); ++other) {
            const auto theirs = other == rater ? std::nullopt : table.value(unit, other);
            if (theirs)
                uses[*theirs].others += 1.0 / others;
        }
    }
    if (comparison.shared > 0)
        comparison.lean = lean / static_cast<double>(comparison.shared);
    for (auto& [value, used] : uses) {
        used.value = value;
        comparison.uses.push_back(used);
    }
}

}

std::vector<RaterComparison> compareRaters(const RatingTable& table, const RaterConsensus& consensus)
{
    double all = 0.0;
    for (const RaterProfile& profile : consensus.raters)
        all += precisionOf(profile);
    std::vector<RaterComparison> comparisons;
    for (std::size_t rater = 0; rater < table.raters().size(); ++rater) {
        RaterComparison comparison;
        comparison.profile = consensus.raters[rater];
        comparison.weight = all > 0.0 ? precisionOf(comparison.profile) / all : 0.0;
        compareWithOthers(comparison, table, rater);
        comparisons.push_back(std::move(comparison));
    }
    return comparisons;
}

std::vector<RaterComparison> compareClassRaters(const RatingTable& table)
{
    std::vector<RaterComparison> comparisons;
    for (std::size_t rater = 0; rater < table.raters().size(); ++rater) {
        RaterComparison comparison;
        comparison.profile.rater = table.raters()[rater];
        for (std::size_t unit = 0; unit < table.units().size(); ++unit)
            comparison.profile.units += table.value(unit, rater) ? 1 : 0;
        compareWithOthers(comparison, table, rater);
        comparison.lean.reset();
        comparisons.push_back(std::move(comparison));
    }
    return comparisons;
}

std::vector<SettledUnit> settledClasses(const RatingTable& table)
{
    std::vector<SettledUnit> settled;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        std::vector<double> ratings = table.valuesOf(unit);
        if (ratings.size() < 2)
            continue;
        const std::vector<double> commonest = commonestOf(ratings);
        const double value = commonest.size() == 1 ? commonest.front() : std::nan("");
        settled.push_back({unit, std::move(ratings), value, 0.0, value, value});
    }
    return settled;
}

std::vector<SettledUnit> settledUnits(const RatingTable& table, const RaterConsensus& consensus,
                                      const SettledSteps& steps)
{
    const auto settledValue = [&](double value) {
        const double step = steps.step > 0.0 ? steps.step : kFineStep;
        return std::clamp(onStep(value, steps.least, step), steps.least, steps.greatest);
    };
    std::vector<SettledUnit> settled;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        std::vector<double> ratings = table.valuesOf(unit);
        if (ratings.size() < 2 || !consensus.values[unit])
            continue;
        settled.push_back({unit, std::move(ratings), settledValue(*consensus.values[unit]),
                           consensus.deviations[unit], settledValue(*table.mean(unit)),
                           settledValue(*majorityOf(table, unit))});
    }
    return settled;
}

}
