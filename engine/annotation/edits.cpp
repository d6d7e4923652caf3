#include "engine/annotation/edits.h"

#include "engine/annotation/change_builder.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/tier_roles.h"

#include <algorithm>
#include <set>

namespace engine {

namespace {

/// Goes through the segments of the same tier (and, where siblings count, of the same parent) beside one,
/// from it outwards, as long as `visit` says so.
template <typename Visit>
void visitNeighbours(const Annotation& annotation, const Segment& segment, bool after, const Visit& visit)
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
bool makeRoom(ChangeBuilder& builder, const Segment& next, bool atEnd, std::int64_t from,
              std::int64_t& reached, EdgeMode mode)
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

/// Words without times make room for an edge that comes their way: those up to the next timed one lie close
/// together behind it, until withUntimedSpread() gives them their places. @return whether that is all that
/// lies in the way
bool squeezeUntimed(ChangeBuilder& builder, const Segment& segment, bool atEnd, std::int64_t edge)
{
    std::vector<Segment> run;
    std::optional<std::int64_t> wall;
    visitNeighbours(builder.annotation(), segment, atEnd, [&](const Segment& beside) {
        const Segment& now = builder.segment(beside.id);
        if (now.isTimed())
            wall = atEnd ? now.start.ticks : now.end.ticks;
        else
            run.push_back(now);
        return !now.isTimed();
    });
    if (run.empty())
        return false;
    if (atEnd ? run.front().start.ticks >= edge : run.front().end.ticks <= edge)
        return true; // none is in the way
    if (!atEnd)
        std::ranges::reverse(run);
    const std::int64_t last = atEnd ? std::max(run.back().end.ticks, edge + kTicksPerSecond) : 0;
    const std::int64_t from = atEnd ? edge : wall.value_or(0);
    const std::int64_t to = atEnd ? wall.value_or(last) : edge;
    const auto count = static_cast<std::int64_t>(run.size());
    if (to - from < count)
        return false;
    for (std::int64_t i = 0; i < count; ++i)
        builder.retime(run[static_cast<std::size_t>(i)].id,
                       TimePoint::ofTicks(from + (to - from) / count * i),
                       TimePoint::ofTicks(from + (to - from) / count * (i + 1)));
    return true;
}

/// Whether the neighbour of a segment is one of these.
bool isNeighbourAmong(const Annotation& annotation, const Segment& segment, bool after,
                      const std::set<SegmentId>& these)
{
    const IntervalIndex& index = annotation.byTime(segment.tier);
    const IntervalIndex::Entry entry{segment.start.ticks, segment.id, segment.end.ticks};
    const auto beside = after ? index.next(entry) : index.previous(entry);
    return beside && these.contains(beside->id);
}

/// What a person puts somewhere has times from then on.
void makeTimed(ChangeBuilder& builder, SegmentId id)
{
    Segment segment = builder.segment(id);
    if (segment.isTimed())
        return;
    segment.timing = Timing::Timed;
    builder.put(std::move(segment));
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

/// Whether a segment has a term of a label's vocabulary in its text, too, as formats have it that say it in
/// both places. The text of a labelled segment is what was said.
bool saysTerm(const Annotation& annotation, const Segment& segment, const std::string& label)
{
    const Tier* tier = annotation.tier(segment.tier);
    const LabelScheme* scheme = tier ? tier->label(label) : nullptr;
    const std::string* term = termGiven(segment, label);
    return scheme && std::holds_alternative<Vocabulary>(scheme->scale) && term && segment.text == *term
        && tier->name != kLabelsTier;
}

}

Change insertSegment(const Annotation& annotation, Segment segment)
{
    return insertSegments(annotation, {std::move(segment)});
}

Change insertSegments(const Annotation& annotation, std::vector<Segment> segments)
{
    ChangeBuilder builder(annotation);
    for (Segment& segment : segments)
        builder.insert(std::move(segment));
    return builder.change();
}

Change removeSegments(const Annotation& annotation, std::span<const SegmentId> ids)
{
    ChangeBuilder builder(annotation);
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
    ChangeBuilder builder(annotation);
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
    const bool yields = !tier.overlapping && annotation.untimedIn(tier.id) > 0
        && squeezeUntimed(builder, segment, atEnd, to.ticks);
    if (!yields && (!tier.overlapping || mode == EdgeMode::Follow)) {
        std::int64_t reached = to.ticks;
        visitNeighbours(annotation, segment, atEnd, [&](const Segment& next) {
            return makeRoom(builder, next, atEnd, before.ticks, reached, mode);
        });
    }
    builder.retime(id, atEnd ? segment.start : to, atEnd ? to : segment.end);
    makeTimed(builder, id);
    return builder.change();
}

Change splitSegment(const Annotation& annotation, SegmentId id, TimePoint at, const std::string& secondText)
{
    ChangeBuilder builder(annotation);
    Segment first = builder.segment(id);
    const Tier& tier = builder.tierOf(first);
    if (isSymbolic(tier) || !(first.start < at && at < first.end))
        throw Refused("A segment is split at a moment inside it.");
    Segment second = first;
    second.start = at;
    second.sourceRow = -1; // the row stays with the first
    if (second.timing == Timing::Heard)
        second.timing = Timing::Spread;
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
    ChangeBuilder builder(annotation);
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
    if (second.isTimed())
        first.timing = Timing::Timed;
    const TimePoint end = std::max(first.end, second.end);
    const TimePoint start = first.start;
    first.end = builder.segment(first.id).end;
    builder.put(first);
    builder.retime(first.id, start, end);
    return builder.change();
}

Change setText(const Annotation& annotation, SegmentId id, const std::string& text)
{
    ChangeBuilder builder(annotation);
    Segment segment = builder.segment(id);
    segment.text = text;
    builder.put(segment);
    return builder.change();
}

Change setValue(const Annotation& annotation, SegmentId id, const std::string& label,
                const std::optional<LabelValue>& value)
{
    ChangeBuilder builder(annotation);
    Segment segment = builder.segment(id);
    if (saysTerm(annotation, segment, label)) {
        const auto* term = value ? std::get_if<std::string>(&value->value) : nullptr;
        segment.text = term ? *term : std::string();
    }
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
    ChangeBuilder builder(annotation);
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
    ChangeBuilder builder(annotation);
    const std::set<SegmentId> moved(ids.begin(), ids.end());
    for (const SegmentId id : moved) {
        const Segment segment = builder.segment(id);
        if (isSymbolic(builder.tierOf(segment)))
            throw Refused("The segments of " + builder.tierOf(segment).name
                          + " have the times of their parents.");
        bool withParent = false;
        for (SegmentId above = segment.parent; above != 0; above = annotation.segment(above)->parent)
            withParent = withParent || moved.contains(above);
        if (withParent)
            continue;
        const TimePoint start = TimePoint::ofTicks(segment.start.ticks + ticks);
        const TimePoint end = TimePoint::ofTicks(segment.end.ticks + ticks);
        if (annotation.untimedIn(segment.tier) > 0 && !builder.tierOf(segment).overlapping
            && !isNeighbourAmong(annotation, segment, ticks > 0, moved))
            squeezeUntimed(builder, segment, ticks > 0, ticks > 0 ? end.ticks : start.ticks);
        builder.retime(id, start, end);
        makeTimed(builder, id);
    }
    return builder.change();
}

}
