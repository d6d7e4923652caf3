#pragma once

#include "engine/features/sound/sound_block.h"
#include "engine/media/fourier.h"

#include <array>
#include <vector>

namespace engine::sound {

struct Formant {
    float hertz = 0.0F;
    float bandwidth = 0.0F; ///< Hz
};

/// The three lowest formants of a row, 0 where there are fewer: poles between 50 and 5450 Hz, narrower than
/// 1000 Hz, of a linear prediction of order 10 of what lies below 5500 Hz, of 50 ms under a Gaussian window;
/// the sound rises by 6 dB an octave from 50 Hz on first.
class FormantFinder {
public:
    /// @param block  stays as long as the finder.
    explicit FormantFinder(const SoundBlock& block);

    std::array<Formant, 3> of(std::size_t row);

private:
    SoundBlock m_risen;
    RealFourier m_fourier;
    std::vector<float> m_window;
    std::vector<float> m_frame;
    std::vector<double> m_powers; ///< up to 5500 Hz
    std::vector<std::vector<double>> m_cosines; ///< lags × bins: to an autocorrelation at 11 kHz
};

}
