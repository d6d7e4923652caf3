#pragma once

#include "engine/sequences/computational_sequence.h"

#include <map>
#include <string>
#include <vector>

namespace engine {

/// Seconds by which the rows of a video lie later on its timeline than a sequence says, by video id.
using VideoOffsets = std::map<std::string, double>;

/// The sequence with the intervals of these videos moved, of their own entries and those of their segments
/// `v[k]`; these are read and stay in memory, their times are float64. Other entries stay in their file.
/// @throws FormatError (`data_invalid`) for a damaged entry of such a video.
ComputationalSequence shifted(ComputationalSequence sequence, const VideoOffsets& offsets);

/// Moves times that were read to where they lie on the timeline.
void shift(std::vector<Interval>& intervals, double seconds);

/// The offset of a video; 0 where there is none.
double offsetOf(const VideoOffsets& offsets, const std::string& video);

}
