#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// The smallest sum of squares that is left of N targets when D columns explain them: Σ (y − A b)², by an
/// orthogonal decomposition with pivots, so that columns that say the same do no harm.
/// @param columns  D of N numbers each @throws ShapeError (`row_mismatch`) for columns of other lengths.
double leastSquaresRest(const std::vector<std::vector<double>>& columns, std::span<const double> targets);

}
