#include "engine/annotation/segments_edit.h"

#include "engine/annotation/change_builder.h"
#include "engine/annotation/constraints.h"
#include "engine/annotation/new_segment.h"

#include <algorithm>
#include <set>

namespace engine {

namespace {

void requireOf(const Tier& tier, const ChangeBuilder& builder, SegmentId id)
{
    if (builder.segment(id).tier != tier.id)
        throw Refused("A segment does not belong to " + tier.name + ".");
}

void change(ChangeBuilder& builder, const SegmentsEdit::Changed& changed, const Tier& tier)
{
    requireOf(tier, builder, changed.id);
    if (changed.times) {
        if (isSymbolic(tier))
            throw Refused("The segments of " + tier.name + " have the times of their parents.");
        builder.retime(changed.id, changed.times->start, changed.times->end);
        Segment timed = builder.segment(changed.id);
        timed.timing = Timing::Timed;
        builder.put(std::move(timed));
    }
    if (changed.text) {
        Segment segment = builder.segment(changed.id);
        segment.text = *changed.text;
        builder.put(std::move(segment));
    }
}

}

Change editSegments(const Annotation& annotation, TierId tierId, const SegmentsEdit& edit)
{
    const Tier* tier = annotation.tier(tierId);
    if (!tier)
        throw Refused("This tier does not exist.");
    if (tier->kind == TierKind::Continuous)
        throw Refused("The values of " + tier->name + " are recorded; their edges stay.");
    ChangeBuilder builder(annotation);
    for (const SegmentId id : edit.removed)
        requireOf(*tier, builder, id);
    for (const SegmentId id : std::set(edit.removed.begin(), edit.removed.end()))
        builder.remove(id);
    for (const SegmentsEdit::Changed& changed : edit.changed)
        change(builder, changed, *tier);
    for (const SegmentsEdit::Added& added : edit.added) {
        Segment segment = newSegment(annotation, tierId, added.times.start, added.times.end);
        segment.text = added.text;
        builder.insert(std::move(segment));
    }
    return builder.change();
}

SegmentsEdit editOf(const Change& change, TierId tier)
{
    SegmentsEdit edit;
    for (const auto& [before, after] : change.segments) {
        if ((before ? before->tier : after->tier) != tier)
            continue;
        if (!after)
            edit.removed.push_back(before->id);
        else if (!before)
            edit.added.push_back({{after->start, after->end}, after->text});
        else {
            SegmentsEdit::Changed changed{after->id, {}, {}};
            if (after->isTimed() && (before->start != after->start || before->end != after->end))
                changed.times = {after->start, after->end};
            if (before->text != after->text && before->values == after->values)
                changed.text = after->text;
            if (changed.times || changed.text)
                edit.changed.push_back(std::move(changed));
        }
    }
    return edit;
}

PlacesBefore::PlacesBefore(const Annotation& annotation, const Change& change, TierId tier)
{
    std::set<std::pair<std::int64_t, SegmentId>> order;
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier).all())
        order.emplace(entry.start, entry.id);
    for (const auto& [before, after] : change.segments) {
        if (after && after->tier == tier)
            order.erase({after->start.ticks, after->id});
    }
    for (const auto& [before, after] : change.segments) {
        if (before && before->tier == tier)
            order.emplace(before->start.ticks, before->id);
    }
    for (const auto& [start, id] : order)
        m_ids.push_back(id);
}

std::size_t PlacesBefore::of(SegmentId id) const
{
    const auto found = std::ranges::find(m_ids, id);
    if (found == m_ids.end())
        throw Refused("This segment was not there.");
    return static_cast<std::size_t>(found - m_ids.begin());
}

}
