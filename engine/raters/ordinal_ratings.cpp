#include "engine/raters/ordinal_ratings.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace engine {

namespace {

constexpr double kBesideStep = 1e-6; // of a step's width: what counts as on the step

bool isWhole(double value)
{
    return std::abs(value - std::round(value)) < kBesideStep;
}

std::set<double> differentRatings(const RatingTable& table)
{
    std::set<double> values;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        for (const std::optional<double>& value : table.row(unit)) {
            if (value)
                values.insert(*value);
        }
    }
    return values;
}

std::vector<std::size_t> answersOfUnits(const OrdinalRatings& ratings)
{
    std::vector<std::size_t> counts(ratings.units, 0);
    for (const OrdinalAnswer& answer : ratings.answers)
        ++counts[answer.unit];
    return counts;
}

}

std::vector<std::size_t> OrdinalRatings::sharedUnits() const
{
    const std::vector<std::size_t> counts = answersOfUnits(*this);
    std::vector<std::size_t> shared(raters, 0);
    for (const OrdinalAnswer& answer : answers)
        shared[answer.rater] += counts[answer.unit] > 1 ? 1 : 0;
    return shared;
}

std::size_t OrdinalRatings::unitsWithTwo() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(answersOfUnits(*this), [](std::size_t count) { return count > 1; }));
}

std::vector<std::vector<bool>> OrdinalRatings::isJudged() const
{
    std::vector<std::vector<bool>> judged(units, std::vector<bool>(raters, false));
    for (const OrdinalAnswer& answer : answers)
        judged[answer.unit][answer.rater] = true;
    return judged;
}

RatingScale ratingScaleOf(const RatingTable& table)
{
    if (table.isNominal())
        throw ShapeError(
            "no_numbers",
            fmt::format("The ratings of {} are names of categories; steps of a scale are needed.",
                        table.label()));
    const std::set<double> values = differentRatings(table);
    if (values.size() < 2)
        throw ShapeError(
            "no_steps",
            fmt::format("The ratings of {} are all the same; two different ones are needed.", table.label()));
    double width = std::ranges::all_of(values, isWhole) ? 1.0 : *values.rbegin() - *values.begin();
    if (width != 1.0) {
        for (auto next = std::next(values.begin()); next != values.end(); ++next)
            width = std::min(width, *next - *std::prev(next));
    }
    const double low = *values.begin();
    const double places = std::round((*values.rbegin() - low) / width) + 1.0;
    if (!(places <= static_cast<double>(kMostSteps)))
        throw ShapeError("no_steps",
                         fmt::format("The ratings of {} would need {} steps of {:g} from {:g} to {:g}; the "
                                     "ordinal model takes {} at most.",
                                     table.label(), places, width, low, *values.rbegin(), kMostSteps));
    return {low, width, static_cast<std::size_t>(places)};
}

RatingScale ratingScaleFrom(const RatingScale& steps, double low, double high)
{
    const double places = std::round((high - low) / steps.width) + 1.0;
    if (!(places >= 2.0 && places <= static_cast<double>(kMostSteps)))
        throw ShapeError(
            "no_steps",
            fmt::format("A scale from {:g} to {:g} has {:g} steps of {:g}; 2 to {} are expected.", low, high,
                        places, steps.width, kMostSteps));
    return {low, steps.width, static_cast<std::size_t>(places)};
}

OrdinalRatings ordinalRatings(const RatingTable& table, const RatingScale& scale)
{
    OrdinalRatings ratings{table.units().size(), table.raters().size(), scale.steps, {}};
    for (std::uint32_t unit = 0; unit < ratings.units; ++unit) {
        for (std::uint32_t rater = 0; rater < ratings.raters; ++rater) {
            const std::optional<double> value = table.value(unit, rater);
            if (!value)
                continue;
            const double step = (*value - scale.low) / scale.width;
            if (!isWhole(step) || step < -0.5 || step > static_cast<double>(scale.steps) - 0.5)
                throw ShapeError(
                    "no_steps",
                    fmt::format("The rating {:g} of {} by {} is no step of {}; steps of {:g} from "
                                "{:g} to {:g} are expected.",
                                *value, table.units()[unit], table.raters()[rater], table.label(),
                                scale.width, scale.low, scale.high()));
            ratings.answers.push_back({unit, rater, static_cast<std::uint32_t>(std::lround(step))});
        }
    }
    return ratings;
}

}
