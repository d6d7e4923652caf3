#include "engine/annotation/bulk_edits.h"

#include "engine/annotation/edits.h"

#include <fmt/format.h>

namespace engine {

namespace {

/// Calls `edit` with a copy of every segment, tier by tier in the order of time, and gathers what it changes.
template <typename Edit>
Change forEachSegment(const Annotation& annotation, const std::set<TierId>& tiers, const Edit& edit)
{
    Change change;
    for (const TierId tier : tiers) {
        for (const IntervalIndex::Entry& entry : annotation.byTime(tier).all()) {
            const Segment& before = *annotation.segment(entry.id);
            Segment after = before;
            edit(after);
            if (after != before)
                change.segments.push_back({before, std::move(after)});
        }
    }
    return change;
}

}

Change shiftTiers(const Annotation& annotation, const std::set<TierId>& tiers, std::int64_t ticks)
{
    std::vector<SegmentId> moved;
    for (const TierId id : tiers) {
        const Tier* tier = annotation.tier(id);
        if (!tier || (tier->parent != 0 && tiers.contains(tier->parent)))
            continue;
        for (const IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
            if (entry.start >= 0 && entry.start + ticks < 0)
                throw Refused(fmt::format("A segment of {} in {} would begin before the video.", tier->name,
                                          tier->video));
            moved.push_back(entry.id);
        }
    }
    return ticks == 0 ? Change() : shiftSegments(annotation, moved, ticks);
}

void checkWithinVideo(const Annotation& annotation, const Change& change)
{
    std::set<std::string> videos;
    for (const auto& replaced : change.segments)
        videos.insert(annotation.tier((replaced.before ? *replaced.before : *replaced.after).tier)->video);
    Change copied;
    copied.ignoresLocks = true;
    for (const std::string& video : videos) {
        for (const Tier* tier : annotation.tiersOf(video)) {
            copied.tiers.push_back({std::nullopt, *tier});
            for (const IntervalIndex::Entry& entry : annotation.byTime(tier->id).all())
                copied.segments.push_back({std::nullopt, *annotation.segment(entry.id)});
        }
    }
    Annotation part;
    part.apply(copied);
    part.apply(change);
}

Change relabel(const Annotation& annotation, const std::set<TierId>& tiers, const std::string& label,
               const std::variant<double, std::string>& from, const std::optional<LabelValue>& to)
{
    return forEachSegment(annotation, tiers, [&](Segment& segment) {
        const auto given = segment.values.find(label);
        if (given == segment.values.end() || given->second.value != from)
            return;
        if (to)
            given->second = *to;
        else
            segment.values.erase(given);
    });
}

Change retypeAll(const Annotation& annotation, const std::set<TierId>& tiers,
                 const std::function<std::string(const std::string&)>& replaced)
{
    return forEachSegment(annotation, tiers,
                          [&](Segment& segment) { segment.text = replaced(segment.text); });
}

}
