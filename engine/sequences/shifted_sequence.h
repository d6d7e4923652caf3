#pragma once

#include "engine/sequences/computational_sequence.h"

#include <map>
#include <string>
#include <vector>

namespace engine {

/// By video id, how many seconds later the rows of a video lie on its timeline than the sequence says.
using VideoOffsets = std::map<std::string, double>;

/// The sequence with the intervals of these videos moved: those of their own entries and of their segments
/// `v[k]`. The moved entries are read and stay in memory, with times in float64. Other entries stay in their
/// file.
/// @throws FormatError (`data_invalid`) for a damaged entry of such a video.
ComputationalSequence shifted(ComputationalSequence sequence, const VideoOffsets& offsets);

/// Moves times, as read from a file, by `seconds` to their place on the timeline.
void shift(std::vector<Interval>& intervals, double seconds);

/// The offset of a video, or of a sequence of one; 0 where there is none.
/// @param name  the video, or the key of the sequence
double offsetOf(const VideoOffsets& offsets, const std::string& name);

}
