#include "engine/features/sound/formants.h"

#include "engine/features/sound/linear_prediction.h"
#include "engine/features/sound/sound_math.h"
#include "engine/numbers/polynomial_roots.h"

#include <algorithm>
#include <complex>
#include <numbers>

namespace engine::sound {

namespace {

constexpr std::size_t kFormantOrder = 10;
constexpr double kCeiling = 5500.0;
constexpr double kLowestFormant = 50.0;
constexpr double kHighestFormant = 5450.0;
constexpr double kWidestFormant = 1000.0;
constexpr std::size_t kFormantFrame = 800; ///< 50 ms
constexpr std::size_t kFormantTransform = 1024;
constexpr double kFormantHertzPerBin = kRate / static_cast<double>(kFormantTransform);
constexpr double kFormantDeviation = 0.29; ///< of the window, over its half: exp(−6) at the edges

}

FormantFinder::FormantFinder(const SoundBlock& block)
    : m_risen{block.samples}
    , m_fourier(kFormantTransform)
    , m_window(gaussianWindow(kFormantFrame, kFormantDeviation))
    , m_frame(kFormantFrame)
    , m_powers(static_cast<std::size_t>(kCeiling / kFormantHertzPerBin) + 1)
    , m_cosines(kFormantOrder + 1, std::vector<double>(m_powers.size()))
{
    const auto rise = static_cast<float>(std::exp(-2.0 * std::numbers::pi * 50.0 / kRate));
    for (std::size_t i = m_risen.samples.size(); i-- > 1;)
        m_risen.samples[i] -= rise * m_risen.samples[i - 1];
    for (std::size_t lag = 0; lag <= kFormantOrder; ++lag) {
        for (std::size_t bin = 0; bin < m_powers.size(); ++bin) {
            const double turn = std::numbers::pi * static_cast<double>(bin) * kFormantHertzPerBin / kCeiling;
            m_cosines[lag][bin] = (bin == 0 ? 0.5 : 1.0) * std::cos(turn * static_cast<double>(lag));
        }
    }
}

std::array<Formant, 3> FormantFinder::of(std::size_t row)
{
    m_risen.copy(SoundBlock::centre(row) - static_cast<std::ptrdiff_t>(kFormantFrame / 2), m_frame);
    for (std::size_t i = 0; i < kFormantFrame; ++i)
        m_frame[i] *= m_window[i];
    const auto spectrum = m_fourier.forward(m_frame);
    for (std::size_t k = 0; k < m_powers.size(); ++k)
        m_powers[k] = static_cast<double>(std::norm(spectrum[k]));
    std::array<double, kFormantOrder + 1> correlation;
    for (std::size_t lag = 0; lag < correlation.size(); ++lag)
        correlation[lag] = dot(m_cosines[lag], m_powers.data());
    std::array<Formant, 3> formants;
    if (correlation[0] <= 0.0)
        return formants;
    std::vector<Formant> found;
    const std::vector<float> filter = predictor(correlation);
    for (const std::complex<double> root :
         polynomialRoots(std::vector<double>(filter.begin(), filter.end()))) {
        const double hertz = std::arg(root) * kCeiling / std::numbers::pi;
        const double radius = std::clamp(std::abs(root), 1e-6, 1.0);
        const double bandwidth = -std::log(radius) * 2.0 * kCeiling / std::numbers::pi;
        if (hertz > kLowestFormant && hertz < kHighestFormant && bandwidth < kWidestFormant)
            found.push_back({static_cast<float>(hertz), static_cast<float>(bandwidth)});
    }
    std::sort(found.begin(), found.end(), [](Formant a, Formant b) { return a.hertz < b.hertz; });
    std::copy_n(found.begin(), std::min(found.size(), formants.size()), formants.begin());
    return formants;
}

}
