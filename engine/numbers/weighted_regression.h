#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// A few columns of N numbers each.
using Columns = std::vector<std::vector<double>>;

/// Solves A x = b for a symmetric positive definite A, n × n row by row, by Cholesky's decomposition.
/// @throws ShapeError (`row_mismatch`) when A has not n × n elements for the n of b.
std::vector<double> solvedPositive(std::vector<double> a, std::vector<double> b);

/// The coefficients of D columns, and last the intercept, that minimise Σ w (y − ŷ)² + Σ penalty · b².
/// @param weights    N, at least 0
/// @param penalties  D, at least 0; the intercept has none
/// @return           D + 1; zeros where nothing has weight
/// @throws ShapeError (`row_mismatch`) for other sizes.
std::vector<double> weightedRegression(const Columns& columns, std::span<const double> targets,
                                       std::span<const double> weights, std::span<const double> penalties);

}
