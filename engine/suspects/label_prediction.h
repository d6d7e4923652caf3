#pragma once

#include "engine/numbers/weighted_regression.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// What models say of N segments whose videos they have not seen, and what is labelled.
struct PredictionEvidence {
    std::vector<double> labels; ///< N; of classes one of `classes`
    std::vector<std::size_t> folds; ///< N
    Columns members; ///< at least one, unless there are neighbours: predictions of each model, out of fold:
                     ///< N, or N × K of more than two classes
    std::vector<double> neighbours; ///< as a member: mean label of segments that are alike; or none
    std::vector<double> neighbourDeviations; ///< N: of these labels; or none
    std::vector<double>
        classes{}; ///< K values that are names, and have no order; none: labels lie on a scale
    std::optional<std::size_t> plain{}; ///< which member is a ridge regression of all; absent: there is none
};

/// What is expected of a segment's label, and how sure that is: a normal distribution of each.
struct LabelPrediction {
    std::vector<double> expected; ///< N
    std::vector<double> deviations; ///< N, above 0
};

/// One prediction of all models: for the segments of each fold by weights that fit the labels of the others
/// (stacked regression, Breiman, Machine Learning 1996). The deviation grows with the disagreement of models
/// and of neighbours, as far as errors elsewhere grew with these (the epistemic and the aleatoric part of
/// Zhou et al., arXiv 2305.16583).
/// @param evidence  of labels on a scale
/// @param trust     N, 0…1: how much each label counts
LabelPrediction labelPrediction(const PredictionEvidence& evidence, std::span<const double> trust);

}
