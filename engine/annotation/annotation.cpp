#include "engine/annotation/annotation.h"

#include "engine/annotation/change_checks.h"
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

/// Takes a number out of the set of a key, and the key with the last one.
template <typename Index>
void takeOut(Index& index, const typename Index::key_type& key, typename Index::mapped_type::key_type id)
{
    if (auto* const ids = valueOf(index, key)) {
        ids->erase(id);
        if (ids->empty())
            index.erase(key);
    }
}

}

Annotation::Annotation(Tiers tiers, Segments segments, Items items)
    : m_tiers(std::move(tiers))
    , m_segments(std::move(segments))
    , m_items(std::move(items))
{
    for (const auto& [id, tier] : m_tiers)
        index(tier);
    for (const auto& [id, segment] : m_segments)
        index(segment);
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
    index(m_tiers[replaced.after->id] = *replaced.after);
}

void Annotation::index(const Tier& tier)
{
    m_byTime.try_emplace(tier.id);
    m_tiersOfVideo[tier.video].insert(tier.id);
    if (tier.parent != 0)
        m_tiersBelow[tier.parent].insert(tier.id);
    m_lastTier = std::max(m_lastTier, tier.id);
}

void Annotation::put(const Replaced<Segment>& replaced)
{
    if (const auto& before = replaced.before) {
        unindex(*before);
        m_segments.erase(before->id);
    }
    if (const auto& after = replaced.after)
        index(m_segments.insert_or_assign(after->id, *after).first->second);
}

void Annotation::index(const Segment& segment)
{
    if (IntervalIndex* const byTime = valueOf(m_byTime, segment.tier))
        byTime->insert(entryOf(segment));
    if (segment.parent != 0)
        m_children[segment.parent].insert(segment.id);
    for (const auto& [label, value] : segment.values)
        m_byLabel[LabelKey(segment.tier, label, value.value)].insert(segment.id);
    if (!segment.isTimed())
        ++m_untimed[segment.tier];
    m_lastSegment = std::max(m_lastSegment, segment.id);
}

void Annotation::unindex(const Segment& segment)
{
    if (IntervalIndex* const byTime = valueOf(m_byTime, segment.tier))
        byTime->erase(entryOf(segment));
    if (segment.parent != 0)
        takeOut(m_children, segment.parent, segment.id);
    for (const auto& [label, value] : segment.values)
        takeOut(m_byLabel, LabelKey(segment.tier, label, value.value), segment.id);
    if (!segment.isTimed() && --m_untimed[segment.tier] == 0)
        m_untimed.erase(segment.tier);
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

void Annotation::apply(const Change& change)
{
    checkChange(*this, change);
    const TierId lastTier = m_lastTier;
    const SegmentId lastSegment = m_lastSegment;
    putAll(change);
    const std::string wrong = violationNear(*this, change);
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
        note(overlapIn(*this, tier));
        indexed += byTime(id).size();
    }
    const auto isEmpty = [](const auto& entry) { return entry.second.empty(); };
    if (std::ranges::any_of(m_byLabel, isEmpty) || std::ranges::any_of(m_children, isEmpty))
        note("Labels or parents are remembered that no segment has any more.");
    if (indexed != m_segments.size())
        note(fmt::format("{} segments are known by time, {} by number.", indexed, m_segments.size()));
    const Tier* of = nullptr; // one look for the segments of a tier, most of which lie side by side
    std::vector<const Tier*> below;
    for (const auto& [id, segment] : m_segments) {
        if (!of || of->id != segment.tier) {
            of = tier(segment.tier);
            below = tiersBelow(segment.tier);
        }
        note(of ? violation(*this, *of, segment) : violation(*this, segment));
        for (const Tier* const childTier : below)
            note(violationOfChildren(*this, segment, *childTier));
        if (id != segment.id || id > m_lastSegment)
            note("A segment has another number than it is known by.");
    }
    return wrong;
}

}
