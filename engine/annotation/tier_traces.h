#pragma once

#include "engine/agreement/trace.h"
#include "engine/annotation/annotation.h"

namespace engine {

/// What a continuous tier holds, on a clock that begins at 0 s. @param end  seconds
TraceFrames tierFrames(const Annotation& annotation, TierId tier, double end, double rate);

/// Where a video's continuous tiers end, in seconds; 0: they hold nothing.
double endOfTraces(const Annotation& annotation, const std::vector<TierId>& tiers);

/// A new continuous tier with these values, as one piece from the first value to the last.
/// @param tier  its number is given here @param frames  on a clock that begins at 0 s, at the tier's rate
/// @throws Refused as addTier() does, and when no frame has a value.
Change addTrace(const Annotation& annotation, const Tier& tier, const TraceFrames& frames);

/// Puts a continuous tier to where its rater would have reacted sooner by `seconds`, to the nearest
/// value of its rate. What would lie before 0 s is left out.
/// @throws Refused when the tier is not there, or not continuous.
Change moveTraceSooner(const Annotation& annotation, TierId tier, double seconds);

}
