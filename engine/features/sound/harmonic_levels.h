#pragma once

#include "engine/features/sound/sound_block.h"
#include "engine/media/fourier.h"

#include <span>
#include <vector>

namespace engine::sound {

/// The harmonics of one row after another: 60 ms under a Gaussian window.
class HarmonicLevels {
public:
    HarmonicLevels();

    /// Levels in dB of harmonics 1, 2, … below 8 kHz, each the largest within a quarter of the pitch. Valid
    /// until the next call.
    std::span<const float> of(const SoundBlock& block, std::size_t row, float hertz);

private:
    RealFourier m_fourier;
    std::vector<float> m_window;
    std::vector<float> m_frame;
    std::vector<float> m_levels;
};

}
