#pragma once

#include "engine/numbers/weighted_regression.h"

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// How likely each of K classes is, by M columns that speak for each class of each segment: a conditional
/// logit (McFadden 1974), in which a column counts as much for every class.
struct ClassRegression {
    std::vector<double> weights; ///< M
    std::vector<double> levels; ///< K, of the first class 0

    /// @param columns  M × (N · K), class by class of each segment
    /// @return         K, which sum up to 1
    std::vector<double> chances(const Columns& columns, std::size_t segment) const;
};

/// Fits by Newton's steps from `start`.
/// @param columns  M × (N · K)
/// @param targets  N × K: how much each segment is of each class; rows of zeros do not count
/// @param penalty  on the squares of the weights
/// @param start    of M weights and K levels
/// @throws ShapeError (`row_mismatch`) for other sizes.
ClassRegression classRegression(const Columns& columns, std::size_t classes, std::span<const double> targets,
                                double penalty, ClassRegression start, int steps);

}
