#pragma once

#include "engine/core/run_context.h"
#include "engine/media/audio_reader.h"
#include "engine/media/spectrum.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace engine {

/// A stretch of a spectrogram: column after column, the levels of all frequencies, one byte each.
struct SpectrogramPiece {
    std::size_t bins = 0; ///< per column, from 0 Hz on
    double hertzPerBin = 0.0;
    std::vector<std::uint8_t> levels; ///< columns × bins

    static constexpr float kLowest = -120.0F; ///< dB of level 0, and of everything softer
    static constexpr float kStep = 0.5F; ///< dB from level to level
    static float decibelsOf(std::uint8_t level) { return kLowest + kStep * static_cast<float>(level); }
    static std::uint8_t levelOf(float decibels);

    std::size_t columns() const { return bins > 0 ? levels.size() / bins : 0; }
    std::span<const std::uint8_t> column(std::size_t index) const
    {
        return std::span(levels).subspan(index * bins, bins);
    }
};

/// Makes the spectrogram of a file's sound, its mono mix, piece by piece. Not thread-safe.
class Spectrograph {
public:
    /// @param windowSeconds  length of the Hann window: a short window resolves time better, a long window
    /// frequency.
    /// @throws IoError (`file_not_found`, `not_media`, `no_audio`, `io`).
    Spectrograph(const MediaFile& file, double windowSeconds);

    double windowSeconds() const { return m_windowSeconds; }

    /// Columns of equal length from `start` (seconds) on. A column that is longer than its window has the
    /// mean power of a few windows spread over it. Before and after the sound there is silence.
    /// @throws IoError (`io`), Cancelled.
    SpectrogramPiece read(double start, double secondsPerColumn, std::size_t columns,
                          const RunContext& run = {});

private:
    std::span<const float> samplesFrom(std::int64_t first);
    void readTo(std::int64_t end);

    double m_windowSeconds;
    AudioReader m_reader;
    SpectrumAnalyser m_analyser;
    std::vector<float> m_samples; ///< what is kept of the sound …
    std::int64_t m_first = 0; ///< … and the number of its first sample
};

}
