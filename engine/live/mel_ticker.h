#pragma once

#include "engine/features/sound/mel_bands.h"
#include "engine/media/spectrum.h"

#include <cstdint>
#include <span>
#include <vector>

namespace engine {

/// Makes columns of a mel spectrogram of sound as it comes, for the eye: 72 bands of 60 to 7600 Hz, a column
/// each hundredth of a second. Not thread-safe.
class MelTicker {
public:
    static constexpr std::size_t kBands = 72;
    static constexpr double kSeconds = 0.01; ///< from column to column

    /// @param sampleRate  per second, a multiple of 100
    explicit MelTicker(int sampleRate);

    struct Columns {
        double start = 0.0; ///< seconds, of the first
        std::vector<std::vector<std::uint8_t>> levels; ///< one per column, kBands each: −90 dB to −10 dB
    };
    /// What is complete after these samples, which follow those before unless `start` says otherwise.
    Columns add(double start, std::span<const float> samples);

private:
    int m_sampleRate;
    std::size_t m_hop;
    SpectrumAnalyser m_analyser;
    sound::MelBands m_bands;
    std::vector<float> m_pending;
    std::int64_t m_first = 0; ///< number of the first pending sample
};

}
