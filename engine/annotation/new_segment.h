#pragma once

#include "engine/annotation/annotation.h"

namespace engine {

/// A new segment that fits its tier, for insertSegment(). In a tier of points it is a point at its start.
/// Under a parent tier it belongs to the segment that holds its start, and is cut to it; in a symbolic tier
/// it has the times of that segment. The first part of a subdivision fills its parent.
/// @throws Refused when the tier does not exist, is continuous, or has no parent segment at this time.
Segment newSegment(const Annotation& annotation, TierId tier, TimePoint start, TimePoint end);

}
