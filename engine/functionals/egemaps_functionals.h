#pragma once

#include "engine/core/feature_rows.h"

#include <span>

namespace engine {

/// The 88 functionals of eGeMAPSv02 by openSMILE's names, and `valid`: 1 where an interval has a voiced row;
/// what has no rows to be made of is 0. An interval has the rows whose middle it covers.
///
/// @param egemaps25,spectral  soundRows() of one sound, of the same rows, in the order of time.
/// @param intervals           words, segments or windows, in seconds, in any order. @return a row for each
/// @throws ShapeError (`rows_differ`) when the two sets differ in their rows.
FeatureRows egemaps88(const FeatureRows& egemaps25, const FeatureRows& spectral,
                      std::span<const Interval> intervals);

/// The names and units of those 89 columns.
std::vector<FeatureColumn> egemaps88Columns();

}
