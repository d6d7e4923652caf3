#pragma once

#include <cmath>
#include <compare>
#include <cstdint>
#include <optional>

namespace engine {

/// Ticks of one second: a whole number for every frame of 24, 25, 30, 60, 24000/1001, 30000/1001 … frames/s
/// and every sample of 8 … 192 kHz.
inline constexpr std::int64_t kTicksPerSecond = 705'600'000;

/// A moment of media time.
///
/// Ticks are what counts: they order, and a thousand edits do not make them drift. A time that was read from
/// a computational sequence also keeps the double it was, so that what nobody edited is written back bit for
/// bit.
struct TimePoint {
    std::int64_t ticks = 0;
    std::optional<double> recorded; ///< seconds, as a file had them

    static TimePoint ofTicks(std::int64_t ticks) { return {ticks, std::nullopt}; }
    /// The nearest tick; `seconds` is finite and below 10^10.
    static TimePoint ofSeconds(double seconds)
    {
        return {std::llround(seconds * kTicksPerSecond), std::nullopt};
    }
    /// The same for a time read from a file.
    static TimePoint ofRecorded(double seconds) { return {std::llround(seconds * kTicksPerSecond), seconds}; }

    double seconds() const { return recorded ? *recorded : static_cast<double>(ticks) / kTicksPerSecond; }

    friend bool operator==(const TimePoint&, const TimePoint&) = default;
    friend std::strong_ordering operator<=>(const TimePoint& a, const TimePoint& b)
    {
        return a.ticks <=> b.ticks;
    }
};

}
