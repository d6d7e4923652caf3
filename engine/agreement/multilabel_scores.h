#pragma once

#include "engine/agreement/class_scores.h"

#include <optional>
#include <span>
#include <vector>

namespace engine {

/// The area under the ROC: how often a segment that has the label is scored above one that has not; equal
/// scores count half. Undefined when all or none have it. @throws ShapeError (code `row_mismatch`).
std::optional<double> areaUnderCurve(std::span<const double> scores, const BinaryClasses& truths);

/// F1 of those that have the label; 0 when nobody has it and it is never said.
double positiveF1(const BinaryClasses& predictions, const BinaryClasses& truths);

/// Of the thresholds .05, .10 … .95 the one with the best positiveF1(), the first of equals. A label is said
/// to be there when its score is above the threshold. Dai et al., NAACL 2021, for IEMOCAP.
double tunedThreshold(std::span<const double> scores, const BinaryClasses& truths);

/// What is told of one of several labels that a segment may have at once.
struct LabelScore {
    double accuracy = 0.0;
    double precision = 0.0; ///< of segments that have the label; 0 where none is predicted to have it
    double recall = 0.0; ///< of segments that have the label; 0 where none has it
    double f1 = 0.0; ///< of segments that have the label; 0 where precision and recall are
    double weightedF1 = 0.0; ///< of having it and of not having it
    std::optional<double> areaUnderCurve;
    std::optional<double> weightedAccuracy;
};

/// How well several labels of N segments are found together.
struct MultilabelScores {
    std::vector<LabelScore> labels;
    double exact = 0.0; ///< share of segments whose labels are all right
    double subset = 0.0; ///< share of segments with at least one label found and none said in vain
    double intersection = 0.0; ///< share of segments with at least one label found

    /// The mean over the labels for which the figure is defined.
    std::optional<double> mean(std::optional<double> LabelScore::*figure) const;
    double mean(double LabelScore::*figure) const;
};

/// @param scores      of each label, N each
/// @param truths      of each label, N each
/// @param thresholds  one for each label
/// @throws ShapeError (code `row_mismatch`) when they are not as many, or none.
MultilabelScores scoreLabels(const std::vector<std::vector<double>>& scores,
                             const std::vector<BinaryClasses>& truths, std::span<const double> thresholds);

}
