#pragma once

#include "engine/annotation/annotation.h"

namespace engine {

/// No segment is made shorter than this by dragging: 10 ms.
inline constexpr std::int64_t kShortestDragged = kTicksPerSecond / 100;

/// How near to `to` an edge may be dragged when a neighbour that touches it follows and any other stays.
///
/// The edge stops before the segment, or the neighbour that follows, would become shorter than
/// `kShortestDragged`, before it would enter a neighbour that it does not touch (where the tier does not
/// allow that), and at the start of the video. Words without times make room, up to the next that has times.
/// Where there is no room at all, it stays.
/// @throws Refused for a segment that is not there.
TimePoint reachableEdge(const Annotation& annotation, SegmentId id, bool atEnd, TimePoint to);

}
