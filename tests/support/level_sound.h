#pragma once

#include "engine/media/wav_writer.h"

#include <cmath>
#include <cstdint>
#include <vector>

namespace engine::test {

/// Noise as loud as the levels of each channel say, 100 of them a second; 85 dB is the loudest.
inline void writeLevels(const std::filesystem::path& target, const std::vector<std::vector<double>>& channels)
{
    constexpr int kRate = 16'000;
    WavWriter writer(target, kRate, static_cast<int>(channels.size()));
    std::uint32_t state = 1;
    std::vector<float> samples;
    for (std::size_t k = 0; k < channels.front().size(); ++k) {
        samples.clear();
        for (int i = 0; i < kRate / 100; ++i) {
            state = state * 1'664'525U + 1'013'904'223U;
            const double noise = static_cast<double>(state >> 8U) / 8'388'608.0 - 1.0;
            for (const std::vector<double>& channel : channels)
                samples.push_back(static_cast<float>(noise * std::pow(10.0, (channel[k] - 85.0) / 20.0)));
        }
        writer.add(samples);
    }
    writer.commit();
}

/// Levels of a microphone that hears a voice in these seconds.
inline std::vector<double> levelsOfVoice(double from, double to, double seconds)
{
    std::vector<double> levels(static_cast<std::size_t>(seconds * 100.0), 20.0);
    for (std::size_t k = 0; k < levels.size(); ++k) {
        const double at = static_cast<double>(k) / 100.0;
        if (at >= from && at < to)
            levels[k] = 70.0;
    }
    return levels;
}

}
