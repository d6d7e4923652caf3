#pragma once

#include "engine/core/matrix_view.h"
#include "engine/training/data/feature_data.h"

#include <string>
#include <vector>

namespace engine {

/// One column of the labels, N.
/// @throws FormatError (`no_labels`) where there are none, no such column, or all are the same;
/// (`not_finite`) naming the segment.
std::vector<double> labelsOf(const FoldData& segments, std::size_t column, const std::string& where);

/// Whether each segment is of exactly one of several classes: a 1 in its column, and else 0.
bool areOneHot(MatrixView labels);

}
