#pragma once

#include "engine/sequences/computational_sequence.h"

#include <map>
#include <string>

namespace engine {

/// Seconds by which the rows of a video lie later on its timeline than a sequence says, by video id.
using VideoOffsets = std::map<std::string, double>;

/// The sequence with the intervals of these videos moved, of their own entries and those of their segments
/// `v[k]`; these are read and stay in memory, their times are float64. Other entries stay in their file.
/// @throws FormatError (`data_invalid`) for a damaged entry of such a video.
ComputationalSequence shifted(ComputationalSequence sequence, const VideoOffsets& offsets);

}
