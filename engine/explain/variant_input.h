#pragma once

#include "engine/core/matrix_view.h"
#include "engine/core/segment_input.h"

namespace engine {

/// A segment without one of its steps, in all modalities that have as many.
/// @param step  below the rows of the text, of which there are two at least
SegmentInput withoutStep(SegmentInput input, std::size_t step);

/// The features with each row replaced by the mean of all rows, per column. The mean leaves out numbers that
/// are not finite; a column of these alone stays as it is.
FeatureMatrix frozen(FeatureMatrix features);

/// The row of a matrix that lies at the same part of the segment's time as a step.
/// @param step   of the segment, below `steps`
/// @param steps  that the segment has
/// @param rows   of the matrix, 1 at least
/// @throws ShapeError (`row_mismatch`) for others.
std::size_t rowAt(std::size_t step, std::size_t steps, std::size_t rows);

/// The features of another segment brought to `rows` rows, each the one at the same part of the time
/// (rowAt()). A matrix without rows stays empty.
FeatureMatrix resampled(MatrixView features, std::size_t rows);

}
