#pragma once

#include <optional>
#include <span>
#include <vector>

namespace engine {

/// The rank of each value, 1 for the least; equal values share the mean of their ranks.
std::vector<double> ranksOf(std::span<const double> values);

/// Spearman's rank correlation of N pairs; absent where one side is constant, or empty. @throws ShapeError
/// (`row_mismatch`) for sides of different lengths.
std::optional<double> rankCorrelation(std::span<const double> one, std::span<const double> other);

}
