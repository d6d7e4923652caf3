#include "engine/annotation/tier_edits.h"

#include "engine/annotation/edits.h"

#include <fmt/format.h>

namespace engine {

namespace {

const Tier& existing(const Annotation& annotation, TierId id)
{
    const Tier* tier = annotation.tier(id);
    if (!tier)
        throw Refused("This tier is not there any more.");
    return *tier;
}

int placeBelow(const Annotation& annotation, const std::string& video)
{
    int last = -1;
    for (const Tier* tier : annotation.tiersOf(video))
        last = std::max(last, tier->order);
    return last + 1;
}

}

Change addTier(const Annotation& annotation, Tier tier)
{
    tier.id = annotation.unusedTier();
    tier.order = placeBelow(annotation, tier.video);
    Change change;
    change.tiers.push_back({std::nullopt, std::move(tier)});
    return change;
}

Change changeTier(const Annotation& annotation, const Tier& tier)
{
    const Tier& before = existing(annotation, tier.id);
    if (before == tier)
        return {};
    const bool isEmpty = annotation.byTime(tier.id).size() == 0;
    if (before.video != tier.video
        || (!isEmpty
            && (before.kind != tier.kind || before.parent != tier.parent
                || before.constraint != tier.constraint || before.rate != tier.rate)))
        throw Refused(fmt::format(
            "{} has segments: its kind, its parent tier and its rate stay as long as it has.", before.name));
    Change change;
    change.tiers.push_back({before, tier});
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all()) {
        const Segment& segment = *annotation.segment(entry.id);
        Segment after = segment;
        std::erase_if(after.values, [&](const auto& value) { return !tier.label(value.first); });
        if (after != segment)
            change.segments.push_back({segment, std::move(after)});
    }
    return change;
}

Change removeTierTree(const Annotation& annotation, TierId id)
{
    const Tier& root = existing(annotation, id);
    std::set<TierId> ids{root.id};
    for (bool grew = true; grew;) {
        grew = false;
        for (const Tier* tier : annotation.tiersOf(root.video))
            grew = (ids.contains(tier->parent) && ids.insert(tier->id).second) || grew;
    }
    return removeTiers(annotation, ids);
}

Change copyTier(const Annotation& annotation, TierId id, const std::string& name)
{
    Tier copy = existing(annotation, id);
    copy.name = name;
    copy.parent = 0;
    copy.constraint = Constraint::None;
    copy.source.clear();
    copy.locked = false;
    Change change = addTier(annotation, copy);
    const TierId tier = change.tiers.front().after->id;
    SegmentId next = annotation.unusedSegment();
    for (const IntervalIndex::Entry& entry : annotation.byTime(id).all()) {
        Segment segment = *annotation.segment(entry.id);
        segment.id = next++;
        segment.tier = tier;
        segment.parent = 0;
        segment.order = 0;
        segment.sourceRow = -1;
        change.segments.push_back({std::nullopt, std::move(segment)});
    }
    return change;
}

}
