#include "engine/annotation/tier_roles.h"

#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace engine {

namespace {

/// A name that no tier of any video has, apart from those that are about to be called otherwise.
std::string freeRoleName(const Annotation& annotation, const std::string& role,
                         const std::set<TierId>& renamed)
{
    std::set<std::string> taken;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (!renamed.contains(id))
            taken.insert(tier.name);
    }
    int number = 2;
    while (taken.contains(fmt::format("{} ({})", role, number)))
        ++number;
    return fmt::format("{} ({})", role, number);
}

bool isJudged(const Annotation& annotation, const Tier& tier)
{
    return std::ranges::any_of(annotation.tiersBelow(tier.id), [](const Tier* below) {
        return below->constraint == Constraint::SymbolicAssociation;
    });
}

/// The tier that has had the role so far makes room.
void putAside(Change& change, const Annotation& annotation, const Tier& former, const std::string& aside)
{
    if (isJudged(annotation, former))
        throw Refused(fmt::format("The {} of {} have judgements of their own, so that they stay.",
                                  former.name, former.video));
    const bool isEmpty = annotation.byTime(former.id).size() == 0;
    Tier renamed = former;
    renamed.name = aside;
    change.tiers.push_back({former, isEmpty ? std::nullopt : std::optional(std::move(renamed))});
}

/// By itself: without the tier that it hung on.
void takeRole(Change& change, const Annotation& annotation, const Tier& tier, const std::string& role,
              const std::vector<LabelScheme>& labels)
{
    if (tier.kind != TierKind::Interval)
        throw Refused(fmt::format("The segments of {} in {} have no start and end of their own, as {} have.",
                                  tier.name, tier.video, role));
    Tier now = tier;
    now.name = role;
    if (now.labels.empty())
        now.labels = labels;
    if (tier.parent != 0) {
        now.parent = 0;
        now.constraint = Constraint::None;
        now.overlapping = true; // they may meet those of the next segment above
        for (const IntervalIndex::Entry& entry : annotation.byTime(tier.id).all()) {
            const Segment& segment = *annotation.segment(entry.id);
            Segment alone = segment;
            alone.parent = 0;
            alone.order = 0;
            change.segments.push_back({segment, std::move(alone)});
        }
    }
    change.tiers.push_back({tier, std::move(now)});
}

}

Change useAsRole(const Annotation& annotation, const std::set<TierId>& tiers, const std::string& role,
                 const std::vector<LabelScheme>& labels)
{
    const std::string aside = freeRoleName(annotation, role, tiers);
    Change change;
    std::set<std::string> names;
    for (const TierId id : tiers) {
        const Tier* tier = annotation.tier(id);
        if (!tier || tier->name == role)
            throw Refused(fmt::format("There is no other tier that could be used as {}.", role));
        if (const Tier* former = tierCalled(annotation, tier->video, role))
            putAside(change, annotation, *former, aside);
        takeRole(change, annotation, *tier, role, labels);
        names.insert(tier->name);
    }
    for (const std::string& name : names)
        change = change.followedBy(renameLayers(annotation, name, role));
    return change;
}

}
