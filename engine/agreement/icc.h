#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/agreement/statistic.h"

#include <array>

namespace engine {

/// Mean squares of the analysis of variance of n units × k raters.
struct MeanSquares {
    double betweenUnits = 0.0; ///< MSR
    double betweenRaters = 0.0; ///< MSC
    double residual = 0.0; ///< MSE
    double withinUnits = 0.0; ///< MSW
};

struct IntraclassCorrelations {
    /// ICC(1,1), (2,1), (3,1), (1,k), (2,k), (3,k).
    std::array<Statistic, 6> forms;
    std::optional<MeanSquares> meanSquares; ///< absent with fewer than two units or raters
};

/// The six intraclass correlations (Shrout & Fleiss, Intraclass correlations: uses in assessing rater
/// reliability, Psychological Bulletin 1979). ICC(3,k) is Cronbach's α.
///
/// Units that not every rater rated are dropped and counted; raters without any rating are left out.
/// Undefined on categories, with fewer than two complete units or raters, when all ratings are equal, and
/// where the denominator of the form is not above 0.
IntraclassCorrelations intraclassCorrelations(const RatingTable& table);

}
