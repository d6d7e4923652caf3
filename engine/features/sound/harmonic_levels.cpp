#include "engine/features/sound/harmonic_levels.h"

#include "engine/features/sound/sound_math.h"

#include <cmath>
#include <complex>

namespace engine::sound {

namespace {

constexpr std::size_t kLongFrame = 960; ///< 60 ms
constexpr std::size_t kLongTransform = 2048;
constexpr double kGaussian = 0.4; ///< standard deviation, over half of the window

}

HarmonicLevels::HarmonicLevels()
    : m_fourier(kLongTransform)
    , m_window(gaussianWindow(kLongFrame, kGaussian))
    , m_frame(kLongFrame)
{
}

std::span<const float> HarmonicLevels::of(const SoundBlock& block, std::size_t row, float hertz)
{
    block.copy(SoundBlock::centre(row) - static_cast<std::ptrdiff_t>(kLongFrame / 2), m_frame);
    for (std::size_t i = 0; i < kLongFrame; ++i)
        m_frame[i] *= m_window[i];
    const auto spectrum = m_fourier.forward(m_frame);
    m_levels.clear();
    const double bins = static_cast<double>(hertz) / (kRate / static_cast<double>(kLongTransform));
    for (double harmonic = 1.0; (harmonic + 0.25) * bins < static_cast<double>(spectrum.size() - 1);
         harmonic += 1.0) {
        float largest = 1e-14F;
        const auto last = static_cast<std::size_t>((harmonic + 0.25) * bins + 0.5);
        for (auto k = static_cast<std::size_t>((harmonic - 0.25) * bins + 0.5); k <= last; ++k)
            largest = std::max(largest, std::norm(spectrum[k]));
        m_levels.push_back(10.0F * std::log10(largest));
    }
    return m_levels;
}

}
