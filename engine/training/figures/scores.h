#pragma once

#include "engine/core/matrix_view.h"
#include "engine/training/figures/report.h"

#include <span>

namespace engine {

/// The default threshold above which a predicted intensity of an emotion counts as presence.
inline constexpr double kPresenceThreshold = 0.1;

/// How much is said of scores.
enum class ScoreDetail {
    Usual,
    SevenClasses ///< also precision, recall and F1 of the seven classes of a sentiment, of all and of each
};

/// Compares predictions with truths: a row per label and, for several labels, a row of all together. Without
/// segments there are no rows.
///
/// @param predictions  N × O, as scoresOf() makes them: in the labels' units, probabilities for yes-no and
/// classes
/// @param truths       N × O, as truthsOf() makes them
/// @param thresholds   of yes and no: one per label, above which a probability is yes; none: from 0.5 on
/// @throws ShapeError (`row_mismatch`) unless these are as many as segments and labels.
Report scoreFold(const std::string& fold, const std::string& modalities, Task task,
                 const std::vector<LabelCard>& labels, MatrixView predictions, MatrixView truths,
                 double threshold = kPresenceThreshold, ScoreDetail detail = ScoreDetail::Usual,
                 std::span<const double> thresholds = {});

/// Of yes and no: the threshold of each label that finds it best (tunedThreshold()) in a fold.
/// @param predictions  N × O probabilities. @param truths  N × O
/// @throws ShapeError (`row_mismatch`) unless both are of one shape.
std::vector<double> tunedThresholds(MatrixView predictions, MatrixView truths);

}
