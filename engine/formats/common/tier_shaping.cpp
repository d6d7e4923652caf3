#include "engine/formats/common/tier_shaping.h"

#include "engine/formats/common/export_losses.h"

#include <queue>

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace engine {

namespace {

/// Layers of one tier below one parent tier: who comes takes the lowest that is free.
class Layers {
public:
    std::size_t take(std::int64_t start, std::int64_t end)
    {
        for (; !m_busy.empty() && m_busy.top().first <= start; m_busy.pop())
            m_free.push(m_busy.top().second);
        std::size_t layer = m_count;
        if (m_free.empty()) {
            ++m_count;
        } else {
            layer = m_free.top();
            m_free.pop();
        }
        m_busy.emplace(end, layer);
        return layer;
    }

    /// The layers of a symbolic association: one child of a parent in each.
    std::size_t takeFor(SegmentId parent) { return m_children[parent]++; }

private:
    using Busy = std::pair<std::int64_t, std::size_t>;
    std::priority_queue<Busy, std::vector<Busy>, std::greater<>> m_busy;
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> m_free;
    std::map<SegmentId, std::size_t> m_children;
    std::size_t m_count = 0;
};

/// Places of the tiers, parents first, else as they are.
std::vector<std::size_t> parentsFirst(const ExchangedTiers& tiers)
{
    std::map<TierId, std::size_t> places;
    for (std::size_t i = 0; i < tiers.tiers.size(); ++i)
        places.emplace(tiers.tiers[i].tier.id, i);
    std::vector<std::size_t> order;
    std::vector<bool> done(tiers.tiers.size(), false);
    for (std::size_t i = 0; i < tiers.tiers.size(); ++i) {
        std::vector<std::size_t> way; // up to an ancestor that is in the order
        for (std::size_t at = i; !done[at];) {
            done[at] = true;
            way.push_back(at);
            const auto parent = places.find(tiers.tiers[at].tier.parent);
            if (parent == places.end())
                break;
            at = parent->second;
        }
        order.insert(order.end(), way.rbegin(), way.rend());
    }
    return order;
}

class Splitter {
public:
    Splitter(const ExchangedTiers& tiers, TimeUnit unit)
        : m_unit(unit)
        , m_result{{}, tiers.media, tiers.extent, tiers.extras}
    {
        for (const ExchangedTier& tier : tiers.tiers)
            m_lastTier = std::max(m_lastTier, tier.tier.id);
        for (const std::size_t place : parentsFirst(tiers))
            split(tiers.tiers[place]);
    }
    ExchangedTiers take() { return std::move(m_result); }

private:
    using Key = std::pair<TierId, std::size_t>; ///< parent tier and layer

    void split(const ExchangedTier& tier)
    {
        std::vector<std::size_t> byTime(tier.segments.size());
        std::iota(byTime.begin(), byTime.end(), std::size_t{0});
        std::ranges::stable_sort(byTime, {}, [&](std::size_t i) { return m_unit.start(tier.segments[i]); });
        const auto same = m_same.find(tier.tier.parent); // the first tier that the parent became
        const TierId usualParent = same == m_same.end() ? tier.tier.parent : same->second;
        std::map<TierId, Layers> layers;
        std::vector<Key> keys(tier.segments.size());
        for (const std::size_t i : byTime) {
            const Segment& segment = tier.segments[i];
            const auto parent = m_tierOf.find(segment.parent);
            const TierId below
                = parent == m_tierOf.end() || tier.tier.parent == 0 ? usualParent : parent->second;
            keys[i] = {below, layerOf(tier.tier, segment, layers[below])};
        }
        put(tier, keys, usualParent);
    }

    std::size_t layerOf(const Tier& tier, const Segment& segment, Layers& layers) const
    {
        if (tier.constraint == Constraint::SymbolicSubdivision)
            return 0;
        if (tier.constraint == Constraint::SymbolicAssociation && segment.parent != 0)
            return layers.takeFor(segment.parent);
        return layers.take(m_unit.start(segment), m_unit.end(segment));
    }

    void put(const ExchangedTier& tier, const std::vector<Key>& keys, TierId usualParent)
    {
        std::map<Key, std::size_t> places;
        const auto placeOf = [&](const Key& key) {
            const auto [found, isNew] = places.try_emplace(key, m_result.tiers.size());
            if (isNew) {
                ExchangedTier& made = m_result.tiers.emplace_back(
                    ExchangedTier{tier.tier, {}, {}, false, tier.type});
                if (places.size() > 1)
                    made.tier.id = ++m_lastTier;
                made.tier.parent = key.first;
                made.tier.overlapping = false;
            }
            return found->second;
        };
        placeOf({usualParent, 0}); // also when it is empty
        m_same[tier.tier.id] = tier.tier.id;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            ExchangedTier& made = m_result.tiers[placeOf(keys[i])];
            Segment& segment = made.segments.emplace_back(tier.segments[i]);
            segment.tier = made.tier.id;
            m_tierOf[segment.id] = made.tier.id;
            if (tier.interpolated.contains(segment.id))
                made.interpolated.insert(segment.id);
        }
    }

    TimeUnit m_unit;
    ExchangedTiers m_result;
    TierId m_lastTier = 0;
    std::map<TierId, TierId> m_same;
    std::unordered_map<SegmentId, TierId> m_tierOf;
};

std::vector<std::string> labelsOf(const ExchangedTier& tier)
{
    std::vector<std::string> names;
    for (const LabelScheme& scheme : tier.tier.labels)
        names.push_back(scheme.name);
    for (const Segment& segment : tier.segments) {
        for (const auto& [name, value] : segment.values) {
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
        }
    }
    return names;
}

}

std::int64_t unitsOf(TimePoint time, std::int64_t ticks)
{
    const std::int64_t shifted = time.ticks + ticks / 2;
    return shifted >= 0 ? shifted / ticks : -((-shifted + ticks - 1) / ticks);
}

std::int64_t TimeUnit::start(const Segment& segment) const
{
    return unitsOf(segment.start, ticks);
}

std::int64_t TimeUnit::end(const Segment& segment) const
{
    return std::max(unitsOf(segment.end, ticks), start(segment) + least);
}

std::optional<std::string> labelInText(const ExchangedTier& tier)
{
    std::optional<std::string> label;
    for (const Segment& segment : tier.segments) {
        if (segment.values.empty())
            continue;
        const auto& [name, value] = *segment.values.begin();
        if (segment.values.size() > 1 || (label && *label != name) || textOf(value) != segment.text)
            return std::nullopt;
        label = name;
    }
    if (!label && tier.tier.labels.size() == 1)
        label = tier.tier.labels.front().name;
    return label;
}

ExchangedTiers withLabelsAsTiers(const ExchangedTiers& tiers)
{
    ExchangedTiers result{{}, tiers.media, tiers.extent, tiers.extras};
    TierId lastTier = 0;
    SegmentId lastSegment = 0;
    for (const ExchangedTier& tier : tiers.tiers) {
        lastTier = std::max(lastTier, tier.tier.id);
        for (const Segment& segment : tier.segments)
            lastSegment = std::max(lastSegment, segment.id);
    }
    for (const ExchangedTier& tier : tiers.tiers) {
        if (tier.tier.kind == TierKind::Continuous)
            continue;
        result.tiers.push_back(tier);
        if (labelInText(tier))
            continue;
        for (const std::string& name : labelsOf(tier)) {
            ExchangedTier made;
            made.tier.id = ++lastTier;
            made.tier.video = tier.tier.video;
            made.tier.name = tier.tier.name + ":" + name;
            made.tier.kind = tier.tier.kind;
            made.tier.parent = tier.tier.id;
            made.tier.constraint = Constraint::SymbolicAssociation;
            made.tier.annotator = tier.tier.annotator;
            made.tier.participant = tier.tier.participant;
            if (const LabelScheme* scheme = tier.tier.label(name))
                made.tier.labels.push_back(*scheme);
            for (const Segment& segment : tier.segments) {
                const auto value = segment.values.find(name);
                if (value == segment.values.end())
                    continue;
                Segment& label = made.segments.emplace_back();
                label.id = ++lastSegment;
                label.tier = made.tier.id;
                label.parent = segment.id;
                label.start = segment.start;
                label.end = segment.end;
                label.text = textOf(value->second);
                label.values.insert(*value);
            }
            result.tiers.push_back(std::move(made));
        }
    }
    return result;
}

std::size_t shareEdges(ExchangedTiers& tiers, std::int64_t within)
{
    std::size_t count = 0;
    for (ExchangedTier& tier : tiers.tiers) {
        if (tier.tier.kind != TierKind::Interval || isSymbolic(tier.tier))
            continue;
        std::vector<Segment*> order;
        for (Segment& segment : tier.segments)
            order.push_back(&segment);
        std::ranges::stable_sort(order, {}, [](const Segment* segment) { return segment->start; });
        const Segment* before = nullptr; // that ends last
        for (Segment* segment : order) {
            const std::int64_t shared = before ? before->end.ticks - segment->start.ticks : 0;
            if (shared > 0 && shared < within && segment->end > before->end && before->length() > shared) {
                segment->start = before->end;
                ++count;
            }
            if (!before || segment->end > before->end)
                before = segment;
        }
    }
    return count;
}

std::size_t nameSpeakers(ExchangedTiers& tiers)
{
    std::size_t count = 0;
    for (ExchangedTier& tier : tiers.tiers) {
        const auto isBlank = [](const Segment& segment) {
            return segment.text.find_first_not_of(" \t\r\n") == std::string::npos;
        };
        const bool isOfSpeaker = !tier.tier.participant.empty() && tier.tier.name == tier.tier.participant;
        if (tier.tier.kind != TierKind::Interval || !isOfSpeaker
            || !std::ranges::all_of(tier.segments, isBlank))
            continue; // a word is never made up
        for (Segment& segment : tier.segments)
            segment.text = tier.tier.participant;
        count += tier.segments.size();
    }
    return count;
}

ExchangedTiers withoutOverlaps(const ExchangedTiers& tiers, TimeUnit unit)
{
    return Splitter(tiers, unit).take();
}

}
