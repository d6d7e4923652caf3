#pragma once

#include "engine/segment_agreement/unit_distance.h"

namespace engine {

/// A unit that another one may be aligned with.
struct NearUnit {
    std::uint32_t index = 0;
    double distance = 0.0;
};

/// For each unit those of other raters that come later in the list and are less than `bound` away.
///
/// Units are looked up by lengths of one magnitude, by start, so that a few long units do not make all others
/// neighbours.
///
/// @param units  N, sorted by start; of positive length
/// @return       N lists, by index
std::vector<std::vector<NearUnit>> nearUnits(const std::vector<PlacedUnit>& units,
                                             const UnitDistance& distance, double bound);

}
