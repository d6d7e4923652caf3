#pragma once

#include "engine/annotation/annotation.h"

namespace engine {

/// A segment as its tier wants a new one, ready for insertSegment(): a point where it starts; under the
/// segment of the parent tier that holds its start, cut to it; with that one's times where the tier has none
/// of its own. Of a subdivision the first fills its parent.
/// @throws Refused when the tier is not there, is recorded rather than drawn, or has no parent for it here.
Segment newSegment(const Annotation& annotation, TierId tier, TimePoint start, TimePoint end);

}
