#include "engine/raters/ordinal_answers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engine {

const AtPlaces& places()
{
    static const AtPlaces all = [] {
        AtPlaces made{};
        for (std::size_t i = 0; i < kPlaces; ++i)
            made[i] = -4.0 + 8.0 * static_cast<double>(i) / static_cast<double>(kPlaces - 1);
        return made;
    }();
    return all;
}

const AtPlaces& placePrior()
{
    static const AtPlaces all = [] {
        AtPlaces made{};
        double sum = 0.0;
        for (std::size_t i = 0; i < kPlaces; ++i)
            sum += made[i] = std::exp(-places()[i] * places()[i] / 2.0);
        for (double& chance : made)
            chance /= sum;
        return made;
    }();
    return all;
}

double normalBelow(double z)
{
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

double normalQuantile(double part)
{
    double low = -40.0, high = 40.0;
    for (int step = 0; step < 100; ++step) {
        const double middle = (low + high) / 2.0;
        (normalBelow(middle) < part ? low : high) = middle;
    }
    return (low + high) / 2.0;
}

std::vector<AtPlaces> answerChances(std::span<const double> thresholds, const OrdinalRater& rater)
{
    const std::size_t steps = thresholds.size() + 1;
    std::vector<AtPlaces> chances(steps);
    for (std::size_t i = 0; i < kPlaces; ++i) {
        const double at = rater.scale * places()[i] + rater.bias;
        double atLeast = 1.0; // step k or above
        for (std::size_t k = 0; k < steps; ++k) {
            const double above = k + 1 < steps ? normalBelow((at - thresholds[k]) / rater.noise) : 0.0;
            chances[k][i]
                = (1.0 - kSlips) * std::max(0.0, atLeast - above) + kSlips / static_cast<double>(steps);
            atLeast = above;
        }
    }
    return chances;
}

}
