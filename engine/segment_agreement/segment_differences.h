#pragma once

#include "engine/core/run_context.h"
#include "engine/segment_agreement/marked_video.h"

#include <optional>

namespace engine {

/// A place where two raters' segments differ: only one of them marked something there, or both called what
/// they marked by other names.
struct SegmentDifference {
    std::string video;
    std::optional<NamedSegment> first; ///< none: the first rater marked nothing that goes with `second`
    std::optional<NamedSegment> second;

    /// From the first start to the last end, in the unit of the times.
    Interval span() const;
    friend bool operator==(const SegmentDifference&, const SegmentDifference&) = default;
};

/// Where two raters differ, in the videos that both did: segments matched as segmentSweeps() matches them
/// (matchSegments()). By video as given, then by time. @throws Cancelled.
std::vector<SegmentDifference> segmentDifferences(const std::vector<MarkedVideo>& videos,
                                                  const std::string& first, const std::string& second,
                                                  const RunContext& run = {});

}
