#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/agreement/statistic.h"

namespace engine {

/// Which figures a scale has beside MAE, Pearson's r and CCC.
enum class ScoredScale {
    Sentiment, ///< −3…3: Acc-7 and Acc-2 with F1, both in two rules
    Emotion ///< 0…3, present when above 0: weighted accuracy and F1
};

/// The same figures of a model and of people, in the same order.
struct ModelAgreement {
    std::vector<Statistic> model; ///< against the mean of the raters
    std::vector<Statistic>
        humans; ///< each rater against the mean of the others, averaged: what a model can be held to
};

/// How near a model comes to the raters' mean, beside how near a rater comes to the mean of the others on the
/// same units. Definitions as scoreRegression() and class_scores.h have them.
///
/// Units without a prediction, or without a rating, are dropped and counted; for people also those with one
/// rating. Undefined on categories, without common units, and where the figure itself is (r of constants).
///
/// @param predictions   one per unit of the table; absent: none
/// @param presentAbove  the score above which the model says that an emotion is present; of raters' means it
/// is 0
/// @throws ShapeError (`row_mismatch`) for another number of predictions.
ModelAgreement agreementWithModel(const RatingTable& humans,
                                  std::span<const std::optional<double>> predictions,
                                  ScoredScale scale = ScoredScale::Sentiment, double presentAbove = 0.0);

}
