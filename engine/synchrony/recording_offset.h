#pragma once

#include <cstddef>
#include <span>

namespace engine {

/// In seconds. Our own rule.
struct RecordingOffsetOptions {
    double rate = 100.0; ///< levels a second
    double longest = 30.0; ///< offset in either direction
    double window = 120.0; ///< for the drift
    double hop = 60.0;
    double near = 0.5; ///< a window's offset lies so near to that of all
    double sure = 8.0; ///< robust deviations by which the best offset has to stand out
};

/// Fewer windows that stand out tell no drift.
inline constexpr std::size_t kWindowsOfADrift = 5;

/// How two recordings of one conversation lie to each other: conversation time of a moment m of the second
/// one is offset + m · (1 + drift / 10⁶).
struct RecordingOffset {
    bool isFound = false; ///< else neither hears the other's voice, or these are different conversations
    double outstanding = 0.0; ///< robust deviations
    double offset = 0.0; ///< seconds by which the second began later
    double driftPpm = 0.0; ///< 0 where fewer than kWindowsOfADrift stand out
    std::size_t windows = 0; ///< that stand out
};

/// Finds offset and drift by the bleed of voices. O(n log n).
/// @param first, second  levels in dB
/// @throws ShapeError (`too_short`) for recordings of less than a second, (`out_of_range`).
RecordingOffset recordingOffset(std::span<const double> first, std::span<const double> second,
                                const RecordingOffsetOptions& options = {});

}
