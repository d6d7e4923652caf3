#pragma once

#include "engine/training/figures/report.h"

namespace engine {

/// Above this, a predicted intensity of an emotion counts as presence, when nobody says otherwise.
inline constexpr double kPresenceThreshold = 0.1;

/// Compares predictions with truths: a row per label and, for several labels, one of all together. No
/// segments, no rows.
///
/// @param predictions  N × O, as scoresOf() makes them: in the labels' units, probabilities for yes-no and
/// classes
/// @param truths       N × O, as truthsOf() makes them
Report scoreFold(const std::string& fold, const std::string& modalities, Task task,
                 const std::vector<LabelCard>& labels, const FeatureMatrix& predictions,
                 const FeatureMatrix& truths, double threshold = kPresenceThreshold);

}
