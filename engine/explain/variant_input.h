#pragma once

#include "engine/core/segment_input.h"

namespace engine {

/// A segment without one of its steps, in all modalities that have as many.
/// @param step  below the rows of the text, of which there are two at least
SegmentInput withoutStep(SegmentInput input, std::size_t step);

/// As many rows, each the mean of all, per column. Numbers that are not finite do not count; a column without
/// any other stays as it is.
FeatureMatrix frozen(FeatureMatrix features);

/// Of so many rows the one that lies at the same part of the whole as a step of so many.
/// @param step  below steps. @param rows  1 at least
/// @throws ShapeError (`row_mismatch`) for others.
std::size_t rowAt(std::size_t step, std::size_t steps, std::size_t rows);

/// A modality of another segment at so many steps, each the row at it (rowAt()). Nothing of a
/// matrix without rows.
FeatureMatrix resampled(const FeatureMatrix& features, std::size_t rows);

}
