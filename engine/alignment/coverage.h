#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// What one row of a reference would receive from a sequence.
struct TargetCoverage {
    Interval target;
    std::size_t rows = 0; ///< 0: an empty cell
    std::size_t shared = 0; ///< rows of `rows` that the target before or after receives as well
    double seconds = 0.0; ///< how much of the target they cover; overlaps count once
    friend bool operator==(const TargetCoverage&, const TargetCoverage&) = default;
};

/// One item per target. As in align(), a target receives the rows that overlap it by more than `kTouching`;
/// here this is computed in double precision.
/// @param targets  of the reference, in any order; `shared` looks at neighbours in this order
/// @param rows     of the sequence, sorted by start
std::vector<TargetCoverage> coverage(std::span<const Interval> targets, std::span<const Interval> rows);

/// Stretches between the first and the last row that no row covers, longer than `least` seconds.
/// @param rows  sorted by start
std::vector<Interval> gaps(std::span<const Interval> rows, double least);

/// The usual length of a row: the median of the differences between starts, in seconds; 0 for fewer than two.
double medianStep(std::span<const Interval> rows);

}
