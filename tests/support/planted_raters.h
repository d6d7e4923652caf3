#pragma once

#include "engine/numbers/draws.h"
#include "engine/raters/ordinal_ratings.h"

#include <algorithm>
#include <cmath>

namespace engine::test {

/// Rating = bias + scale · truth + noise, rounded.
struct PlantedRater {
    double bias, scale, noise;
};

/// Good, steady, noisy, kind, half a scale, and one who reads the scale in reverse.
inline std::vector<PlantedRater> sixRaters()
{
    return {{0.0, 1.0, 0.5}, {0.1, 0.9, 0.7}, {0.0, 1.0, 1.5},
            {0.9, 1.0, 0.7}, {0.0, 0.5, 0.6}, {0.0, -1.0, 0.7}};
}

/// The first five of these.
inline std::vector<PlantedRater> fiveHonestRaters()
{
    std::vector<PlantedRater> crew = sixRaters();
    crew.pop_back();
    return crew;
}

constexpr std::size_t kPlantedSteps = 7; ///< of a scale from −3 to 3

/// What raters would say of every unit, whose truths ~ N(0, 1.5) are known.
struct PlantedAnswers {
    std::vector<double> truths; ///< within the scale, in steps from 0
    std::vector<std::vector<std::uint32_t>> said; ///< units × raters, in steps from 0
};

inline PlantedAnswers plantedAnswers(std::uint32_t seed, std::size_t units,
                                     const std::vector<PlantedRater>& crew)
{
    Draws draws(seed);
    std::vector<double> truths(units);
    for (double& truth : truths)
        truth = 1.5 * draws.normal();
    PlantedAnswers planted{{}, std::vector<std::vector<std::uint32_t>>(units)};
    for (const PlantedRater& rater : crew) {
        for (std::size_t unit = 0; unit < units; ++unit) {
            const double said = rater.bias + rater.scale * truths[unit] + rater.noise * draws.normal();
            planted.said[unit].push_back(
                static_cast<std::uint32_t>(std::clamp(std::floor(said + 0.5), -3.0, 3.0) + 3.0));
        }
    }
    for (const double truth : truths)
        planted.truths.push_back(std::clamp(truth, -3.0, 3.0) + 3.0);
    return planted;
}

inline OrdinalAnswer plantedAnswer(const PlantedAnswers& planted, std::size_t unit, std::size_t rater)
{
    return {static_cast<std::uint32_t>(unit), static_cast<std::uint32_t>(rater), planted.said[unit][rater]};
}

/// So many raters of each unit, by turns from a drawn first one.
inline OrdinalRatings plantedTurns(const PlantedAnswers& planted, std::size_t each, std::uint32_t seed)
{
    OrdinalRatings ratings{planted.said.size(), planted.said.front().size(), kPlantedSteps, {}};
    Draws draws(seed);
    for (std::size_t unit = 0; unit < ratings.units; ++unit) {
        const std::size_t first = draws.below(static_cast<std::uint32_t>(ratings.raters));
        for (std::size_t turn = 0; turn < each; ++turn)
            ratings.answers.push_back(plantedAnswer(planted, unit, (first + turn) % ratings.raters));
    }
    return ratings;
}

/// The same answers as a table of numbers from 0.
inline RatingTable tableOf(const OrdinalRatings& ratings)
{
    std::vector<std::string> units, raters;
    for (std::size_t unit = 0; unit < ratings.units; ++unit)
        units.push_back("u" + std::to_string(unit));
    for (std::size_t rater = 0; rater < ratings.raters; ++rater)
        raters.push_back("r" + std::to_string(rater));
    RatingTable table("label", units, raters);
    for (const OrdinalAnswer& answer : ratings.answers)
        table.setValue(answer.unit, answer.rater, answer.step);
    return table;
}

}
