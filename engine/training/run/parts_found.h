#pragma once

#include "engine/training/media/segment_media.h"

#include <string>
#include <vector>

namespace engine {

class Scorer;

/// What each part of a model of parts found in a segment: kPartNumbers numbers by PartNumber.
/// @param scorer  of a model that asks parts
std::vector<float> partsFound(const Scorer& scorer, const SegmentMedia& seen, const std::string& transcript);

}
