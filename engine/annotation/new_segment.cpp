#include "engine/annotation/new_segment.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

/// The segment of a tier in which something that starts here lies. Null: there is none.
const Segment* segmentAt(const Annotation& annotation, TierId tier, TimePoint start)
{
    const Segment* found = nullptr;
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier).covering(start.ticks))
        found = annotation.segment(entry.id);
    return found;
}

std::vector<const Segment*> childrenIn(const Annotation& annotation, const Segment& parent, TierId tier)
{
    std::vector<const Segment*> children = annotation.childrenOf(parent.id);
    std::erase_if(children, [&](const Segment* child) { return child->tier != tier; });
    return children;
}

}

Segment newSegment(const Annotation& annotation, TierId id, TimePoint start, TimePoint end)
{
    const Tier* tier = annotation.tier(id);
    if (!tier)
        throw Refused("This tier is not there any more.");
    if (tier->kind == TierKind::Continuous)
        throw Refused(fmt::format("The values of {} are recorded, not drawn.", tier->name));
    Segment segment;
    segment.tier = id;
    segment.start = start;
    segment.end = tier->kind == TierKind::Point ? start : end;
    if (tier->parent == 0)
        return segment;
    const Segment* parent = segmentAt(annotation, tier->parent, start);
    if (!parent)
        throw Refused(fmt::format("{} hangs on {}, which has no segment here.", tier->name,
                                  annotation.tier(tier->parent)->name));
    const std::vector<const Segment*> siblings = childrenIn(annotation, *parent, id);
    segment.parent = parent->id;
    segment.end = std::min(segment.end, parent->end);
    if (tier->constraint == Constraint::TimeSubdivision) {
        if (!siblings.empty())
            throw Refused(
                fmt::format("{} fills its parent here already; split one of its segments.", tier->name));
        segment.start = parent->start;
        segment.end = parent->end;
    }
    if (isSymbolic(*tier)) {
        segment.start = parent->start;
        segment.end = parent->end;
        segment.order = static_cast<int>(siblings.size());
    }
    if (tier->constraint == Constraint::SymbolicAssociation && !siblings.empty())
        throw Refused(fmt::format("{} has one for this segment already.", tier->name));
    return segment;
}

}
