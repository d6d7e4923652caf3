#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/agreement/statistic.h"

namespace engine {

/// What a rater's trace is correlated with to weigh it.
enum class EweReference {
    OthersMean, ///< the mean of the other raters
    AllMean ///< the mean of all raters, this one included, as some papers do
};

/// One trace from several raters' traces, in which each counts as much as it agrees with the others.
struct Ewe {
    /// Of each rater: r_k, or 0 when it is negative; `terms` holds r_k itself.
    std::vector<Statistic> weights;
    std::vector<std::optional<double>> estimate; ///< of each unit; absent where nobody with a weight rated
    std::string undefined; ///< why there is no estimate at all: a sentence; empty otherwise
};

/// The evaluator weighted estimator: EWE_t = Σ_k r_k x_kt / Σ_k r_k (Grimm & Kroschel, Evaluation of natural
/// emotions using self assessment manikins, ASRU 2005). Sums go over the raters who rated the unit; a
/// constant trace has no r and counts 0.
///
/// @param table  frames (or other units) × raters. Undefined on categories, and when no r is above 0.
Ewe evaluatorWeightedEstimate(const RatingTable& table, EweReference reference = EweReference::OthersMean);

}
