#pragma once

#include "engine/core/interval.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>

namespace engine {

/// Seconds of a steady clock of the machine.
double steadySeconds();

/// The master clock of playback: media time that runs with a steady clock and is gently corrected by the
/// sound.
///
/// A sound device tells its position late and in jumps of up to 60 ms, and stands still at first. So the
/// picture never follows it directly: the clock's distance to the sound is smoothed away, and the clock never
/// runs backwards.
class PlaybackClock {
public:
    using TimeSource = std::function<double()>; ///< seconds, never decreasing

    explicit PlaybackClock(TimeSource now = steadySeconds);

    /// Runs from the current position.
    /// @param waitForSound  the clock stands still until correct() tells that the sound moves, at most 2 s.
    void play(bool waitForSound = false);
    void pause();
    bool playing() const { return m_playing; }

    /// Jumps to a media time, in seconds; playing goes on from there.
    void seek(double seconds);
    /// Media seconds per second, above 0.
    void setRate(double rate);
    double rate() const { return m_rate; }
    /// While playing, the position jumps from the span's end to its start; a position behind the end runs on.
    /// Absent: no loop.
    void setLoop(std::optional<Interval> span);
    const std::optional<Interval>& loop() const { return m_loop; }

    /// The media time now, in seconds.
    double position();
    /// Corrects the clock. @param audioPosition  the media time that is heard now, according to the sound
    /// device
    void correct(double audioPosition);
    /// Counts seeks and loop turns: when the count changes, the sound must be read again from position().
    std::uint64_t jumps() const { return m_jumps; }

private:
    void advance();
    void forgetSound();

    TimeSource m_now;
    double m_last = 0.0; ///< when m_position was true
    double m_position = 0.0;
    double m_rate = 1.0;
    bool m_playing = false;
    std::optional<Interval> m_loop;
    std::uint64_t m_jumps = 0;

    struct Offset {
        double time = 0.0;
        double seconds = 0.0; ///< sound - free-running clock
    };
    double m_free = 0.0; ///< position of a clock that is not corrected
    std::deque<Offset> m_offsets; ///< of the last second
    std::optional<double> m_waitUntil;
    std::optional<double> m_firstSound;
};

}
