#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <span>
#include <vector>

/// A signal of a person on the even grid that all signals of a conversation share. Missing samples are NaN.
namespace engine {

/// A value of each row on the grid: the mean of the rows whose middle lies in [k, k + 1) / rate. Gaps of up
/// to `hold` seconds are filled linearly, longer ones stay missing.
/// @param rows    N intervals in seconds of conversation time
/// @param values  N; what is not finite is left out
/// @param count   of samples @param rate  samples a second, above 0
/// @throws ShapeError (`row_mismatch`) when rows and values differ in number, (`out_of_range`).
std::vector<double> onGrid(std::span<const Interval> rows, std::span<const double> values, std::size_t count,
                           double rate, double hold = 0.5);

/// The series less its straight line (or only its mean), divided by its deviation (over n); missing samples
/// stay missing. A series that is constant, or has fewer than 3 samples, is missing as a whole.
std::vector<double> standardised(std::span<const double> series, bool withoutLine = true);

}
