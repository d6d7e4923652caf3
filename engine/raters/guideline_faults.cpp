#include "engine/raters/guideline_faults.h"

#include "engine/numbers/false_discovery.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace engine {

namespace {

/// Two raters: how likely each two answers are together, and how far apart the places are of which they
/// speak.
struct AnswerPairs {
    std::size_t steps = 0;
    std::vector<double> chances; ///< K × K
    std::vector<double> distances; ///< K × K

    /// The chance of answers at least as far apart as these.
    double beyond(std::size_t one, std::size_t other) const
    {
        const double least = distances[one * steps + other] - 1e-12;
        double sum = 0.0;
        for (std::size_t i = 0; i < chances.size(); ++i)
            sum += distances[i] >= least ? chances[i] : 0.0;
        return sum;
    }
};

/// The place that each answer speaks for: E[t | answer].
std::vector<double> toldPlaces(const std::vector<AtPlaces>& answers)
{
    std::vector<double> told;
    for (const AtPlaces& answer : answers) {
        double chance = 0.0, sum = 0.0;
        for (std::size_t i = 0; i < kPlaces; ++i) {
            chance += answer[i] * placePrior()[i];
            sum += answer[i] * placePrior()[i] * places()[i];
        }
        told.push_back(sum / chance);
    }
    return told;
}

AnswerPairs answerPairs(const std::vector<AtPlaces>& one, const std::vector<AtPlaces>& other)
{
    const std::vector<double> toldByOne = toldPlaces(one), toldByOther = toldPlaces(other);
    AnswerPairs pairs{one.size(), {}, {}};
    for (std::size_t k = 0; k < one.size(); ++k) {
        for (std::size_t l = 0; l < other.size(); ++l) {
            double chance = 0.0;
            for (std::size_t i = 0; i < kPlaces; ++i)
                chance += one[k][i] * placePrior()[i] * other[l][i];
            pairs.chances.push_back(chance);
            pairs.distances.push_back(std::abs(toldByOne[k] - toldByOther[l]));
        }
    }
    return pairs;
}

}

std::vector<std::size_t> bestRaters(const OrdinalModel& model, double part)
{
    std::vector<std::size_t> order(model.raters.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t rater) {
        const double ratio = model.raters[rater].scale / model.raters[rater].noise;
        return ratio * ratio;
    });
    const auto wished = static_cast<std::size_t>(std::ceil(part * static_cast<double>(order.size())));
    order.resize(std::min(order.size(), std::max<std::size_t>(2, wished)));
    std::ranges::sort(order);
    return order;
}

std::vector<GuidelineFault> guidelineFaults(const OrdinalModel& model, const OrdinalRatings& ratings,
                                            const FaultOptions& options)
{
    const std::vector<std::size_t> best = bestRaters(model, options.best);
    std::vector<std::optional<std::size_t>> rank(ratings.raters); // among the best
    std::vector<std::vector<AtPlaces>> answers;
    for (std::size_t i = 0; i < best.size(); ++i) {
        rank[best[i]] = i;
        answers.push_back(answerChances(model.thresholds, model.raters[best[i]]));
    }
    std::vector<std::vector<std::pair<std::size_t, std::size_t>>> ofUnits(ratings.units); // rank, step
    for (const OrdinalAnswer& answer : ratings.answers) {
        if (rank[answer.rater])
            ofUnits[answer.unit].emplace_back(*rank[answer.rater], answer.step);
    }
    std::map<std::pair<std::size_t, std::size_t>, AnswerPairs> pairs; // those that occur
    std::vector<std::optional<double>> chances(ratings.units);
    for (std::size_t unit = 0; unit < ratings.units; ++unit) {
        auto& said = ofUnits[unit];
        std::ranges::sort(said);
        double least = 1.0, count = 0.0;
        for (std::size_t i = 0; i < said.size(); ++i) {
            for (std::size_t j = i + 1; j < said.size(); ++j) {
                const auto [at, isNew] = pairs.try_emplace({said[i].first, said[j].first});
                if (isNew)
                    at->second = answerPairs(answers[said[i].first], answers[said[j].first]);
                least = std::min(least, at->second.beyond(said[i].second, said[j].second));
                ++count;
            }
        }
        if (count > 0.0)
            chances[unit] = std::min(1.0, count * least);
    }
    const std::vector<bool> flagged = beyondChance(chances, options.rate);
    std::vector<GuidelineFault> faults;
    for (std::size_t unit = 0; unit < ratings.units; ++unit)
        faults.push_back({chances[unit], flagged[unit]});
    return faults;
}

}
