#include "engine/annotation/change_builder.h"

#include <algorithm>

namespace engine {

ChangeBuilder::ChangeBuilder(const Annotation& annotation)
    : m_annotation(annotation)
    , m_unused(annotation.unusedSegment())
{
}

ChangeBuilder::ChangeBuilder(const Annotation& annotation, const Change& begun) : ChangeBuilder(annotation)
{
    m_begun.tiers = begun.tiers;
    m_begun.items = begun.items;
    m_begun.ignoresLocks = begun.ignoresLocks;
    for (const Replaced<Segment>& replaced : begun.segments) {
        if (replaced.after)
            put(*replaced.after);
        else
            m_after[replaced.before->id] = std::nullopt;
        if (replaced.after)
            m_unused = std::max(m_unused, replaced.after->id + 1);
    }
}

const Segment& ChangeBuilder::segment(SegmentId id) const
{
    const auto changed = m_after.find(id);
    const Segment* now = changed == m_after.end() ? m_annotation.segment(id)
        : changed->second                         ? &*changed->second
                                                  : nullptr;
    if (!now)
        throw Refused("This segment is not there any more.");
    return *now;
}

SegmentId ChangeBuilder::insert(Segment segment)
{
    const SegmentId id = m_unused++;
    segment.id = id;
    put(std::move(segment));
    return id;
}

void ChangeBuilder::put(Segment segment)
{
    const SegmentId id = segment.id;
    if (segment.parent != 0)
        m_adopted[segment.parent].insert(id);
    m_after[id] = std::move(segment);
}

void ChangeBuilder::retime(SegmentId id, TimePoint start, TimePoint end)
{
    Segment now = segment(id);
    const std::int64_t moved = start.ticks - now.start.ticks;
    const bool asAWhole = moved == end.ticks - now.end.ticks;
    if (now.start == start && now.end == end)
        return;
    const std::vector<SegmentId> below = children(id);
    now.start = start;
    now.end = end;
    put(now);
    for (const SegmentId childId : below) {
        const Segment child = segment(childId);
        const Constraint constraint = tierOf(child).constraint;
        if (isSymbolic(tierOf(child)))
            retime(childId, start, end);
        else if (asAWhole)
            retime(childId, TimePoint::ofTicks(child.start.ticks + moved),
                   TimePoint::ofTicks(child.end.ticks + moved));
        else if (constraint == Constraint::TimeSubdivision)
            retime(childId, isOuter(below, child, false) ? start : child.start,
                   isOuter(below, child, true) ? end : child.end);
    }
}

void ChangeBuilder::remove(SegmentId id)
{
    for (const SegmentId child : children(id))
        remove(child);
    const Segment gone = segment(id);
    m_after[id] = std::nullopt;
    if (gone.parent == 0 || tierOf(gone).constraint != Constraint::SymbolicSubdivision)
        return;
    for (const SegmentId sibling : children(gone.parent)) {
        Segment next = segment(sibling);
        if (next.tier == gone.tier && next.order > gone.order) {
            --next.order;
            put(next);
        }
    }
}

std::vector<SegmentId> ChangeBuilder::children(SegmentId parent) const
{
    std::vector<SegmentId> ids;
    for (const Segment* child : m_annotation.childrenOf(parent)) {
        const auto changed = m_after.find(child->id);
        if (changed == m_after.end() || (changed->second && changed->second->parent == parent))
            ids.push_back(child->id);
    }
    const auto adopted = m_adopted.find(parent);
    if (adopted == m_adopted.end())
        return ids;
    for (const SegmentId id : adopted->second) {
        const std::optional<Segment>& after = m_after.at(id);
        const Segment* before = m_annotation.segment(id);
        if (after && after->parent == parent && (!before || before->parent != parent))
            ids.push_back(id);
    }
    return ids;
}

Change ChangeBuilder::change() const
{
    Change change = m_begun;
    for (const auto& [id, after] : m_after) {
        const Segment* before = m_annotation.segment(id);
        const Replaced<Segment> replaced{before ? std::optional(*before) : std::nullopt, after};
        if (replaced.before != replaced.after)
            change.segments.push_back(replaced);
    }
    return change;
}

bool ChangeBuilder::isOuter(const std::vector<SegmentId>& siblings, const Segment& child, bool atEnd) const
{
    const auto asItWas = [this](SegmentId id) -> const Segment& {
        const Segment* before = m_annotation.segment(id);
        return before ? *before : segment(id);
    };
    const Segment& self = asItWas(child.id);
    return std::ranges::none_of(siblings, [&](SegmentId id) {
        const Segment& other = asItWas(id);
        return other.tier == self.tier && (atEnd ? self.end < other.end : other.start < self.start);
    });
}

}
