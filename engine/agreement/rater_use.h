#pragma once

#include "engine/agreement/rating_table.h"
#include "engine/agreement/statistic.h"

namespace engine {

struct UsedValue {
    double value = 0.0;
    std::string name; ///< the text by which it is shown
    std::size_t count = 0;
};

/// How one rater uses the scale.
struct RaterUse {
    std::string rater;
    Statistic bias; ///< mean of own rating − mean of the others' of the same unit; > 0: rates higher
    Statistic variance; ///< of all own ratings, divided by N; 0: always the same answer
    std::vector<UsedValue> histogram; ///< how often each value, ascending
};

/// One item per rater. Bias is taken over the units that another rater rated too; the others are dropped and
/// counted. Bias and variance are undefined on categories and without ratings.
std::vector<RaterUse> raterUse(const RatingTable& table);

}
