#pragma once

#include "engine/core/interval.h"

#include <span>
#include <vector>

namespace widgets {

/// Overlapping intervals laid out in lanes, within which none overlap: each lies in the first lane that is
/// free when it starts, so the same intervals always give the same lanes.
class Lanes {
public:
    struct Lane {
        std::vector<engine::Interval> intervals; ///< one after the other
        std::vector<std::size_t> indices; ///< which of all intervals they are
    };

    Lanes() = default;
    /// Takes O(N log N). @param intervals  sorted by start; those that share less than 10 µs, as rounding in
    /// files makes them, do not overlap.
    explicit Lanes(std::span<const engine::Interval> intervals);

    std::size_t count() const { return m_lanes.size(); } ///< 0 without intervals
    const Lane& operator[](std::size_t lane) const { return m_lanes[lane]; }

private:
    std::vector<Lane> m_lanes;
};

}
