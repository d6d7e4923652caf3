#pragma once

#include "engine/annotation/segment.h"

#include <functional>
#include <memory>
#include <vector>

namespace engine {

/// The segments of one tier by time. N segments: every change and query takes O(log N), queries plus O(log N)
/// for each segment found, which come in the order of start, then id.
///
/// Times are in ticks; an interval from `from` to `to` holds its start and not its end, but a point holds
/// itself.
class IntervalIndex {
public:
    struct Entry {
        std::int64_t start = 0;
        SegmentId id = 0;
        std::int64_t end = 0;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    IntervalIndex();
    IntervalIndex(const IntervalIndex& other);
    IntervalIndex(IntervalIndex&&) noexcept;
    IntervalIndex& operator=(IntervalIndex other) noexcept;
    ~IntervalIndex();

    std::size_t size() const;
    void insert(const Entry& entry);
    /// Does nothing when it is not there.
    void erase(const Entry& entry);

    /// Segments that start in [from, to).
    std::vector<Entry> startingIn(std::int64_t from, std::int64_t to) const;
    /// Segments that share time with [from, to), or are a point in it.
    std::vector<Entry> spanning(std::int64_t from, std::int64_t to) const;
    /// Segments that hold the moment: start ≤ moment < end, or a point there.
    std::vector<Entry> covering(std::int64_t moment) const;
    /// Segments that lie in [from, to] whole.
    std::vector<Entry> within(std::int64_t from, std::int64_t to) const;

    /// The first segment that starts at or after the moment; the last that starts before it.
    std::optional<Entry> firstFrom(std::int64_t moment) const;
    std::optional<Entry> lastBefore(std::int64_t moment) const;
    /// The neighbour in the order of start and id.
    std::optional<Entry> next(const Entry& entry) const;
    std::optional<Entry> previous(const Entry& entry) const;
    /// The start or end nearest to the moment; the earlier of two. Absent without segments.
    std::optional<std::int64_t> nearestBoundary(std::int64_t moment) const;
    /// All, in order.
    std::vector<Entry> all() const;

private:
    struct Tree;
    std::unique_ptr<Tree> m_tree;
};

}
