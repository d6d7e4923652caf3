#include "engine/annotation/project/merge_projects.h"

#include "engine/annotation/difference.h"
#include "engine/annotation/project/fitting.h"
#include "engine/annotation/project/merge_fields.h"
#include "engine/annotation/project/settling.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace engine {

namespace {

using fitting::Wanted;
using merging::summaryOf;

/// What the two have of one thing.
template <typename T>
struct Sides {
    const T* base = nullptr; ///< null also when there is no base
    const T* mine = nullptr;
    const T* theirs = nullptr;
};

class Merger {
public:
    Merger(const Annotation* base, const Annotation& mine, const Annotation& theirs,
           const ConflictChoices& choices)
        : m_base(base)
        , m_mine(mine)
        , m_theirs(theirs)
        , m_choices(choices)
        , m_result(mine)
        , m_unusedTier(std::max(mine.unusedTier(), theirs.unusedTier()))
        , m_unusedSegment(std::max(mine.unusedSegment(), theirs.unusedSegment()))
    {
    }

    Merged merge()
    {
        for (const Tier* tier : tiersFromTheTop(m_theirs))
            m_tierIds[tier->id] = numberIn(*tier);
        for (const Tier* tier : tiersFromTheTop(m_theirs))
            mergeTier(*tier);
        mergeSegments();
        removeTiers();
        mergeItems();
        for (const settling::Answer& answer : m_answers)
            settling::give(m_result, answer);
        Merged merged;
        merged.settled = m_settled;
        merged.change = difference(m_mine, m_result);
        for (const Replaced<Segment>& replaced : merged.change.segments)
            ++(replaced.before && replaced.after ? merged.changed
                   : replaced.after              ? merged.added
                                                 : merged.removed);
        std::ranges::stable_sort(m_conflicts, [](const Noted& a, const Noted& b) {
            return std::tie(a.conflict.video, a.conflict.tier, a.start)
                < std::tie(b.conflict.video, b.conflict.tier, b.start);
        });
        for (Noted& noted : m_conflicts)
            merged.conflicts.push_back(std::move(noted.conflict));
        return merged;
    }

private:
    struct Noted {
        Conflict conflict;
        std::int64_t start = 0;
    };

    /// Parents before those that depend on them.
    static std::vector<const Tier*> tiersFromTheTop(const Annotation& annotation)
    {
        std::vector<const Tier*> tiers;
        for (const auto& [id, tier] : annotation.tiers())
            tiers.push_back(&tier);
        std::ranges::stable_sort(tiers, {},
                                 [&](const Tier* tier) { return fitting::depthOf(annotation, *tier); });
        return tiers;
    }

    /// What was chosen; a conflict of which nothing was chosen is told.
    ConflictSide decide(Conflict conflict, std::int64_t start)
    {
        const auto chosen = m_choices.find(conflict);
        const ConflictSide side = chosen == m_choices.end() ? ConflictSide::Undecided : chosen->second;
        if (side != ConflictSide::Undecided && conflict.allows(side)) {
            ++m_settled;
            return side;
        }
        m_conflicts.push_back({std::move(conflict), start});
        return ConflictSide::Undecided;
    }

    ConflictSide decide(const Tier* tier, const std::string& what, const std::string& mine,
                        const std::string& theirs, bool canBeMine, bool canBeTheirs)
    {
        Conflict conflict{tier ? tier->video : "",
                          tier ? tier->name : "",
                          "",
                          what,
                          mine,
                          theirs,
                          0,
                          tier ? ConflictKind::Tier : ConflictKind::Other};
        conflict.canBeMine = canBeMine;
        conflict.canBeTheirs = canBeTheirs;
        return decide(std::move(conflict), -1);
    }

    /// A conflict about a segment. @param segment  mine where there is one, else theirs
    Conflict conflictOf(const Segment& segment, const std::string& what, const std::string& mine,
                        const std::string& theirs) const
    {
        const Tier* tier = m_result.tier(segment.tier);
        Conflict conflict{tier ? tier->video : "",
                          tier ? tier->name : "",
                          merging::spanOf(segment),
                          what,
                          mine,
                          theirs,
                          m_mine.segment(segment.id) ? segment.id : 0,
                          ConflictKind::Whole};
        conflict.span = {segment.start.seconds(), segment.end.seconds()};
        conflict.canBeTheirs = true;
        return conflict;
    }

    ConflictSide decide(const Segment& segment, const Conflict& conflict)
    {
        return decide(conflict, segment.start.ticks);
    }

    /// Their tier's number in the result.
    TierId numberIn(const Tier& theirs)
    {
        if (m_base && m_base->tier(theirs.id))
            return theirs.id;
        for (const auto& [id, mine] : m_mine.tiers()) {
            if (mine.video == theirs.video && mine.name == theirs.name && m_claimedTiers.insert(id).second)
                return id;
        }
        const bool isUsed = m_mine.tier(theirs.id) || (m_base && theirs.id < m_mine.unusedTier());
        return isUsed ? m_unusedTier++ : theirs.id;
    }

    /// Their segment's number in the result.
    SegmentId numberIn(const Segment& theirs)
    {
        if (const auto known = m_segmentIds.find(theirs.id); known != m_segmentIds.end())
            return known->second;
        return m_segmentIds[theirs.id] = newNumberIn(theirs);
    }

    /// Finds the segments that are one although the base has neither: those of a tier that both read from the
    /// source after they parted.
    void pairRecorded()
    {
        for (const auto& [id, theirs] : m_theirs.tiers()) {
            const Tier* mine = m_mine.tier(m_tierIds.at(id));
            const bool isNew = m_base && !m_base->tier(id) && mine && !m_base->tier(mine->id);
            if (isNew && theirs.parent == 0 && mine->parent == 0)
                pairRecorded(id, mine->id);
        }
    }

    void pairRecorded(TierId theirs, TierId mine)
    {
        std::map<int, SegmentId> byRow;
        std::map<std::pair<std::int64_t, std::int64_t>, std::vector<SegmentId>> byTimes;
        const auto timesOf = [](const Segment& of) { return std::pair(of.start.ticks, of.end.ticks); };
        for (const Segment* segment : newIn(m_mine, mine)) {
            if (segment->sourceRow >= 0)
                byRow.emplace(segment->sourceRow, segment->id);
            byTimes[timesOf(*segment)].push_back(segment->id);
        }
        std::vector<const Segment*> left;
        for (const Segment* segment : newIn(m_theirs, theirs)) {
            const auto same = segment->sourceRow >= 0 ? byRow.find(segment->sourceRow) : byRow.end();
            if (same == byRow.end() || !m_claimedSegments.insert(same->second).second)
                left.push_back(segment);
            else
                m_segmentIds[segment->id] = same->second;
        }
        for (const Segment* segment : left) {
            for (const SegmentId same : byTimes[timesOf(*segment)]) {
                const bool isOtherRow = segment->sourceRow >= 0 && m_mine.segment(same)->sourceRow >= 0;
                if (isOtherRow || !m_claimedSegments.insert(same).second)
                    continue;
                m_segmentIds[segment->id] = same;
                break;
            }
        }
        for (const Segment* segment : newIn(m_theirs, theirs)) {
            if (m_segmentIds.contains(segment->id))
                m_recorded.insert(segment->id);
        }
    }

    /// A tier's segments that the base does not have, by time.
    std::vector<const Segment*> newIn(const Annotation& of, TierId tier) const
    {
        std::vector<const Segment*> segments;
        for (const IntervalIndex::Entry& entry : of.byTime(tier).all()) {
            if (!m_base->segment(entry.id))
                segments.push_back(of.segment(entry.id));
        }
        return segments;
    }

    /// What two of one row of the source both were: its times, and of the values those that only the source
    /// gave while the other is a person's.
    static Segment recordedBase(const Segment& mine, const Segment& theirs)
    {
        Segment base;
        base.tier = mine.tier;
        base.start = recordedBase(mine.start, theirs.start);
        base.end = recordedBase(mine.end, theirs.end);
        for (const auto& [label, value] : mine.values) {
            const auto other = theirs.values.find(label);
            if (other == theirs.values.end()
                || value.by.annotator.empty() == other->second.by.annotator.empty())
                continue;
            base.values[label] = value.by.annotator.empty() ? value : other->second;
        }
        return base;
    }

    /// @return what is neither of them where nobody can tell which was recorded
    static TimePoint recordedBase(const TimePoint& mine, const TimePoint& theirs)
    {
        if (mine.recorded.has_value() != theirs.recorded.has_value())
            return mine.recorded ? mine : theirs;
        return TimePoint::ofTicks(std::numeric_limits<std::int64_t>::min());
    }

    SegmentId newNumberIn(const Segment& theirs)
    {
        if (m_base && m_base->segment(theirs.id))
            return theirs.id;
        const Segment* mine = m_mine.segment(theirs.id);
        const Segment inMine = translated(theirs, theirs.id);
        if (!m_base && mine && isSameThing(*mine, inMine))
            return theirs.id;
        if (m_mine.tier(inMine.tier)) { // added to mine before: by an earlier merge
            for (const auto& entry :
                 m_mine.byTime(inMine.tier).startingIn(inMine.start.ticks, inMine.start.ticks + 1)) {
                Segment same = *m_mine.segment(entry.id);
                const bool isFromBase = m_base ? m_base->segment(entry.id) : m_theirs.segment(entry.id);
                same.id = theirs.id;
                same.order = inMine.order;
                if (same == inMine && (!isFromBase || entry.id == theirs.id)
                    && m_claimedSegments.insert(entry.id).second)
                    return entry.id;
            }
        }
        const bool isUsed = mine || (m_base && theirs.id < m_mine.unusedSegment());
        return isUsed ? m_unusedSegment++ : theirs.id;
    }

    /// Whether two of one number are one thing, which nobody knows without a base.
    static bool isSameThing(const Segment& mine, const Segment& theirs)
    {
        return mine.tier == theirs.tier
            && (mine.start.ticks == theirs.start.ticks
                || std::max(mine.start, theirs.start) < std::min(mine.end, theirs.end)
                || (mine.sourceRow >= 0 && mine.sourceRow == theirs.sourceRow));
    }

    Tier translated(Tier theirs) const
    {
        theirs.id = m_tierIds.at(theirs.id);
        theirs.parent = theirs.parent == 0 ? 0 : m_tierIds.at(theirs.parent);
        return theirs;
    }

    Segment translated(Segment theirs, SegmentId id)
    {
        theirs.id = id;
        theirs.tier = m_tierIds.at(theirs.tier);
        theirs.parent = theirs.parent == 0 ? 0 : numberIn(*m_theirs.segment(theirs.parent));
        return theirs;
    }

    /// Whether they changed or added anything in this tier.
    bool workedOn(const Tier& theirs) const
    {
        return std::ranges::any_of(m_theirs.byTime(theirs.id).all(), [&](const IntervalIndex::Entry& entry) {
            const Segment* before = m_base->segment(entry.id);
            return !before || !(*before == *m_theirs.segment(entry.id));
        });
    }

    void mergeTier(const Tier& original)
    {
        const Tier theirs = translated(original);
        const Tier* base = m_base ? m_base->tier(original.id) : nullptr;
        const Tier* mine = m_mine.tier(theirs.id);
        if (!mine) {
            if (base && original == *base && !workedOn(original))
                return; // removed by me alone
            if (base)
                decide(&theirs, "removed in mine and changed in theirs; it is back", "removed", "changed",
                       false, true);
            if (const std::string why = put(std::nullopt, theirs); !why.empty())
                decide(&theirs, "the tier does not fit: " + why, "", theirs.name, true, false);
            return;
        }
        auto joined = merging::join(base, *mine, theirs);
        for (const auto& field : joined.undecided) {
            const ConflictSide side
                = decide(mine, field.name, field.text(*mine), field.text(theirs), true, true);
            if (side == ConflictSide::Theirs)
                field.take(joined.value, theirs);
        }
        if (put(*mine, joined.value).empty())
            return;
        for (const auto& field : merging::fieldsOf(*mine, joined.value)) { // as many as fit
            if (field.isSame(*mine, joined.value))
                continue;
            const Tier now = *m_result.tier(theirs.id);
            Tier next = now;
            field.take(next, joined.value);
            if (const std::string why = put(now, next); !why.empty())
                decide(mine, field.name + ": " + why, field.text(now), field.text(joined.value), true, false);
        }
    }

    /// Puts a tier into the result. @return why not; empty when it is there
    std::string put(const std::optional<Tier>& before, const std::optional<Tier>& after)
    {
        Change change{{{before, after}}, {}, {}};
        change.ignoresLocks = true;
        return fitting::refusal(m_result, change);
    }

    void removeTiers()
    {
        if (!m_base)
            return;
        std::vector<const Tier*> tiers = tiersFromTheTop(*m_base);
        std::ranges::reverse(tiers);
        for (const Tier* base : tiers) {
            const Tier* mine = m_result.tier(base->id);
            if (m_theirs.tier(base->id) || !mine)
                continue;
            const Tier kept = *mine;
            const std::string why
                = kept == *base ? put(kept, std::nullopt) : "It was changed in mine; it stays.";
            if (!why.empty())
                decide(&kept, "removed in theirs: " + why, "kept", "removed", true, false);
        }
    }

    void mergeSegments()
    {
        pairRecorded();
        Wanted wanted;
        std::vector<SegmentId> ids;
        for (const auto& [id, segment] : m_theirs.segments())
            ids.push_back(id);
        std::ranges::sort(ids);
        for (const SegmentId id : ids)
            wantTheirs(*m_theirs.segment(id), wanted);
        if (m_base)
            wantRemovals(wanted);
        for (const fitting::Unfit& unfit : fitting::putWhatFits(m_result, wanted))
            settle(unfit, wanted.at(unfit.id));
    }

    /// What does not fit beside what is there: theirs takes its place where that was chosen.
    void settle(const fitting::Unfit& unfit, const std::optional<Segment>& theirs)
    {
        const Segment* mine = m_mine.segment(unfit.id);
        const Segment& any = mine ? *mine : *theirs;
        Conflict conflict = conflictOf(any, unfit.what, mine ? unfit.mine : "",
                                       !theirs                    ? "removed"
                                           : unfit.theirs.empty() ? summaryOf(*theirs)
                                                                  : unfit.theirs);
        conflict.kind = unfit.field.empty() ? ConflictKind::Whole : kindOf(any, unfit.field);
        conflict.canBeTheirs = theirs.has_value();
        if (decide(any, conflict) != ConflictSide::Theirs)
            return;
        Segment next = *theirs;
        if (const Segment* now = m_result.segment(unfit.id); now && !unfit.field.empty()) {
            next = *now;
            for (const auto& field : merging::fieldsOf(*now, *theirs)) {
                if (field.name == unfit.field)
                    field.take(next, *theirs);
            }
        }
        if (const std::string why = settling::replace(m_result, next); !why.empty()) {
            --m_settled;
            conflict.what = why;
            conflict.canBeTheirs = false;
            decide(any, conflict);
        }
    }

    ConflictKind kindOf(const Segment& segment, const std::string& field) const
    {
        return settling::kindOf(m_result, segment.tier, field);
    }

    void wantRemovals(Wanted& wanted)
    {
        for (const auto& [id, base] : m_base->segments()) {
            const Segment* mine = m_mine.segment(id);
            if (!mine || m_theirs.segment(id))
                continue;
            if (*mine == base)
                wanted[id] = std::nullopt;
            else if (decide(*mine,
                            conflictOf(*mine, "changed in mine and removed in theirs; it stays",
                                       summaryOf(*mine), "removed"))
                     == ConflictSide::Theirs)
                wanted[id] = std::nullopt;
        }
    }

    void wantTheirs(const Segment& original, Wanted& wanted)
    {
        const SegmentId id = numberIn(original);
        const Segment theirs = translated(original, id);
        const Segment* base = m_base ? m_base->segment(original.id) : nullptr;
        const Segment* mine = m_mine.segment(id);
        if (base && original == *base)
            return; // not changed by them
        if (!mine) {
            if (base
                && decide(theirs,
                          conflictOf(theirs, "removed in mine and changed in theirs; it is back", "removed",
                                     summaryOf(theirs)))
                    == ConflictSide::Mine)
                return;
            wanted[id] = theirs;
            wantParents(original, wanted);
            return;
        }
        Segment recorded;
        if (m_recorded.contains(original.id)) {
            recorded = recordedBase(*mine, theirs);
            base = &recorded;
        }
        auto joined = merging::join(base, *mine, theirs);
        for (const auto& field : joined.undecided) {
            const Tier* tier = m_result.tier(mine->tier);
            if (!(tier && isSymbolic(*tier)
                  && settling::isTime(field.name))) // they have their parents' times
                settle(field, *mine, theirs, joined.value);
        }
        if (!(joined.value == *mine))
            wanted[id] = joined.value;
    }

    /// A field that both changed. @param value  what the segment becomes
    void settle(const merging::Field<Segment>& field, const Segment& mine, const Segment& theirs,
                Segment& value)
    {
        Conflict conflict = conflictOf(mine, field.name, field.text(mine), field.text(theirs));
        conflict.kind = kindOf(mine, field.name);
        conflict.mineBy = settling::saidBy(m_mine, mine, field.name);
        conflict.theirsBy = settling::saidBy(m_result, theirs, field.name);
        conflict.canBeBoth = settling::canBeBoth(conflict, mine, theirs);
        const ConflictSide side = decide(mine, conflict);
        if (side == ConflictSide::Theirs) {
            field.take(value, theirs);
        } else if (side == ConflictSide::Both && conflict.kind == ConflictKind::Remark) {
            value.comment = mine.comment + '\n' + theirs.comment;
        } else if (side == ConflictSide::Both) {
            m_answers.push_back({mine.id, field.name, mine.values.at(field.name)});
            m_answers.push_back({mine.id, field.name, theirs.values.at(field.name)});
        }
    }

    /// What I removed comes back where theirs depends on it.
    void wantParents(const Segment& theirs, Wanted& wanted)
    {
        for (SegmentId above = theirs.parent; above != 0;) {
            const Segment& parent = *m_theirs.segment(above);
            const SegmentId id = numberIn(parent);
            const bool isFromBase = m_base && m_base->segment(above);
            if (isFromBase && !m_mine.segment(id) && !wanted.contains(id)) {
                wanted[id] = translated(parent, id);
                Conflict conflict
                    = conflictOf(*wanted[id], "removed in mine, but theirs depends on it; it is back",
                                 "removed", summaryOf(parent));
                conflict.canBeMine = false;
                decide(*wanted[id], conflict);
            }
            above = parent.parent;
        }
    }

    void mergeItems()
    {
        std::set<std::pair<std::string, std::string>> keys;
        for (const Annotation* side : {m_base, &m_theirs}) {
            if (!side)
                continue;
            for (const auto& [key, item] : side->items())
                keys.insert(key);
        }
        Change change;
        for (const auto& [kind, name] : keys)
            mergeItem({m_base ? m_base->item(kind, name) : nullptr, m_mine.item(kind, name),
                       m_theirs.item(kind, name)},
                      change);
        m_result.apply(change);
    }

    void mergeItem(const Sides<Item>& of, Change& change)
    {
        const auto same = [](const Item* a, const Item* b) { return a && b ? *a == *b : a == b; };
        if (same(of.mine, of.theirs) || (m_base ? same(of.base, of.theirs) : !of.theirs))
            return;
        const auto value = [](const Item* item) { return item ? std::optional(*item) : std::nullopt; };
        if (m_base ? same(of.base, of.mine) : !of.mine) {
            change.items.push_back({value(of.mine), value(of.theirs)});
            return;
        }
        const Item& any = of.mine ? *of.mine : *of.theirs;
        decide(nullptr, any.kind + " " + any.name, of.mine ? of.mine->json : "removed",
               of.theirs ? of.theirs->json : "removed", true, false);
        if (!of.mine) // removed by one and changed by the other: it stays
            change.items.push_back({std::nullopt, *of.theirs});
    }

    const Annotation* m_base;
    const Annotation& m_mine;
    const Annotation& m_theirs;
    const ConflictChoices& m_choices;
    std::vector<settling::Answer> m_answers; ///< labels of two people that both stand
    Annotation m_result; ///< mine, with what fits
    TierId m_unusedTier;
    SegmentId m_unusedSegment;
    std::map<TierId, TierId> m_tierIds; ///< theirs to the result's
    std::map<SegmentId, SegmentId> m_segmentIds;
    std::set<TierId> m_claimedTiers;
    std::set<SegmentId> m_claimedSegments;
    std::set<SegmentId> m_recorded; ///< theirs that are one with mine although the base has neither
    std::vector<Noted> m_conflicts;
    std::size_t m_settled = 0;
};

}

Merged mergeProjects(const Annotation* base, const Annotation& mine, const Annotation& theirs,
                     const ConflictChoices& choices)
{
    return Merger(base, mine, theirs, choices).merge();
}

}
