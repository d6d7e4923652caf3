#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace engine {

/// How loud a sound is, piece after piece of the same length, and what is asked of that to tell speech from
/// pauses. Levels are decibels, or, for the questions of quiet runs, any figure that grows with loudness.
class SoundLevels {
public:
    explicit SoundLevels(std::vector<double> levels) : m_levels(std::move(levels)) { }

    const std::vector<double>& levels() const { return m_levels; }

    /// The level from which on a piece is speech, by the range of the whole recording: a third of the way
    /// from the 10th percentile to the 95th, at least 4 dB up, and not lower than 30 dB below the latter: in
    /// a quiet room breath would be speech. Absent where nothing stands out of the silence by 6 dB.
    std::optional<double> speechThreshold() const;

    /// Which pieces are as loud as speech, in a sound that is mostly speech: less than 22 dB below the 90th
    /// percentile.
    std::vector<bool> loudPieces() const;

    /// Where the quietest run of `count` pieces begins; absent unless there are more pieces than that.
    std::optional<std::size_t> quietestRun(std::size_t count) const;

    /// The middle of a run of `count` pieces of which none is louder than the quietest quarter of all: of the
    /// one that is nearest to the middle of the sound. Absent where none is, or only one that is farther off
    /// than 0.4 of a half.
    std::optional<std::size_t> quietRunNearMiddle(std::size_t count) const;

private:
    std::vector<double> m_levels;
};

}
