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
        humans; ///< each rater against the mean of the others, averaged: the yardstick for a model
};

/// How near a model comes to the raters' mean, beside how near a rater comes to the mean of the others on the
/// same units. The figures are those of scoreRegression() and class_scores.h.
///
/// Units without a prediction, or without a rating, are dropped and counted; for the raters' own figures, so
/// are units with only one rating. A figure is undefined on categories, without common units, and where its
/// definition has no value (r of constants).
///
/// @param predictions   one per unit of the table; absent: none
/// @param presentAbove  the score above which the model says that an emotion is present; for the raters'
/// means it is 0
/// @throws ShapeError (`row_mismatch`) for another number of predictions.
ModelAgreement agreementWithModel(const RatingTable& humans,
                                  std::span<const std::optional<double>> predictions,
                                  ScoredScale scale = ScoredScale::Sentiment, double presentAbove = 0.0);

}
