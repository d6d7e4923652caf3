#include "engine/annotation/change_checks.h"

#include "engine/annotation/constraints.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace engine {

namespace {

template <typename T>
void checkOne(const Replaced<T>& replaced, const T* now, const std::string& what)
{
    const bool same = now ? replaced.before && *replaced.before == *now : !replaced.before;
    if (!same)
        throw Refused(what + " is not what it was when the change was made.");
}

/// In their order, each once.
void sortOnce(std::vector<SegmentId>& ids)
{
    std::ranges::sort(ids);
    const auto repeated = std::ranges::unique(ids);
    ids.erase(repeated.begin(), repeated.end());
}

void checkBefore(const Annotation& annotation, const Change& change)
{
    const auto touches = [](const auto& replaced) { return replaced.before || replaced.after; };
    std::set<TierId> tiers;
    for (const auto& replaced : change.tiers) {
        if (!touches(replaced)
            || (replaced.before && replaced.after && replaced.before->id != replaced.after->id))
            throw Refused("A change of tiers replaces one by another.");
        const TierId id = replaced.before ? replaced.before->id : replaced.after->id;
        if (id <= 0 || !tiers.insert(id).second)
            throw Refused("A change touches a tier twice, or one without a number.");
        checkOne(replaced, annotation.tier(id), "A tier");
    }
    std::vector<SegmentId> segments;
    segments.reserve(change.segments.size());
    for (const auto& replaced : change.segments) {
        if (!touches(replaced)
            || (replaced.before && replaced.after && replaced.before->id != replaced.after->id))
            throw Refused("A change of segments replaces one by another.");
        const SegmentId id = replaced.before ? replaced.before->id : replaced.after->id;
        if (id <= 0)
            throw Refused("A change touches a segment without a number.");
        segments.push_back(id);
        checkOne(replaced, annotation.segment(id), "A segment");
    }
    std::ranges::sort(segments);
    if (std::ranges::adjacent_find(segments) != segments.end())
        throw Refused("A change touches a segment twice.");
    for (const auto& replaced : change.items) {
        if (!touches(replaced))
            throw Refused("A change of nothing.");
        const Item& one = replaced.before ? *replaced.before : *replaced.after;
        checkOne(replaced, annotation.item(one.kind, one.name), one.kind + " " + one.name);
    }
}

void checkLocks(const Annotation& annotation, const Change& change)
{
    std::set<TierId> unlocked;
    for (const auto& replaced : change.tiers) {
        if (replaced.before && replaced.before->locked && replaced.after && !replaced.after->locked)
            unlocked.insert(replaced.before->id);
        if (replaced.before && replaced.before->locked && !replaced.after)
            throw Refused(fmt::format("The tier {} is locked.", replaced.before->name));
    }
    for (const auto& replaced : change.segments) {
        for (const auto* side : {&replaced.before, &replaced.after}) {
            const Tier* where = *side ? annotation.tier((*side)->tier) : nullptr;
            if (where && where->locked && !unlocked.contains(where->id))
                throw Refused(fmt::format("The tier {} is locked.", where->name));
        }
    }
}

void checkRemovedTiers(const Annotation& annotation, const Change& change)
{
    std::map<TierId, std::size_t> left; // segments that would be left in each tier that goes
    for (const auto& replaced : change.tiers) {
        if (!replaced.after)
            left[replaced.before->id] = annotation.byTime(replaced.before->id).size();
    }
    for (const auto& replaced : change.segments) {
        const TierId before = replaced.before ? replaced.before->tier : 0;
        const TierId after = replaced.after ? replaced.after->tier : 0;
        if (before == after)
            continue;
        if (const auto count = left.find(before); count != left.end())
            --count->second;
        if (const auto count = left.find(after); count != left.end())
            ++count->second;
    }
    if (std::ranges::any_of(left, [](const auto& item) { return item.second > 0; }))
        throw Refused("A tier that still has segments would be removed.");
}

}

void checkChange(const Annotation& annotation, const Change& change)
{
    checkBefore(annotation, change);
    if (!change.ignoresLocks)
        checkLocks(annotation, change);
    checkRemovedTiers(annotation, change);
}

std::string violationNear(const Annotation& annotation, const Change& change)
{
    std::vector<SegmentId>
        touched; // and parents: sorted vectors, since a project of 400 000 segments comes here
    std::vector<SegmentId> parents;
    touched.reserve(change.segments.size());
    parents.reserve(change.segments.size());
    for (const auto& replaced : change.segments) {
        for (const auto* side : {&replaced.before, &replaced.after}) {
            if (!*side)
                continue;
            touched.push_back((*side)->id);
            parents.push_back((*side)->id);
            if ((*side)->parent != 0)
                parents.push_back((*side)->parent);
        }
    }
    for (const auto& replaced : change.tiers) {
        const TierId id = replaced.before ? replaced.before->id : replaced.after->id;
        const Tier* now = annotation.tier(id);
        std::vector<const Tier*> near = annotation.tiersBelow(id);
        if (now)
            near.insert(near.begin(), now);
        for (const Tier* const tier : near) {
            if (std::string wrong = violation(annotation, *tier); !wrong.empty())
                return wrong;
        }
        const bool looksOnly = now && replaced.before && replaced.before->kind == now->kind
            && replaced.before->parent == now->parent && replaced.before->constraint == now->constraint
            && replaced.before->overlapping == now->overlapping && replaced.before->rate == now->rate
            && replaced.before->labels == now->labels && replaced.before->video == now->video;
        if (looksOnly)
            continue;
        for (const IntervalIndex::Entry& entry :
             now ? annotation.byTime(id).all() : std::vector<IntervalIndex::Entry>{}) {
            touched.push_back(entry.id);
            parents.push_back(annotation.segment(entry.id)->parent);
        }
    }
    sortOnce(parents);
    for (const SegmentId id : parents) { // their children depend on their times
        for (const Segment* child : annotation.childrenOf(id))
            touched.push_back(child->id);
    }
    sortOnce(touched);
    for (const SegmentId id : touched) {
        const Segment* now = annotation.segment(id);
        if (!now) {
            if (!annotation.childrenOf(id).empty())
                return "A segment would be removed without those that depend on it.";
            continue;
        }
        if (std::string wrong = violation(annotation, *now); !wrong.empty())
            return wrong;
        if (std::string wrong = overlap(annotation, *now); !wrong.empty())
            return wrong;
    }
    for (const SegmentId id : parents) {
        const Segment* now = annotation.segment(id);
        if (!now)
            continue;
        for (const Tier* const childTier : annotation.tiersBelow(now->tier)) {
            if (std::string wrong = violationOfChildren(annotation, *now, *childTier); !wrong.empty())
                return wrong;
        }
    }
    return {};
}

}
