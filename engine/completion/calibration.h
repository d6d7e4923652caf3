#pragma once

#include <span>
#include <vector>

namespace engine {

/// From a score to how likely an answer is right: a logistic curve that never falls (Platt, Advances in Large
/// Margin Classifiers, 1999). Few checks draw it towards even odds.
struct Calibration {
    double middle = 0.0; ///< of the scores
    double spread = 1.0;
    double slope = 0.0;
    double offset = 0.0;

    double operator()(double score) const;
};

/// @param scores  N @param isRight  N. Nothing known: even odds.
Calibration calibrationOf(std::span<const double> scores, const std::vector<bool>& isRight);

/// log(p / (1 − p)), p kept away from 0 and 1.
double logOdds(double probability);

}
