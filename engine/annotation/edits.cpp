#include "engine/annotation/edits.h"

#include <algorithm>
#include <set>

namespace engine {

namespace {

/// Gathers what segments become, over what they are.
class Builder {
public:
    explicit Builder(const Annotation& annotation)
        : m_annotation(annotation)
        , m_unused(annotation.unusedSegment())
    {
    }

    const Annotation& annotation() const { return m_annotation; }

    /// As it is by now. @throws Refused when it is not there.
    const Segment& segment(SegmentId id) const
    {
        const auto changed = m_after.find(id);
        const Segment* now = changed == m_after.end() ? m_annotation.segment(id)
            : changed->second                         ? &*changed->second
                                                      : nullptr;
        if (!now)
            throw Refused("This segment is not there any more.");
        return *now;
    }

    const Tier& tierOf(const Segment& segment) const { return *m_annotation.tier(segment.tier); }

    SegmentId insert(Segment segment)
    {
        segment.id = m_unused++;
        m_after[segment.id] = segment;
        return segment.id;
    }

    void put(Segment segment)
    {
        const SegmentId id = segment.id;
        m_after[id] = std::move(segment);
    }

    /// Gives it new times; what depends on it follows.
    void retime(SegmentId id, TimePoint start, TimePoint end)
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

    void remove(SegmentId id)
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

    /// Of the segment as it is by now.
    std::vector<SegmentId> children(SegmentId parent) const
    {
        std::vector<SegmentId> ids;
        for (const Segment* child : m_annotation.childrenOf(parent)) {
            const auto changed = m_after.find(child->id);
            if (changed == m_after.end() || (changed->second && changed->second->parent == parent))
                ids.push_back(child->id);
        }
        for (const auto& [id, after] : m_after) {
            const Segment* before = m_annotation.segment(id);
            if (after && after->parent == parent && (!before || before->parent != parent))
                ids.push_back(id);
        }
        return ids;
    }

    Change change() const
    {
        Change change;
        for (const auto& [id, after] : m_after) {
            const Segment* before = m_annotation.segment(id);
            const Replaced<Segment> replaced{before ? std::optional(*before) : std::nullopt, after};
            if (replaced.before != replaced.after)
                change.segments.push_back(replaced);
        }
        return change;
    }

private:
    /// Whether no sibling in its tier starts before it (or ends after it).
    bool isOuter(const std::vector<SegmentId>& siblings, const Segment& child, bool atEnd) const
    {
        return std::ranges::none_of(siblings, [&](SegmentId id) {
            const Segment& other = *m_annotation.segment(id);
            const Segment& self = *m_annotation.segment(child.id);
            return other.tier == self.tier && (atEnd ? self.end < other.end : other.start < self.start);
        });
    }

    const Annotation& m_annotation;
    std::map<SegmentId, std::optional<Segment>> m_after;
    SegmentId m_unused;
};

/// Goes through the segments of the same tier (and, where siblings count, of the same parent) beside one,
/// from it outwards, as long as `visit` says so.
template <typename Visit>
void visitBeside(const Annotation& annotation, const Segment& segment, bool after, const Visit& visit)
{
    const IntervalIndex& index = annotation.byTime(segment.tier);
    const bool siblingsOnly = annotation.tier(segment.tier)->constraint == Constraint::TimeSubdivision;
    IntervalIndex::Entry at{segment.start.ticks, segment.id, segment.end.ticks};
    while (const auto beside = after ? index.next(at) : index.previous(at)) {
        const Segment& other = *annotation.segment(beside->id);
        if ((siblingsOnly && other.parent != segment.parent) || !visit(other))
            return;
        at = *beside;
    }
}

/// Moves a neighbour out of the way of an edge that came from `from` and went to `reached`, which is moved on
/// to where the next neighbour has to make room. @return whether the next has to be looked at.
bool makeRoom(Builder& builder, const Segment& next, bool atEnd, std::int64_t from, std::int64_t& reached,
              EdgeMode mode)
{
    const std::int64_t facing = atEnd ? next.start.ticks : next.end.ticks;
    const auto cut = [&] {
        builder.retime(next.id, atEnd ? TimePoint::ofTicks(reached) : next.start,
                       atEnd ? next.end : TimePoint::ofTicks(reached));
    };
    if (mode == EdgeMode::Follow) {
        if (facing == from) // it touched, and keeps touching
            cut();
        return false;
    }
    const std::int64_t inTheWay = atEnd ? reached - facing : facing - reached;
    if (inTheWay <= 0)
        return false;
    if (mode == EdgeMode::Push) {
        const std::int64_t by = atEnd ? inTheWay : -inTheWay;
        const TimePoint start = TimePoint::ofTicks(next.start.ticks + by);
        const TimePoint end = TimePoint::ofTicks(next.end.ticks + by);
        builder.retime(next.id, start, end);
        reached = atEnd ? end.ticks : start.ticks;
    } else if (inTheWay >= next.length()) {
        builder.remove(next.id);
    } else {
        cut();
    }
    return true;
}

/// The values of a continuous tier's segment between two moments.
std::vector<float> samplesOf(const Segment& segment, double rate, std::int64_t from, std::int64_t to)
{
    const auto place = [&](std::int64_t moment) {
        const double index = static_cast<double>(moment - segment.start.ticks) / kTicksPerSecond * rate;
        return static_cast<std::ptrdiff_t>(
            std::clamp(std::llround(index), 0LL, static_cast<long long>(segment.samples.size())));
    };
    return {segment.samples.begin() + place(from), segment.samples.begin() + place(to)};
}

}

Change insertSegment(const Annotation& annotation, Segment segment)
{
    return insertSegments(annotation, {std::move(segment)});
}

Change insertSegments(const Annotation& annotation, std::vector<Segment> segments)
{
    Builder builder(annotation);
    for (Segment& segment : segments)
        builder.insert(std::move(segment));
    return builder.change();
}

Change removeSegments(const Annotation& annotation, std::span<const SegmentId> ids)
{
    Builder builder(annotation);
    std::set<SegmentId> left(ids.begin(), ids.end());
    for (const SegmentId id : ids)
        builder.segment(id); // @throws when it is not there
    for (const SegmentId id : left) {
        bool withParent = false; // a child goes with its parent, and only once
        for (SegmentId above = annotation.segment(id)->parent; above != 0;
             above = annotation.segment(above)->parent)
            withParent = withParent || left.contains(above);
        if (!withParent)
            builder.remove(id);
    }
    return builder.change();
}

Change moveEdge(const Annotation& annotation, SegmentId id, bool atEnd, TimePoint to, EdgeMode mode)
{
    Builder builder(annotation);
    const Segment segment = builder.segment(id);
    const Tier& tier = builder.tierOf(segment);
    if (isSymbolic(tier))
        throw Refused("The segments of " + tier.name + " have the times of their parents.");
    if (tier.kind == TierKind::Continuous)
        throw Refused("The values of " + tier.name + " are recorded; their edges stay.");
    if (tier.kind == TierKind::Point) {
        builder.retime(id, to, to);
        return builder.change();
    }
    const TimePoint before = atEnd ? segment.end : segment.start;
    if (to.ticks == before.ticks)
        return {}; // it keeps its recorded time, and so does who touches it
    if (!tier.overlapping || mode == EdgeMode::Follow) {
        std::int64_t reached = to.ticks;
        visitBeside(annotation, segment, atEnd, [&](const Segment& next) {
            return makeRoom(builder, next, atEnd, before.ticks, reached, mode);
        });
    }
    builder.retime(id, atEnd ? segment.start : to, atEnd ? to : segment.end);
    return builder.change();
}

Change splitSegment(const Annotation& annotation, SegmentId id, TimePoint at, const std::string& secondText)
{
    Builder builder(annotation);
    Segment first = builder.segment(id);
    const Tier& tier = builder.tierOf(first);
    if (isSymbolic(tier) || !(first.start < at && at < first.end))
        throw Refused("A segment is split at a moment inside it.");
    Segment second = first;
    second.start = at;
    second.sourceRow = -1; // the row stays with the first
    second.text = secondText;
    first.end = at;
    if (tier.kind == TierKind::Continuous) {
        const Segment& whole = builder.segment(id);
        first.samples = samplesOf(whole, tier.rate, whole.start.ticks, at.ticks);
        second.samples = samplesOf(whole, tier.rate, at.ticks, whole.end.ticks);
    }
    const std::vector<SegmentId> below = builder.children(id);
    builder.put(first);
    const SegmentId secondId = builder.insert(second);
    for (const SegmentId childId : below) {
        Segment child = builder.segment(childId);
        if (isSymbolic(builder.tierOf(child))) { // stays with the first, whose times it takes
            builder.retime(childId, first.start, first.end);
        } else if (!(child.start < at)) {
            child.parent = secondId;
            builder.put(child);
        } else if (at < child.end) {
            Segment rest = child;
            child.end = at;
            rest.start = at;
            rest.parent = secondId;
            rest.sourceRow = -1;
            builder.put(child);
            builder.insert(rest);
        }
    }
    return builder.change();
}

Change mergeSegments(const Annotation& annotation, SegmentId one, SegmentId other)
{
    Builder builder(annotation);
    Segment first = builder.segment(one);
    Segment second = builder.segment(other);
    if (one == other || first.tier != second.tier || first.parent != second.parent)
        throw Refused("Two segments of one tier and one parent can be merged.");
    if (second.start < first.start)
        std::swap(first, second);
    const Tier& tier = builder.tierOf(first);
    if (isSymbolic(tier) || tier.kind != TierKind::Interval)
        throw Refused("Only intervals can be merged.");
    for (const auto& between : annotation.byTime(tier.id).spanning(first.end.ticks, second.start.ticks)) {
        if (between.id != first.id && between.id != second.id && !tier.overlapping)
            throw Refused("Other segments lie between these two.");
    }
    std::map<TierId, int> count; // of the first's children, so that those of the second follow them
    for (const SegmentId childId : builder.children(first.id))
        ++count[builder.segment(childId).tier];
    for (const SegmentId childId : builder.children(second.id)) {
        Segment child = builder.segment(childId);
        child.parent = first.id;
        if (builder.tierOf(child).constraint == Constraint::SymbolicSubdivision)
            child.order += count[child.tier];
        builder.put(child);
    }
    builder.remove(second.id);
    first.text += first.text.empty() || second.text.empty() ? second.text : " " + second.text;
    first.values.insert(second.values.begin(), second.values.end());
    first.flagged = first.flagged || second.flagged;
    const TimePoint end = std::max(first.end, second.end);
    const TimePoint start = first.start;
    first.end = builder.segment(first.id).end;
    builder.put(first);
    builder.retime(first.id, start, end);
    return builder.change();
}

Change setText(const Annotation& annotation, SegmentId id, const std::string& text)
{
    Builder builder(annotation);
    Segment segment = builder.segment(id);
    segment.text = text;
    builder.put(segment);
    return builder.change();
}

Change setValue(const Annotation& annotation, SegmentId id, const std::string& label,
                const std::optional<LabelValue>& value)
{
    Builder builder(annotation);
    Segment segment = builder.segment(id);
    if (value)
        segment.values[label] = *value;
    else
        segment.values.erase(label);
    builder.put(segment);
    return builder.change();
}

Change removeTiers(const Annotation& annotation, const std::set<TierId>& ids)
{
    Change change;
    for (const TierId id : ids) {
        for (const IntervalIndex::Entry& entry : annotation.byTime(id).all())
            change.segments.push_back({*annotation.segment(entry.id), std::nullopt});
        change.tiers.push_back({*annotation.tier(id), std::nullopt});
    }
    return change;
}

Change putItem(const Annotation& annotation, const Item& item)
{
    const Item* before = annotation.item(item.kind, item.name);
    if (before && *before == item)
        return {};
    return {{}, {}, {{before ? std::optional(*before) : std::nullopt, item}}};
}

Change remark(const Annotation& annotation, SegmentId id, const Remarks& remarks)
{
    Builder builder(annotation);
    Segment segment = builder.segment(id);
    if (remarks.confidence)
        segment.confidence = remarks.confidence;
    if (remarks.comment)
        segment.comment = *remarks.comment;
    if (remarks.flagged)
        segment.flagged = *remarks.flagged;
    builder.put(std::move(segment));
    return builder.change();
}

Change shiftSegments(const Annotation& annotation, std::span<const SegmentId> ids, std::int64_t ticks)
{
    Builder builder(annotation);
    const std::set<SegmentId> moved(ids.begin(), ids.end());
    for (const SegmentId id : moved) {
        const Segment segment = builder.segment(id);
        if (isSymbolic(builder.tierOf(segment)))
            throw Refused("The segments of " + builder.tierOf(segment).name
                          + " have the times of their parents.");
        bool withParent = false;
        for (SegmentId above = segment.parent; above != 0; above = annotation.segment(above)->parent)
            withParent = withParent || moved.contains(above);
        if (!withParent)
            builder.retime(id, TimePoint::ofTicks(segment.start.ticks + ticks),
                           TimePoint::ofTicks(segment.end.ticks + ticks));
    }
    return builder.change();
}

}
