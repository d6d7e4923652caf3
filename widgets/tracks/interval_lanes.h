#pragma once

#include "engine/core/interval.h"

#include <span>
#include <vector>

namespace widgets {

/// Lays overlapping intervals out in lanes, so that none overlap within a lane. Each interval lies in the
/// first lane that is free when it starts; the same intervals always give the same lanes.
class Lanes {
public:
    struct Lane {
        std::vector<engine::Interval> intervals; ///< one after the other
        std::vector<std::size_t> indices; ///< the place of each among all intervals
    };

    Lanes() = default;
    /// Takes O(N log N). Intervals that share less than 10 µs, which rounding in files can cause, count as
    /// not overlapping.
    /// @param intervals  sorted by start
    explicit Lanes(std::span<const engine::Interval> intervals);

    std::size_t count() const { return m_lanes.size(); } ///< 0 without intervals
    const Lane& operator[](std::size_t lane) const { return m_lanes[lane]; }

private:
    std::vector<Lane> m_lanes;
};

}
