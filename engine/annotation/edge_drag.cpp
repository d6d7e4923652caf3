#include "engine/annotation/edge_drag.h"

#include <limits>

namespace engine {

namespace {

constexpr std::int64_t kLeastYielding = kTicksPerSecond / 1000; // that a word without times needs

}

TimePoint reachableEdge(const Annotation& annotation, SegmentId id, bool atEnd, TimePoint to)
{
    const Segment* segment = annotation.segment(id);
    if (!segment)
        throw Refused("This segment is not there any more.");
    const TimePoint edge = atEnd ? segment->end : segment->start;
    TimePoint least = atEnd ? TimePoint::ofTicks(segment->start.ticks + kShortestDragged)
                            : TimePoint::ofTicks(std::min<std::int64_t>(0, edge.ticks));
    TimePoint most = TimePoint::ofTicks(atEnd ? std::numeric_limits<std::int64_t>::max()
                                              : segment->end.ticks - kShortestDragged);
    const IntervalIndex& index = annotation.byTime(segment->tier);
    const IntervalIndex::Entry entry{segment->start.ticks, id, segment->end.ticks};
    auto found = atEnd ? index.next(entry) : index.previous(entry);
    std::int64_t yielding = 0; // words without times, which make room
    while (found && !annotation.segment(found->id)->isTimed()) {
        ++yielding;
        found = atEnd ? index.next(*found) : index.previous(*found);
    }
    if (found && yielding > 0) {
        const Segment& beside = *annotation.segment(found->id);
        (atEnd ? most : least) = TimePoint::ofTicks(atEnd ? beside.start.ticks - yielding * kLeastYielding
                                                          : beside.end.ticks + yielding * kLeastYielding);
    } else if (found) {
        const Segment& beside = *annotation.segment(found->id);
        const TimePoint facing = atEnd ? beside.start : beside.end;
        const TimePoint far = atEnd ? beside.end : beside.start;
        const bool touches = facing.ticks == edge.ticks;
        if (touches && atEnd)
            most = TimePoint::ofTicks(far.ticks - kShortestDragged);
        else if (touches)
            least = TimePoint::ofTicks(far.ticks + kShortestDragged);
        else if (!annotation.tier(segment->tier)->overlapping)
            (atEnd ? most : least) = facing;
    }
    if (least > most || to.ticks == edge.ticks)
        return edge;
    const TimePoint target = std::clamp(to, least, most);
    return target.ticks == edge.ticks ? edge : target;
}

}
