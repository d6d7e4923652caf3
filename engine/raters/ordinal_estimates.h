#pragma once

#include "engine/raters/ordinal_fit.h"

namespace engine {

/// Where each unit lies, given a model and the answers: units × 81 chances that sum to 1. A unit without
/// answers has placePrior().
std::vector<AtPlaces> placePosteriors(const OrdinalModel& model, const OrdinalRatings& ratings);

/// The logarithm of the chance of all answers together.
double logEvidence(const OrdinalModel& model, const OrdinalRatings& ratings);

/// What is believed of one unit, in steps from 0.
struct OrdinalEstimate {
    std::vector<double> chances; ///< K: that the unit is of this step
    std::size_t label = 0; ///< the median step
    double loss = 0.0; ///< expected distance of `label` from the step, in steps
    std::size_t first = 0; ///< the narrowest run of steps with a chance of 90 %: from this one …
    std::size_t last = 0; ///< … to this one
    double mean = 0.0; ///< the expected mean answer of the middle rater
    double crowd
        = 0.0; ///< the expected mean answer of all raters who use the scale: what a mean of many says
    double deviation = 0.0; ///< of the mean answer

    friend bool operator==(const OrdinalEstimate&, const OrdinalEstimate&) = default;
};

/// @param posteriors  units × 81
std::vector<OrdinalEstimate> ordinalEstimates(const OrdinalModel& model,
                                              std::span<const AtPlaces> posteriors);

/// By how much one answer of a rater is expected to lower the variance of each unit's mean answer: units.
std::vector<double> answerGains(const OrdinalModel& model, std::span<const AtPlaces> posteriors,
                                std::size_t rater);

/// The mean answer, in steps from 0, of the middle rater at each place.
AtPlaces middleAnswers(const OrdinalModel& model);

/// The mean answer of all raters with a scale above 0.25 at each place; of all where there is none.
AtPlaces crowdAnswers(const OrdinalModel& model);

/// The step of each place: how many thresholds lie below.
std::array<std::size_t, kPlaces> stepsOfPlaces(const OrdinalModel& model);

}
