#pragma once

#include <optional>
#include <span>

/// Sums over series of numbers, in float64.
namespace engine {

/// The mean of N ≥ 1 values.
double meanOf(std::span<const double> values);

/// Whether all values are equal; true also when there are none.
bool isConstant(std::span<const double> values);

/// Mean of the squared deviations (divided by N ≥ 1).
double populationVariance(std::span<const double> values);

/// Pearson's r of N pairs; absent when a series is constant or empty. @throws ShapeError (`row_mismatch`) for
/// series of different lengths.
std::optional<double> pearson(std::span<const double> a, std::span<const double> b);

/// Lin's concordance of N pairs, with moments divided by N (Lin, A concordance correlation coefficient to
/// evaluate reproducibility, Biometrics 1989); absent when both series are constant, or empty. @throws
/// ShapeError (`row_mismatch`) for series of different lengths.
std::optional<double> linsConcordance(std::span<const double> a, std::span<const double> b);

}
