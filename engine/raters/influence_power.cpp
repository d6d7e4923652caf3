#include "engine/raters/influence_power.h"

#include "engine/numbers/draws.h"
#include "engine/numbers/moments.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr std::size_t kPlannedRaters = 8;
constexpr double kTruths = 1.5, kBiases = 0.3; // deviations
constexpr double kEnd = 3.0; // of the scale, on both sides
constexpr double kLevel = 0.05;
constexpr std::size_t kShufflings = 99;

std::vector<double> drawnNormals(Draws& draws, std::size_t count, double deviation)
{
    std::vector<double> drawn(count);
    for (double& each : drawn)
        each = deviation * draws.normal();
    return drawn;
}

}

std::vector<ExposedAnswer> plannedAnswers(const InfluencePlan& plan, double pull, std::uint32_t seed)
{
    Draws draws(seed);
    const std::vector<double> truths = drawnNormals(draws, plan.units, kTruths);
    std::vector<double> predictions = drawnNormals(draws, plan.units, plan.off);
    for (std::size_t unit = 0; unit < plan.units; ++unit)
        predictions[unit] = std::clamp(truths[unit] + predictions[unit], -kEnd, kEnd);
    const std::vector<double> biases = drawnNormals(draws, kPlannedRaters, kBiases);
    std::vector<ExposedAnswer> answers;
    for (std::size_t unit = 0; unit < plan.units; ++unit) {
        const std::size_t first = draws.below(kPlannedRaters);
        const std::vector<double> noise = drawnNormals(draws, plan.shown + plan.hidden, plan.noise);
        for (std::size_t turn = 0; turn < noise.size(); ++turn) {
            const double own = truths[unit] + biases[(first + turn) % kPlannedRaters] + noise[turn];
            const bool isVisible = turn < plan.shown;
            const double said = own + (isVisible ? pull * (predictions[unit] - own) : 0.0);
            answers.push_back({unit, std::clamp(std::floor(said + 0.5), -kEnd, kEnd), isVisible,
                               std::round(predictions[unit] * 1e4) / 1e4});
        }
    }
    return answers;
}

InfluencePower influencePower(const InfluencePlan& plan, double pull, std::size_t runs, const RunContext& run)
{
    std::vector<double> pulls;
    std::size_t found = 0;
    for (std::size_t each = 1; each <= runs; ++each) {
        run.tick(each - 1, runs);
        const auto seed = static_cast<std::uint32_t>(each);
        const Influence influence
            = influenceOf(plannedAnswers(plan, pull, seed), {seed, kShufflings, 1}, {run.stop, {}});
        found += influence.chance && *influence.chance <= kLevel ? 1 : 0;
        if (influence.pull)
            pulls.push_back(*influence.pull);
    }
    InfluencePower power{plan.units, pull, static_cast<double>(found) / static_cast<double>(runs), {}, {}};
    if (!pulls.empty()) {
        power.mean = meanOf(pulls);
        power.deviation = std::sqrt(populationVariance(pulls));
    }
    return power;
}

std::optional<double> findablePull(const std::vector<InfluencePower>& powers)
{
    constexpr double kWished = 0.8;
    for (std::size_t i = 1; i < powers.size(); ++i) {
        const InfluencePower& before = powers[i - 1];
        const InfluencePower& power = powers[i];
        if (power.power >= kWished && power.power > before.power)
            return power.pull
                - (power.pull - before.pull) * (power.power - kWished) / (power.power - before.power);
    }
    return std::nullopt;
}

}
