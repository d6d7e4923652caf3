#pragma once

#include <algorithm>
#include <compare>

namespace engine {

/// A span of media time, in seconds.
struct Interval {
    double start = 0.0;
    double end = 0.0;

    constexpr double length() const { return end - start; }
    constexpr bool contains(double seconds) const { return seconds >= start && seconds < end; }

    /// Length shared with `other`; negative when they are apart.
    constexpr double overlap(Interval other) const
    {
        return std::min(end, other.end) - std::max(start, other.start);
    }

    friend constexpr auto operator<=>(const Interval&, const Interval&) = default;
};

}
