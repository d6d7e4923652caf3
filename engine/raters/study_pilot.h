#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/raters/ordinal_ratings.h"
#include "engine/raters/study_design.h"

namespace engine {

constexpr std::size_t kPilotUnits = 10; ///< with two ratings, at least
constexpr std::size_t kPilotRaters = 2; ///< at least

/// What a first round of ratings tells of units and raters.
struct StudyPilot {
    StudyAssumptions assumptions; ///< the usual ones on the pilot's scale where `tooFew` says why
    std::string tooFew; ///< a sentence; empty: the assumptions are the pilot's
    std::optional<double> reliabilityOfOne; ///< ICC(1,1); of units with two ratings or more
    std::string noReliability; ///< why there is none
};

/// Spread of the truths, spreads of the raters' biases and scales, and the middle noise, by raterConsensus();
/// in steps of the scale.
///
/// @param scale  of the table's label
StudyPilot studyPilot(const RatingTable& table, const RatingScale& scale);

}
