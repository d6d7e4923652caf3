#pragma once

#include "engine/core/run_context.h"
#include "engine/raters/ordinal_answers.h"
#include "engine/raters/ordinal_ratings.h"

namespace engine {

/// What is believed of a scale and of the raters who use the scale.
struct OrdinalModel {
    std::vector<double> thresholds; ///< K − 1, ascending, in units of t
    std::vector<OrdinalRater> raters;

    friend bool operator==(const OrdinalModel&, const OrdinalModel&) = default;
};

struct OrdinalFitOptions {
    int rounds = 60; ///< at most
    double settled = 1e-3; ///< the fit ends when no number moves by more
    /// Raters with fewer shared units, and all raters where fewer units than `leastUnits` have two answers,
    /// are taken for ordinary ones. 0: nobody.
    std::size_t leastShared = 5;
    std::size_t leastUnits = 20;
};

struct OrdinalFit {
    OrdinalModel model;
    double objective = 0.0; ///< log posterior density, up to a constant
    int rounds = 0; ///< that were needed
    std::vector<bool> isEnough; ///< of each rater: whether the answers told how the rater judges
};

/// The most likely thresholds and raters by expectation maximisation over 81 places of t (docs/agreement.md
/// has priors and bounds). The priors know that most raters use the scale alike and one of ten does not, so
/// that a rater of few units is an ordinary one. After each round the two moves that no answer can tell,
/// shifting and stretching all numbers, are taken where the priors are best. At the end the middle rater has
/// bias 0 and scale 1.
///
/// Time per round grows with answers · 81 + raters · K · 81.
///
/// @param from  where to begin: a model of the same raters and steps; null: where the answers lie
/// @throws ShapeError (`no_steps`) for fewer than two steps, (`row_mismatch`) for another `from`; Cancelled.
OrdinalFit fitOrdinalModel(const OrdinalRatings& ratings, const OrdinalFitOptions& options = {},
                           const OrdinalModel* from = nullptr, const RunContext& run = {});

}
