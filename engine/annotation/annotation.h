#pragma once

#include "engine/annotation/change.h"
#include "engine/annotation/interval_index.h"
#include "engine/core/error.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace engine {

/// An edit that the tiers' constraints do not allow; `what()` says why, for the person who tried it.
class Refused : public Error {
public:
    explicit Refused(const std::string& reason) : Error("refused", reason) { }
};

/// All annotation of a project: tiers, their segments, and what else the project knows. Changed by apply()
/// alone.
///
/// N segments in all: looking one up takes O(1), queries by time what IntervalIndex says, by label, video or
/// parent O(log N + k). A change costs as much as what it touches, however much else there is.
class Annotation {
public:
    using Tiers = std::map<TierId, Tier>;
    using Segments = std::unordered_map<SegmentId, Segment>;
    using Items = std::map<std::pair<std::string, std::string>, Item>; ///< by kind and name

    Annotation() = default;
    /// What a file holds, by its numbers and names, which are above 0. Whether all that fits together is what
    /// checkConsistency() says.
    Annotation(Tiers tiers, Segments segments, Items items);

    const Tier* tier(TierId id) const;
    const Segment* segment(SegmentId id) const;
    const Item* item(const std::string& kind, const std::string& name) const;

    const Tiers& tiers() const { return m_tiers; }
    const Segments& segments() const { return m_segments; }
    const Items& items() const { return m_items; }

    /// A tier's segments by time. @throws Refused for a tier that is not there.
    const IntervalIndex& byTime(TierId tier) const;
    /// A video's tiers from top to bottom.
    std::vector<const Tier*> tiersOf(const std::string& video) const;
    /// The tiers whose parent this is, by number.
    std::vector<const Tier*> tiersBelow(TierId parent) const;
    /// The segments whose parent this is, in the order of tier, `order` and start.
    std::vector<const Segment*> childrenOf(SegmentId parent) const;
    /// Segments of a tier whose label has this value, by id.
    std::vector<SegmentId> labelled(TierId tier, const std::string& label,
                                    const std::variant<double, std::string>& value) const;

    /// How many segments of a tier have no times (`Timing`).
    std::size_t untimedIn(TierId tier) const;

    /// Ids that were never used, also not by what was removed again.
    TierId unusedTier() const { return m_lastTier + 1; }
    SegmentId unusedSegment() const { return m_lastSegment + 1; }

    /// Numbers up to these count as used: those of what a file once held.
    void reserveTiers(TierId last) { m_lastTier = std::max(m_lastTier, last); }
    void reserveSegments(SegmentId last) { m_lastSegment = std::max(m_lastSegment, last); }

    /// Does the change as a whole or not at all.
    /// @throws Refused when something is not what the change says it was (a reason of ours), lies in a locked
    /// tier (unless the change ignores that), or would break a constraint (a reason for people).
    void apply(const Change& change);

    /// Every invariant that does not hold, as a sentence; empty when all do.
    std::vector<std::string> checkConsistency() const;

    /// The same contents; ids that will be used next do not count.
    friend bool operator==(const Annotation& a, const Annotation& b)
    {
        return a.m_tiers == b.m_tiers && a.m_segments == b.m_segments && a.m_items == b.m_items;
    }

private:
    using LabelKey = std::tuple<TierId, std::string, std::variant<double, std::string>>;

    template <typename Key>
    std::vector<const Tier*> tiersIn(const std::map<Key, std::set<TierId>>& index, const Key& key) const;
    /// Puts what is among the tiers or segments into the indices, or takes it out of them.
    void index(const Tier& tier);
    void index(const Segment& segment);
    void unindex(const Segment& segment);
    void put(const Replaced<Tier>& replaced);
    void put(const Replaced<Segment>& replaced);
    void put(const Replaced<Item>& replaced);
    void putAll(const Change& change);

    Tiers m_tiers;
    Segments m_segments;
    Items m_items;
    std::unordered_map<TierId, IntervalIndex> m_byTime;
    std::map<std::string, std::set<TierId>> m_tiersOfVideo;
    std::map<TierId, std::set<TierId>> m_tiersBelow;
    std::unordered_map<SegmentId, std::set<SegmentId>> m_children;
    std::map<LabelKey, std::set<SegmentId>> m_byLabel;
    std::map<TierId, std::size_t> m_untimed; ///< numbers of segments without times
    TierId m_lastTier = 0;
    SegmentId m_lastSegment = 0;
};

}
