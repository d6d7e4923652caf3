#pragma once

#include "engine/annotation/annotation.h"

#include <vector>

namespace engine {

/// Puts values into a continuous tier, over those that are there: punching in. Value i belongs to the time
/// from `first + i` to `first + i + 1`, counted in the tier's rate from the start of the video. What it
/// touches becomes one piece with it; where a value is NaN nobody rated, and what is there stays.
/// @throws Refused when the tier is not there, or not continuous.
Change recordTrace(const Annotation& annotation, TierId tier, std::int64_t first,
                   const std::vector<float>& values);

/// The place of a moment in a continuous tier. @param rate  values per second
std::int64_t tracePlace(double seconds, double rate);

}
