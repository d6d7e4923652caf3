#include "engine/annotation/project/fitting.h"

#include "engine/annotation/project/merge_fields.h"

#include <algorithm>
#include <deque>
#include <fmt/format.h>
#include <numeric>

namespace engine::fitting {

namespace {

/// Wanted segments over those that are there.
class Outlook {
public:
    Outlook(const Annotation& annotation, const Wanted& wanted)
        : m_annotation(annotation)
        , m_wanted(wanted)
        , m_after(wanted)
    {
        for (const auto& [id, after] : wanted) {
            if (after && after->parent != 0)
                m_newChildren[after->parent].insert(id);
        }
    }

    /// With what symbolic tiers below the segments concerned need.
    Change settled()
    {
        std::set<SegmentId> concerned;
        for (const auto& [id, after] : m_wanted) {
            const Segment* before = m_annotation.segment(id);
            concerned.insert({id, after ? after->parent : 0, before ? before->parent : 0});
        }
        std::deque<SegmentId> queue(concerned.begin(), concerned.end());
        // Parents that are each other's, which apply() refuses, must not keep this going for ever.
        for (std::size_t left = 1000 + 100 * queue.size(); !queue.empty() && left > 0; --left) {
            settleBelow(queue.front(), queue);
            queue.pop_front();
        }
        Change change;
        change.ignoresLocks = true;
        for (const auto& [id, after] : m_after) {
            const Segment* before = m_annotation.segment(id);
            if (before ? !after || !(*before == *after) : after.has_value())
                change.segments.push_back({before ? std::optional(*before) : std::nullopt, after});
        }
        return change;
    }

private:
    const Segment* segment(SegmentId id) const
    {
        const auto changed = m_after.find(id);
        if (changed == m_after.end())
            return m_annotation.segment(id);
        return changed->second ? &*changed->second : nullptr;
    }

    void settleBelow(SegmentId parentId, std::deque<SegmentId>& queue)
    {
        const Segment* parent = segment(parentId);
        if (!parent)
            return;
        std::map<TierId, std::vector<SegmentId>> byTier;
        std::set<SegmentId> children;
        for (const Segment* child : m_annotation.childrenOf(parentId))
            children.insert(child->id);
        if (const auto added = m_newChildren.find(parentId); added != m_newChildren.end())
            children.insert(added->second.begin(), added->second.end());
        for (const SegmentId id : children) {
            const Segment* child = segment(id);
            const Tier* tier = child && child->parent == parentId ? m_annotation.tier(child->tier) : nullptr;
            if (tier && isSymbolic(*tier))
                byTier[child->tier].push_back(id);
        }
        for (auto& [tierId, ids] : byTier) {
            std::ranges::sort(ids, {}, [&](SegmentId id) {
                return std::tuple(segment(id)->order, m_wanted.contains(id), id);
            });
            const bool isCounted = m_annotation.tier(tierId)->constraint == Constraint::SymbolicSubdivision;
            for (std::size_t i = 0; i < ids.size(); ++i) {
                Segment next = *segment(ids[i]);
                const TimePoint start = segment(parentId)->start;
                const TimePoint end = segment(parentId)->end;
                next.order = isCounted ? static_cast<int>(i) : next.order;
                if (next.start.ticks != start.ticks)
                    next.start = start;
                if (next.end.ticks != end.ticks)
                    next.end = end;
                if (next == *segment(ids[i]))
                    continue;
                m_after[ids[i]] = next;
                queue.push_back(ids[i]);
            }
        }
    }

    const Annotation& m_annotation;
    const Wanted& m_wanted;
    Wanted m_after;
    std::map<SegmentId, std::set<SegmentId>> m_newChildren;
};

/// Which of the wanted segments hang together.
class Groups {
public:
    /// @param byTime  whether touching in time is enough
    Groups(const Annotation& annotation, const Wanted& wanted, bool byTime)
    {
        for (const auto& [id, after] : wanted) {
            m_places.emplace(id, m_ids.size());
            m_ids.push_back(id);
        }
        m_root.resize(m_ids.size());
        std::iota(m_root.begin(), m_root.end(), std::size_t{0});
        linkByParents(annotation, wanted);
        if (byTime)
            linkByTime(annotation, wanted);
    }

    std::vector<std::vector<SegmentId>> groups()
    {
        std::map<std::size_t, std::vector<SegmentId>> byRoot;
        for (std::size_t i = 0; i < m_ids.size(); ++i)
            byRoot[root(i)].push_back(m_ids[i]);
        std::vector<std::vector<SegmentId>> result;
        for (auto& [root, ids] : byRoot)
            result.push_back(std::move(ids));
        return result;
    }

private:
    std::size_t root(std::size_t i)
    {
        while (m_root[i] != i)
            i = m_root[i] = m_root[m_root[i]];
        return i;
    }
    void link(std::size_t a, std::size_t b) { m_root[root(a)] = root(b); }

    void linkByParents(const Annotation& annotation, const Wanted& wanted)
    {
        std::map<SegmentId, std::size_t> firstBelow; // siblings depend on each other
        for (const auto& [id, after] : wanted) {
            for (const Segment* side : {annotation.segment(id), after ? &*after : nullptr}) {
                if (!side || side->parent == 0)
                    continue;
                const auto parent = m_places.find(side->parent);
                if (parent != m_places.end())
                    link(m_places.at(id), parent->second);
                link(m_places.at(id), firstBelow.emplace(side->parent, m_places.at(id)).first->second);
            }
        }
    }

    void linkByTime(const Annotation& annotation, const Wanted& wanted)
    {
        struct Span {
            TierId tier = 0;
            std::int64_t start = 0;
            std::int64_t end = 0;
            std::size_t place = 0;
        };
        std::vector<Span> spans;
        for (const auto& [id, after] : wanted) {
            for (const Segment* side : {annotation.segment(id), after ? &*after : nullptr}) {
                if (side)
                    spans.push_back({side->tier, side->start.ticks, side->end.ticks, m_places.at(id)});
            }
        }
        std::ranges::sort(spans, {}, [](const Span& span) { return std::pair(span.tier, span.start); });
        Span reached;
        for (const Span& span : spans) {
            if (span.tier == reached.tier && span.start <= reached.end) {
                link(span.place, reached.place);
                reached.end = std::max(reached.end, span.end);
            } else {
                reached = span;
            }
        }
    }

    std::vector<SegmentId> m_ids;
    std::map<SegmentId, std::size_t> m_places;
    std::vector<std::size_t> m_root;
};

std::string put(Annotation& annotation, const Wanted& wanted)
{
    return refusal(annotation, Outlook(annotation, wanted).settled());
}

/// What is left, with the reason.
using Left = std::map<SegmentId, std::string>;

Wanted partOf(const Wanted& wanted, const std::vector<SegmentId>& ids)
{
    Wanted part;
    for (const SegmentId id : ids)
        part[id] = wanted.at(id);
    return part;
}

void putGroups(Annotation& annotation, const Wanted& wanted, bool byTime, Left& left)
{
    std::vector<SegmentId> ids;
    for (const auto& [id, why] : left)
        ids.push_back(id);
    const Wanted rest = partOf(wanted, ids);
    for (const std::vector<SegmentId>& group : Groups(annotation, rest, byTime).groups()) {
        if (!put(annotation, partOf(rest, group)).empty())
            continue;
        for (const SegmentId id : group)
            left.erase(id);
    }
}

/// The segments that can only be put together: one, or all that fill one parent. In the order of their tiers'
/// depth, so that parents come first.
std::vector<std::vector<SegmentId>> smallestUnits(const Annotation& annotation, const Wanted& wanted,
                                                  const Left& left)
{
    std::map<std::tuple<int, TierId, SegmentId, SegmentId>, std::vector<SegmentId>> units;
    for (const auto& [id, why] : left) {
        const auto& after = wanted.at(id);
        const Tier* tier = after ? annotation.tier(after->tier) : nullptr;
        const bool fills = tier && tier->constraint == Constraint::TimeSubdivision;
        units[{tier ? depthOf(annotation, *tier) : 0, fills ? tier->id : 0, fills ? after->parent : 0,
               fills ? 0 : id}]
            .push_back(id);
    }
    std::vector<std::vector<SegmentId>> result;
    for (auto& [key, ids] : units)
        result.push_back(std::move(ids));
    return result;
}

/// Unit by unit, again and again while any of them gets in.
void putUnits(Annotation& annotation, const Wanted& wanted, Left& left)
{
    for (bool progress = true; progress;) {
        progress = false;
        for (const std::vector<SegmentId>& unit : smallestUnits(annotation, wanted, left)) {
            const std::string why = put(annotation, partOf(wanted, unit));
            progress = progress || why.empty();
            for (const SegmentId id : unit) {
                if (why.empty())
                    left.erase(id);
                else
                    left[id] = why;
            }
        }
    }
}

/// As many fields of a segment that is there as it takes.
void putFields(Annotation& annotation, const Segment& wanted, std::vector<Unfit>& unfit)
{
    for (const merging::Field<Segment>& field : merging::fieldsOf(*annotation.segment(wanted.id), wanted)) {
        const Segment now = *annotation.segment(wanted.id);
        if (field.isSame(now, wanted))
            continue;
        Segment next = now;
        field.take(next, wanted);
        const std::string why = put(annotation, {{wanted.id, next}});
        if (!why.empty() && field.isTold)
            unfit.push_back(
                {wanted.id, field.name + ": " + why, field.text(now), field.text(wanted), field.name});
    }
}

}

int depthOf(const Annotation& annotation, const Tier& tier)
{
    int depth = 0;
    for (const Tier* above = annotation.tier(tier.parent); above; above = annotation.tier(above->parent))
        ++depth;
    return depth;
}

std::string refusal(Annotation& annotation, const Change& change)
{
    try {
        annotation.apply(change);
        return {};
    } catch (const Refused& refused) {
        return refused.what();
    }
}

std::vector<Unfit> putWhatFits(Annotation& annotation, const Wanted& wanted)
{
    if (put(annotation, wanted).empty())
        return {};
    Left left;
    for (const auto& [id, after] : wanted)
        left[id];
    putGroups(annotation, wanted, true, left);
    putGroups(annotation, wanted, false, left);
    putUnits(annotation, wanted, left);
    std::vector<Unfit> unfit;
    for (auto it = left.begin(); it != left.end();) {
        const auto& after = wanted.at(it->first);
        const bool isThere = after && annotation.segment(it->first);
        if (isThere)
            putFields(annotation, *after, unfit);
        it = isThere ? left.erase(it) : std::next(it);
    }
    putUnits(annotation, wanted, left); // there may be room now
    for (const auto& [id, why] : left) {
        const Segment* now = annotation.segment(id);
        unfit.push_back({id, why, now ? merging::summaryOf(*now) : "", "", ""});
    }
    return unfit;
}

}
