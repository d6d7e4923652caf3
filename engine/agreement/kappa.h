#pragma once

#include "engine/agreement/confusion.h"
#include "engine/agreement/statistic.h"

namespace engine {

/// How much a disagreement between two values counts.
enum class KappaWeights {
    None, ///< all the same
    Linear, ///< the distance of the values
    Quadratic ///< the square of the difference
};

struct Kappa {
    Statistic statistic;
    double observed = 0.0; ///< agreement p_o (or P̄); with weights the disagreement Σ w O / N
    double expected = 0.0; ///< by chance: p_e; with weights Σ w E / N
};

/// Cohen's κ of two raters, from the counts of a confusion matrix (Cohen, A coefficient of agreement for
/// nominal scales, 1960; weighted: Cohen, Psychological Bulletin 1968). Weights go by the values of the
/// matrix, so that a step of the scale that nobody used counts as a step.
///
/// Undefined for an empty matrix, and when both raters used only one and the same category.
Kappa cohensKappa(const ConfusionMatrix& matrix, KappaWeights weights = KappaWeights::None);

/// Cohen's κ of two raters of a table. Units that one of them did not rate are dropped and counted. It is
/// also undefined for weights on categories, and for more different values than a ConfusionMatrix can have.
Kappa cohensKappa(const RatingTable& table, std::size_t first, std::size_t second,
                  KappaWeights weights = KappaWeights::None);

/// Fleiss' κ, for units that all have the same number of ratings, no matter by which raters (Fleiss,
/// Measuring nominal scale agreement among many raters, Psychological Bulletin 1971). Units without ratings
/// are dropped and counted.
///
/// Undefined when the numbers of ratings differ (use α then), with one rating per unit, and when all ratings
/// are equal.
Kappa fleissKappa(const RatingTable& table);

}
