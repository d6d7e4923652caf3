#pragma once

#include "engine/core/feature_array.h"

#include <span>
#include <string>
#include <vector>

namespace engine {

/// A function that makes one row of many; `name` as in recipes and on the command line.
///
/// `mean` `max` `min` `sum` `median` `first` `last` `std` (population) `range` `slope` (least squares, per
/// second of the intervals' centres) `quantile` (linear between rows), per dimension; `count` (rows), one
/// dimension; `duration_weighted_mean` (weights: lengths of the clipped intervals); `mean_or_passthrough`
/// (text is left as it is); `mean_keepdims` (the mean as a 1×D matrix, or of one more axis for rows that are
/// matrices).
struct CollapseFunction {
    std::string name = "mean";
    double quantile = 0.5; ///< 0…1, for `quantile` only

    /// `mean`, `quantile:0.25`. @throws FormatError (`recipe_invalid`) for an unknown name, listing the known
    /// ones.
    static CollapseFunction parse(const std::string& text);
    std::string toString() const;

    friend bool operator==(const CollapseFunction&, const CollapseFunction&) = default;
};

/// The names that `CollapseFunction::parse` knows.
std::span<const std::string> collapseFunctionNames();

/// From the smallest to the largest time among the intervals, of which there is at least one; NaN when any
/// time is NaN.
Interval extent(std::span<const Interval> intervals);

/// Collapses M rows to one: each function's result, joined along the feature axis in the order given.
///
/// The new interval reaches from the smallest to the largest time in `intervals` (the covered extent, not the
/// reference). Types and shapes follow NumPy: the mean of float32 is float32, and of integers float64. The
/// mean of rows that are matrices is a matrix, which counts as one row only when it has one.
/// @throws ShapeError `collapse_failed` (a number function on text, results that cannot be joined),
/// `dimension_mismatch` (results that are not one row).
Entry collapse(const Entry& rows, std::span<const CollapseFunction> functions);

}
