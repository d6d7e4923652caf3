#include "engine/raters/ordinal_estimates.h"

#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

constexpr double kInSet = 0.9;
constexpr double kUsesScale = 0.25;

/// Sets each unit's chances, not yet divided by their sum, and returns the logarithms of what they were
/// scaled down by.
std::vector<double> unscaledPosteriors(const OrdinalModel& model, const OrdinalRatings& ratings,
                                       std::vector<AtPlaces>& chances)
{
    AtPlaces prior;
    std::ranges::transform(placePrior(), prior.begin(), [](double chance) { return std::log(chance); });
    chances.assign(ratings.units, prior);
    std::vector<std::vector<AtPlaces>> tables;
    for (const OrdinalRater& rater : model.raters) {
        tables.push_back(answerChances(model.thresholds, rater));
        for (AtPlaces& answer : tables.back()) {
            for (double& chance : answer)
                chance = std::log(chance);
        }
    }
    for (const OrdinalAnswer& answer : ratings.answers) {
        const AtPlaces& added = tables[answer.rater][answer.step];
        AtPlaces& sums = chances[answer.unit];
        for (std::size_t i = 0; i < kPlaces; ++i)
            sums[i] += added[i];
    }
    std::vector<double> tops;
    for (AtPlaces& unit : chances) {
        tops.push_back(std::ranges::max(unit));
        for (double& chance : unit)
            chance = std::exp(chance - tops.back());
    }
    return tops;
}

double sumOf(const AtPlaces& chances)
{
    return std::accumulate(chances.begin(), chances.end(), 0.0);
}

double expectation(const AtPlaces& chances, const AtPlaces& values)
{
    return std::inner_product(chances.begin(), chances.end(), values.begin(), 0.0);
}

AtPlaces meanAnswersOf(const std::vector<AtPlaces>& answers)
{
    AtPlaces means{};
    for (std::size_t k = 0; k < answers.size(); ++k) {
        for (std::size_t i = 0; i < kPlaces; ++i)
            means[i] += static_cast<double>(k) * answers[k][i];
    }
    return means;
}

/// The narrowest run of steps with a chance of kInSet; of several equally narrow ones the likeliest, then
/// first.
std::pair<std::size_t, std::size_t> narrowestSet(const std::vector<double>& chances)
{
    std::vector<double> below(chances.size() + 1, 0.0);
    std::partial_sum(chances.begin(), chances.end(), below.begin() + 1);
    for (std::size_t width = 1; width <= chances.size(); ++width) {
        std::size_t best = 0;
        for (std::size_t first = 1; first + width <= chances.size(); ++first) {
            if (below[first + width] - below[first] > below[best + width] - below[best])
                best = first;
        }
        if (below[best + width] - below[best] >= kInSet - 1e-12)
            return {best, best + width - 1};
    }
    return {0, chances.size() - 1};
}

}

std::vector<AtPlaces> placePosteriors(const OrdinalModel& model, const OrdinalRatings& ratings)
{
    std::vector<AtPlaces> chances;
    unscaledPosteriors(model, ratings, chances);
    for (AtPlaces& unit : chances) {
        const double sum = sumOf(unit);
        for (double& chance : unit)
            chance /= sum;
    }
    return chances;
}

double logEvidence(const OrdinalModel& model, const OrdinalRatings& ratings)
{
    std::vector<AtPlaces> chances;
    const std::vector<double> tops = unscaledPosteriors(model, ratings, chances);
    double sum = 0.0;
    for (std::size_t unit = 0; unit < chances.size(); ++unit)
        sum += tops[unit] + std::log(sumOf(chances[unit]));
    return sum;
}

AtPlaces middleAnswers(const OrdinalModel& model)
{
    std::vector<double> noises;
    for (const OrdinalRater& rater : model.raters)
        noises.push_back(rater.noise);
    return meanAnswersOf(answerChances(model.thresholds, {0.0, 1.0, median(noises)}));
}

AtPlaces crowdAnswers(const OrdinalModel& model)
{
    const bool isAny
        = std::ranges::any_of(model.raters, [](const auto& rater) { return rater.scale > kUsesScale; });
    AtPlaces means{};
    double count = 0.0;
    for (const OrdinalRater& rater : model.raters) {
        if (isAny && !(rater.scale > kUsesScale))
            continue;
        const AtPlaces own = meanAnswersOf(answerChances(model.thresholds, rater));
        std::ranges::transform(means, own, means.begin(), std::plus());
        ++count;
    }
    for (double& mean : means)
        mean /= std::max(1.0, count);
    return means;
}

std::array<std::size_t, kPlaces> stepsOfPlaces(const OrdinalModel& model)
{
    std::array<std::size_t, kPlaces> steps{};
    for (std::size_t i = 0; i < kPlaces; ++i)
        steps[i] = static_cast<std::size_t>(
            std::ranges::count_if(model.thresholds, [&](double c) { return places()[i] > c; }));
    return steps;
}

std::vector<OrdinalEstimate> ordinalEstimates(const OrdinalModel& model, std::span<const AtPlaces> posteriors)
{
    const AtPlaces middle = middleAnswers(model), crowd = crowdAnswers(model);
    const auto stepOf = stepsOfPlaces(model);
    AtPlaces squares;
    std::ranges::transform(middle, squares.begin(), [](double mean) { return mean * mean; });
    std::vector<OrdinalEstimate> estimates;
    for (const AtPlaces& posterior : posteriors) {
        OrdinalEstimate found;
        found.chances.assign(model.thresholds.size() + 1, 0.0);
        for (std::size_t i = 0; i < kPlaces; ++i)
            found.chances[stepOf[i]] += posterior[i];
        double below = 0.0;
        for (const double chance : found.chances)
            found.label += (below += chance) < 0.5 ? 1 : 0;
        found.label = std::min(found.label, model.thresholds.size());
        for (std::size_t k = 0; k < found.chances.size(); ++k)
            found.loss
                += found.chances[k] * std::abs(static_cast<double>(k) - static_cast<double>(found.label));
        std::tie(found.first, found.last) = narrowestSet(found.chances);
        found.mean = expectation(posterior, middle);
        found.crowd = expectation(posterior, crowd);
        found.deviation = std::sqrt(std::max(0.0, expectation(posterior, squares) - found.mean * found.mean));
        estimates.push_back(std::move(found));
    }
    return estimates;
}

std::vector<double> answerGains(const OrdinalModel& model, std::span<const AtPlaces> posteriors,
                                std::size_t rater)
{
    const AtPlaces middle = middleAnswers(model);
    const std::vector<AtPlaces> answers = answerChances(model.thresholds, model.raters[rater]);
    std::vector<double> gains;
    for (const AtPlaces& posterior : posteriors) {
        // Var g − Σ p(k) Var(g | k) is Σ p(k) E(g | k)² − E(g)²
        double mean = 0.0, explained = 0.0;
        for (const AtPlaces& answer : answers) {
            double chance = 0.0, sum = 0.0;
            for (std::size_t i = 0; i < kPlaces; ++i) {
                const double joint = posterior[i] * answer[i];
                chance += joint;
                sum += joint * middle[i];
            }
            mean += sum;
            if (chance > 0.0)
                explained += sum * sum / chance;
        }
        gains.push_back(explained - mean * mean);
    }
    return gains;
}

}
