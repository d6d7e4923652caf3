#include "engine/raters/influence.h"

#include "engine/numbers/draws.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace engine {

namespace {

constexpr double kLeastSpread = 1e-9; // of Σ D: below, the prediction is what people say

struct ExposedUnit {
    double prediction = 0.0;
    std::vector<double> values;
    std::vector<char> isVisible;

    std::size_t visible() const { return static_cast<std::size_t>(std::ranges::count(isVisible, char(1))); }
    std::size_t hidden() const { return values.size() - visible(); }
};

/// In the order of the first answers.
std::vector<ExposedUnit> exposedUnits(const std::vector<ExposedAnswer>& answers)
{
    std::vector<ExposedUnit> units;
    std::map<std::size_t, std::size_t> places;
    for (const ExposedAnswer& answer : answers) {
        const auto [place, isNew] = places.try_emplace(answer.unit, units.size());
        if (isNew)
            units.push_back({answer.prediction, {}, {}});
        ExposedUnit& unit = units[place->second];
        unit.values.push_back(answer.value);
        unit.isVisible.push_back(answer.isVisible ? 1 : 0);
    }
    return units;
}

/// Mean distance from the prediction of hidden answers minus that of visible ones.
double unitCloser(const ExposedUnit& unit, const std::vector<char>& isVisible)
{
    double shown = 0.0, hidden = 0.0, countShown = 0.0, countHidden = 0.0;
    for (std::size_t i = 0; i < unit.values.size(); ++i) {
        const double distance = std::abs(unit.values[i] - unit.prediction);
        (isVisible[i] ? shown : hidden) += distance;
        ++(isVisible[i] ? countShown : countHidden);
    }
    return hidden / countHidden - shown / countShown;
}

/// (1 + how many shufflings of who saw the prediction give as much) / (1 + shufflings).
double chanceOf(const std::vector<ExposedUnit>& units, double closer, std::size_t permutations, Draws& draws,
                const RunContext& run)
{
    std::size_t asMuch = 0;
    for (std::size_t permutation = 0; permutation < permutations; ++permutation) {
        run.tick(permutation, permutations);
        double sum = 0.0;
        for (const ExposedUnit& unit : units) {
            std::vector<char> shuffled = unit.isVisible;
            for (std::size_t i = shuffled.size() - 1; i > 0; --i)
                std::swap(shuffled[i], shuffled[draws.below(static_cast<std::uint32_t>(i + 1))]);
            sum += unitCloser(unit, shuffled);
        }
        asMuch += sum / static_cast<double>(units.size()) >= closer - 1e-12 ? 1 : 0;
    }
    return static_cast<double>(1 + asMuch) / static_cast<double>(1 + permutations);
}

struct PullParts {
    double numerator = 0.0, denominator = 0.0;
};

PullParts pullParts(const ExposedUnit& unit)
{
    const auto count = static_cast<double>(unit.hidden());
    double meanVisible = 0.0;
    for (std::size_t i = 0; i < unit.values.size(); ++i)
        meanVisible += unit.isVisible[i] ? unit.values[i] / static_cast<double>(unit.visible()) : 0.0;
    double off = 0.0, offSquares = 0.0, moved = 0.0, products = 0.0;
    for (std::size_t i = 0; i < unit.values.size(); ++i) {
        if (unit.isVisible[i])
            continue;
        const double toPrediction = unit.prediction - unit.values[i];
        const double toVisible = meanVisible - unit.values[i];
        off += toPrediction;
        offSquares += toPrediction * toPrediction;
        moved += toVisible;
        products += toPrediction * toVisible;
    }
    const double pairs = count * (count - 1.0);
    return {(off * moved - products) / pairs, (off * off - offSquares) / pairs};
}

void setPull(Influence& found, const std::vector<ExposedUnit>& units, std::size_t wished, Draws& draws,
             const RunContext& run)
{
    std::vector<PullParts> parts;
    PullParts all;
    for (const ExposedUnit& unit : units) {
        if (unit.hidden() < 2)
            continue;
        parts.push_back(pullParts(unit));
        all.numerator += parts.back().numerator;
        all.denominator += parts.back().denominator;
    }
    found.pullUnits = parts.size();
    if (parts.size() < kLeastInfluenceUnits) {
        found.noPull = "fewer than 10 units have two answers without the prediction";
        return;
    }
    if (all.denominator <= kLeastSpread) {
        found.noPull = "the prediction does not differ from what people say";
        return;
    }
    found.pull = all.numerator / all.denominator;
    std::vector<double> pulls;
    for (std::size_t draw = 0; draw < wished; ++draw) {
        run.tick(draw, wished);
        PullParts drawn;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const PullParts& part = parts[draws.below(static_cast<std::uint32_t>(parts.size()))];
            drawn.numerator += part.numerator;
            drawn.denominator += part.denominator;
        }
        if (drawn.denominator > kLeastSpread)
            pulls.push_back(drawn.numerator / drawn.denominator);
    }
    if (pulls.empty())
        return;
    found.low = quantile(pulls, 0.025);
    found.high = quantile(std::move(pulls), 0.975);
}

}

Influence influenceOf(const std::vector<ExposedAnswer>& answers, const InfluenceOptions& options,
                      const RunContext& run)
{
    Influence found;
    std::vector<ExposedUnit> units = exposedUnits(answers);
    found.dropped = std::erase_if(
        units, [](const ExposedUnit& unit) { return unit.visible() == 0 || unit.hidden() == 0; });
    found.units = units.size();
    for (const ExposedUnit& unit : units) {
        found.answersShown += unit.visible();
        found.answersHidden += unit.hidden();
    }
    if (units.size() < kLeastInfluenceUnits) {
        found.undefined = "fewer than 10 units were answered both with and without the prediction";
        found.noPull = found.undefined;
        return found;
    }
    double sum = 0.0;
    for (const ExposedUnit& unit : units)
        sum += unitCloser(unit, unit.isVisible);
    found.closer = sum / static_cast<double>(units.size());
    Draws draws(options.seed);
    found.chance = chanceOf(units, *found.closer, options.permutations, draws, run);
    setPull(found, units, options.draws, draws, run);
    return found;
}

}
