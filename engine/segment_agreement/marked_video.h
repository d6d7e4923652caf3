#pragma once

#include "engine/core/interval.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace engine {

/// A piece of a video that a rater marked, with the name that the rater gave the piece.
struct NamedSegment {
    Interval interval; ///< seconds, or any other unit of time
    std::string name; ///< may be empty: marked, and nothing said

    friend auto operator<=>(const NamedSegment&, const NamedSegment&) = default;
};

/// A video and the segments of all who did the video.
struct MarkedVideo {
    std::string video;
    Interval span; ///< of the whole video
    /// By rater, sorted; a rater who did the video and marked nothing has an empty list.
    std::map<std::string, std::vector<NamedSegment>> raters;
};

/// The raters of any of these videos, sorted.
std::vector<std::string> markedRaters(const std::vector<MarkedVideo>& videos);

/// The names of all segments, each once, sorted.
std::vector<std::string> segmentNames(const std::vector<MarkedVideo>& videos);

/// The times of segments, in their order.
std::vector<Interval> intervalsOf(const std::vector<NamedSegment>& segments);

/// Starts and ends strictly inside the video, sorted; an end that is the next start is one boundary.
std::vector<double> boundariesWithin(const std::vector<NamedSegment>& segments, Interval span);

/// The videos with every rater's segments sorted by start, end and name, as the statistics need them.
std::vector<MarkedVideo> sortedVideos(std::vector<MarkedVideo> videos);

}
