#include "engine/annotation/annotation.h"

#include "engine/annotation/constraints.h"

#include <algorithm>
#include <fmt/format.h>

namespace engine {

namespace {

template <typename Map, typename Key>
auto* valueOf(Map& map, const Key& key)
{
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

IntervalIndex::Entry entryOf(const Segment& segment)
{
    return {segment.start.ticks, segment.id, segment.end.ticks};
}

/// In their order, each once.
void sortOnce(std::vector<SegmentId>& ids)
{
    std::ranges::sort(ids);
    const auto repeated = std::ranges::unique(ids);
    ids.erase(repeated.begin(), repeated.end());
}

template <typename Key>
void takeOut(std::map<Key, std::set<TierId>>& index, const Key& key, TierId id)
{
    if (auto* const ids = valueOf(index, key)) {
        ids->erase(id);
        if (ids->empty())
            index.erase(key);
    }
}

template <typename T>
void checkOne(const Replaced<T>& replaced, const T* now, const std::string& what)
{
    const bool same = now ? replaced.before && *replaced.before == *now : !replaced.before;
    if (!same)
        throw Refused(what + " is not what it was when the change was made.");
}

}

const Tier* Annotation::tier(TierId id) const
{
    return valueOf(m_tiers, id);
}

const Segment* Annotation::segment(SegmentId id) const
{
    return valueOf(m_segments, id);
}

const Item* Annotation::item(const std::string& kind, const std::string& name) const
{
    return valueOf(m_items, std::pair(kind, name));
}

const IntervalIndex& Annotation::byTime(TierId tier) const
{
    const IntervalIndex* index = valueOf(m_byTime, tier);
    if (!index)
        throw Refused("There is no such tier.");
    return *index;
}

std::vector<const Tier*> Annotation::tiersOf(const std::string& video) const
{
    std::vector<const Tier*> found = tiersIn(m_tiersOfVideo, video);
    std::stable_sort(found.begin(), found.end(),
                     [](const Tier* a, const Tier* b) { return a->order < b->order; });
    return found;
}

std::vector<const Tier*> Annotation::tiersBelow(TierId parent) const
{
    return tiersIn(m_tiersBelow, parent);
}

template <typename Key>
std::vector<const Tier*> Annotation::tiersIn(const std::map<Key, std::set<TierId>>& index,
                                             const Key& key) const
{
    std::vector<const Tier*> found;
    if (const auto* ids = valueOf(index, key)) {
        for (const TierId id : *ids)
            found.push_back(tier(id));
    }
    return found;
}

std::vector<const Segment*> Annotation::childrenOf(SegmentId parent) const
{
    std::vector<const Segment*> children;
    if (const auto* ids = valueOf(m_children, parent)) {
        for (const SegmentId id : *ids)
            children.push_back(segment(id));
    }
    std::sort(children.begin(), children.end(), [](const Segment* a, const Segment* b) {
        return std::tuple(a->tier, a->order, a->start.ticks, a->id)
            < std::tuple(b->tier, b->order, b->start.ticks, b->id);
    });
    return children;
}

std::vector<SegmentId> Annotation::labelled(TierId tier, const std::string& label,
                                            const std::variant<double, std::string>& value) const
{
    const auto* ids = valueOf(m_byLabel, LabelKey(tier, label, value));
    return ids ? std::vector<SegmentId>(ids->begin(), ids->end()) : std::vector<SegmentId>{};
}

std::size_t Annotation::untimedIn(TierId tier) const
{
    const std::size_t* count = valueOf(m_untimed, tier);
    return count ? *count : 0;
}

void Annotation::put(const Replaced<Tier>& replaced)
{
    if (const auto& before = replaced.before) {
        takeOut(m_tiersOfVideo, before->video, before->id);
        takeOut(m_tiersBelow, before->parent, before->id);
    }
    if (!replaced.after) {
        m_tiers.erase(replaced.before->id);
        m_byTime.erase(replaced.before->id);
        return;
    }
    const Tier& after = *replaced.after;
    m_tiers[after.id] = after;
    m_byTime.try_emplace(after.id);
    m_tiersOfVideo[after.video].insert(after.id);
    if (after.parent != 0)
        m_tiersBelow[after.parent].insert(after.id);
    m_lastTier = std::max(m_lastTier, after.id);
}

void Annotation::put(const Replaced<Segment>& replaced)
{
    if (const auto& before = replaced.before) {
        if (IntervalIndex* index = valueOf(m_byTime, before->tier))
            index->erase(entryOf(*before));
        if (before->parent != 0)
            m_children[before->parent].erase(before->id);
        for (const auto& [label, value] : before->values)
            m_byLabel[LabelKey(before->tier, label, value.value)].erase(before->id);
        if (!before->isTimed())
            --m_untimed[before->tier];
        m_segments.erase(before->id);
    }
    if (const auto& after = replaced.after) {
        if (IntervalIndex* index = valueOf(m_byTime, after->tier))
            index->insert(entryOf(*after));
        if (after->parent != 0)
            m_children[after->parent].insert(after->id);
        for (const auto& [label, value] : after->values)
            m_byLabel[LabelKey(after->tier, label, value.value)].insert(after->id);
        if (!after->isTimed())
            ++m_untimed[after->tier];
        m_lastSegment = std::max(m_lastSegment, after->id);
        m_segments.insert_or_assign(after->id, *after);
    }
}

void Annotation::put(const Replaced<Item>& replaced)
{
    if (replaced.after)
        m_items[{replaced.after->kind, replaced.after->name}] = *replaced.after;
    else
        m_items.erase({replaced.before->kind, replaced.before->name});
}

void Annotation::putAll(const Change& change)
{
    for (const auto& replaced : change.tiers) { // new tiers before their segments, removed ones after
        if (replaced.after)
            put(replaced);
    }
    for (const auto& replaced : change.segments)
        put(replaced);
    for (const auto& replaced : change.tiers) {
        if (!replaced.after)
            put(replaced);
    }
    for (const auto& replaced : change.items)
        put(replaced);
}

void Annotation::checkBefore(const Change& change) const
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
        checkOne(replaced, tier(id), "A tier");
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
        checkOne(replaced, segment(id), "A segment");
    }
    std::ranges::sort(segments);
    if (std::ranges::adjacent_find(segments) != segments.end())
        throw Refused("A change touches a segment twice.");
    for (const auto& replaced : change.items) {
        if (!touches(replaced))
            throw Refused("A change of nothing.");
        const Item& one = replaced.before ? *replaced.before : *replaced.after;
        checkOne(replaced, item(one.kind, one.name), one.kind + " " + one.name);
    }
}

void Annotation::checkLocks(const Change& change) const
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
            const Tier* where = *side ? tier((*side)->tier) : nullptr;
            if (where && where->locked && !unlocked.contains(where->id))
                throw Refused(fmt::format("The tier {} is locked.", where->name));
        }
    }
}

void Annotation::checkRemovedTiers(const Change& change) const
{
    std::map<TierId, std::size_t> left; // segments that would be left in each tier that goes
    for (const auto& replaced : change.tiers) {
        if (!replaced.after)
            left[replaced.before->id] = byTime(replaced.before->id).size();
    }
    for (const auto& replaced : change.segments) {
        const TierId before = replaced.before ? replaced.before->tier : 0;
        const TierId after = replaced.after ? replaced.after->tier : 0;
        if (before == after)
            continue;
        if (auto* const count = valueOf(left, before))
            --*count;
        if (auto* const count = valueOf(left, after))
            ++*count;
    }
    if (std::ranges::any_of(left, [](const auto& item) { return item.second > 0; }))
        throw Refused("A tier that still has segments would be removed.");
}

std::string Annotation::violationNear(const Change& change) const
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
        const Tier* now = tier(id);
        std::vector<const Tier*> near = tiersBelow(id);
        if (now)
            near.insert(near.begin(), now);
        for (const Tier* const tier : near) {
            if (std::string wrong = violation(*this, *tier); !wrong.empty())
                return wrong;
        }
        const bool looksOnly = now && replaced.before && replaced.before->kind == now->kind
            && replaced.before->parent == now->parent && replaced.before->constraint == now->constraint
            && replaced.before->overlapping == now->overlapping && replaced.before->rate == now->rate
            && replaced.before->labels == now->labels && replaced.before->video == now->video;
        if (looksOnly)
            continue;
        for (const IntervalIndex::Entry& entry :
             now ? byTime(id).all() : std::vector<IntervalIndex::Entry>{}) {
            touched.push_back(entry.id);
            parents.push_back(segment(entry.id)->parent);
        }
    }
    sortOnce(parents);
    for (const SegmentId id : parents) { // their children depend on their times
        for (const Segment* child : childrenOf(id))
            touched.push_back(child->id);
    }
    sortOnce(touched);
    for (const SegmentId id : touched) {
        const Segment* now = segment(id);
        if (!now) {
            if (!childrenOf(id).empty())
                return "A segment would be removed without those that depend on it.";
            continue;
        }
        if (std::string wrong = violation(*this, *now); !wrong.empty())
            return wrong;
        if (std::string wrong = overlap(*this, *now); !wrong.empty())
            return wrong;
    }
    for (const SegmentId id : parents) {
        const Segment* now = segment(id);
        if (!now)
            continue;
        for (const Tier* const childTier : tiersBelow(now->tier)) {
            if (std::string wrong = violationOfChildren(*this, *now, *childTier); !wrong.empty())
                return wrong;
        }
    }
    return {};
}

void Annotation::apply(const Change& change)
{
    checkBefore(change);
    if (!change.ignoresLocks)
        checkLocks(change);
    checkRemovedTiers(change);
    const TierId lastTier = m_lastTier;
    const SegmentId lastSegment = m_lastSegment;
    putAll(change);
    const std::string wrong = violationNear(change);
    if (wrong.empty())
        return;
    putAll(change.inverse());
    m_lastTier = lastTier;
    m_lastSegment = lastSegment;
    throw Refused(wrong);
}

std::vector<std::string> Annotation::checkConsistency() const
{
    std::vector<std::string> wrong;
    const auto note = [&](std::string sentence) {
        if (!sentence.empty())
            wrong.push_back(std::move(sentence));
    };
    std::size_t indexed = 0;
    for (const auto& [id, tier] : m_tiers) {
        note(violation(*this, tier));
        indexed += byTime(id).size();
    }
    if (indexed != m_segments.size())
        note(fmt::format("{} segments are known by time, {} by number.", indexed, m_segments.size()));
    for (const auto& [id, segment] : m_segments) {
        note(violation(*this, segment));
        note(overlap(*this, segment));
        for (const Tier* const childTier : tiersBelow(segment.tier))
            note(violationOfChildren(*this, segment, *childTier));
        if (id != segment.id || id > m_lastSegment)
            note("A segment has another number than it is known by.");
    }
    return wrong;
}

}
