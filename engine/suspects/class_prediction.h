#pragma once

#include "engine/numbers/weighted_regression.h"

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// What models say of the classes of N segments whose videos they have not seen, and which class is labelled.
struct ClassEvidence {
    std::size_t classes = 2; ///< K
    std::vector<std::size_t> labels; ///< N, below K
    std::vector<std::size_t> folds; ///< N
    Columns members; ///< M × (N · K): what speaks for each class, class by class of each segment
};

/// One opinion of all models: for the segments of each fold by a conditional logit that fits the labels of
/// the others. Labels that the models of the others do not believe count less (a logit with a share of labels
/// that are exchanged for any other class, by expectation maximisation). Of more than two classes the answer
/// is about the class behind the label: which class is called which is learnt, too.
/// @return N × K, how likely each class is; each row sums up to 1
std::vector<double> classPrediction(const ClassEvidence& evidence);

/// How often models are right about classes.
struct ClassHits {
    double right = 0.0; ///< 0…1: the likeliest class is the label
    double commonest = 0.0; ///< 0…1: the commonest class is

    /// The part of what the commonest class leaves wrong that models make right; below 0 where they are
    /// worse.
    double gain() const { return commonest < 1.0 ? (right - commonest) / (1.0 - commonest) : 0.0; }
};

/// @param chances  N × K, as classPrediction() gives them. @throws ShapeError for others
ClassHits classHits(std::span<const std::size_t> labels, std::span<const double> chances,
                    std::size_t classes);

/// How many labels are of another class than they say.
struct ErrorShare {
    double share
        = 0.0; ///< the mean over all shares up to a quarter, weighed by how likely they make the labels
    double gain = 0.0; ///< of the log likelihood, by the likeliest share beside none
};

/// Labels follow a logit, but for a share of them that is exchanged for any other class: labels that no sure
/// opinion contradicts tell that the share is small.
/// @param evidence  with a single member, linear in what is seen: one that saturates tells nothing
ErrorShare errorShare(const ClassEvidence& evidence);

}
