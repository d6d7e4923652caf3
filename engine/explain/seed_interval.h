#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <optional>
#include <span>

namespace engine {

/// The factor of a two-sided interval of 95 %: the quantile .975 of Student's distribution, within .001 of
/// the printed tables. @param freedom  degrees of freedom, 1 or more
double studentFactor(double freedom);

/// The interval of 95 % of the difference of the means of two sides, second minus first, by Student's t
/// distribution over their seeds. Each value is the figure of one training, on all segments.
///
/// Where both sides have as many trainings, the difference is that of pairs (n − 1 degrees of freedom):
/// trainings of the same place share what their seed decides. Else the sides are independent (Welch 1947).
/// @return  absent where a side has fewer than two trainings: one seed says nothing of the next.
std::optional<Interval> seedInterval(std::span<const double> firsts, std::span<const double> seconds);

}
