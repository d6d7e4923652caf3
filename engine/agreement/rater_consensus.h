#pragma once

#include "engine/agreement/rating_table.h"

namespace engine {

/// How one rater judges, beside what is believed to be true.
struct RaterProfile {
    std::string rater;
    double bias = 0.0; ///< by how much the rater is above, at the middle of all true values
    double scale = 1.0; ///< how far the rater goes when the truth goes by 1; < 0: in reverse
    double noise = 0.0; ///< deviation from that
    std::size_t units = 0; ///< that the rater judged

    friend bool operator==(const RaterProfile&, const RaterProfile&) = default;
};

/// One value per unit in which raters count by how well they judge.
struct RaterConsensus {
    std::vector<RaterProfile> raters;
    std::vector<std::optional<double>> values; ///< of each unit; absent: nobody judged it
    std::vector<double> deviations; ///< of each unit: how sure the value is

    friend bool operator==(const RaterConsensus&, const RaterConsensus&) = default;
};

/// What raters of ordinal or continuous labels agree on when each has a bias, a use of the scale and a noise
/// of the rater's own: rating = bias + scale · truth + noise, found by expectation maximisation together with
/// the truths (Dawid & Skene, Applied Statistics 1979, with the linear raters of Raykar et al., JMLR 2010).
/// Raters of few units are drawn towards an ordinary rater (bias 0, scale 1). The middle rater's bias is 0
/// and scale 1, so that the values are on the raters' own scale; none leaves the range of the ratings.
///
/// @param table  units × raters; gaps allowed
/// @throws ShapeError (`no_numbers`) for a table of categories.
RaterConsensus raterConsensus(const RatingTable& table);

/// The value that most raters of a unit gave; of several, the mean. Absent: nobody judged it.
std::optional<double> majorityOf(const RatingTable& table, std::size_t unit);

}
