#pragma once

#include "engine/alignment/segment_rows.h"
#include "engine/models/normalisation.h"

#include <span>

namespace engine {

/// Mean and (population) standard deviation of each feature over all words of the segments, in float64.
///
/// @param segments  at least one, each of at least one word.
/// @throws ShapeError naming the segment: what checkInput() says, measured against the first segment's
/// widths.
Normalisation measureNormalisation(std::span<const LabelledSegment> segments);

}
