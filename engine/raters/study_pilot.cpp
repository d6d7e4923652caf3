#include "engine/raters/study_pilot.h"

#include "engine/agreement/rater_consensus.h"
#include "engine/numbers/moments.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace engine {

namespace {

std::size_t unitsWithTwoRatings(const RatingTable& table)
{
    std::size_t units = 0;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit)
        units += table.valuesOf(unit).size() > 1 ? 1 : 0;
    return units;
}

/// ICC(1,1), (MSB − MSW) / (MSB + (k − 1) MSW), of a one-way analysis of variance.
std::optional<double> reliabilityOfOne(const RatingTable& table)
{
    double ratings = 0.0, squaredCounts = 0.0, units = 0.0, sum = 0.0, within = 0.0, ofMeans = 0.0;
    for (std::size_t unit = 0; unit < table.units().size(); ++unit) {
        const std::vector<double> values = table.valuesOf(unit);
        if (values.size() < 2)
            continue;
        const auto count = static_cast<double>(values.size());
        const double mean = meanOf(values);
        ++units, ratings += count, squaredCounts += count * count, sum += count * mean;
        within += count * populationVariance(values);
        ofMeans += count * mean * mean;
    }
    const double between = (ofMeans - sum * sum / ratings) / (units - 1.0);
    const double rest = within / (ratings - units);
    const double each = (ratings - squaredCounts / ratings) / (units - 1.0);
    const double all = between + (each - 1.0) * rest;
    if (!(all > 1e-12))
        return std::nullopt;
    return (between - rest) / all;
}

double deviationOf(const std::vector<double>& values)
{
    const auto count = static_cast<double>(values.size());
    return std::sqrt(populationVariance(values) * count / (count - 1.0));
}

/// The pilot's assumptions, in steps of the scale.
StudyAssumptions assumptionsOf(const RaterConsensus& consensus, const RatingScale& scale,
                               StudyAssumptions study)
{
    std::vector<double> truths, variances, biases, slopes, noises;
    for (std::size_t unit = 0; unit < consensus.values.size(); ++unit) {
        if (!consensus.values[unit])
            continue;
        truths.push_back(*consensus.values[unit] / scale.width);
        variances.push_back(consensus.deviations[unit] * consensus.deviations[unit] / scale.width
                            / scale.width);
    }
    for (const RaterProfile& rater : consensus.raters) {
        if (rater.units == 0)
            continue;
        biases.push_back(rater.bias / scale.width);
        slopes.push_back(rater.scale);
        noises.push_back(rater.noise / scale.width);
    }
    study.spread = std::sqrt(populationVariance(truths) + meanOf(variances));
    study.bias = deviationOf(biases);
    study.slope = deviationOf(slopes);
    study.noise = median(noises);
    study.isFromPilot = true;
    return study;
}

}

StudyPilot studyPilot(const RatingTable& table, const RatingScale& scale)
{
    const int low
        = scale.width == 1.0 ? static_cast<int>(std::round(scale.low)) : 0; // simulated by steps of 1
    StudyPilot pilot{usualStudy(low, low + static_cast<int>(scale.steps) - 1), {}, {}, {}};
    const std::size_t units = unitsWithTwoRatings(table);
    const RaterConsensus consensus = raterConsensus(table);
    const auto raters = static_cast<std::size_t>(
        std::ranges::count_if(consensus.raters, [](const RaterProfile& rater) { return rater.units > 0; }));
    if (units < kPilotUnits || raters < kPilotRaters) {
        pilot.tooFew
            = fmt::format("{} units with two ratings and {} raters are too few to learn from; {} and "
                          "{} are needed, and assumptions are used.",
                          units, raters, kPilotUnits, kPilotRaters);
        pilot.noReliability = pilot.tooFew;
        return pilot;
    }
    pilot.assumptions = assumptionsOf(consensus, scale, pilot.assumptions);
    pilot.reliabilityOfOne = reliabilityOfOne(table);
    if (!pilot.reliabilityOfOne)
        pilot.noReliability = "All ratings of the units with two or more are the same.";
    return pilot;
}

}
