#include "engine/features/sound/phase_distortion.h"

#include "engine/features/sound/frame_spectra.h"
#include "engine/features/sound/mel_cepstrum.h"
#include "engine/features/sound/sound_math.h"
#include "engine/media/fourier.h"

#include <complex>

namespace engine::sound {

namespace {

constexpr std::size_t kPhaseTransform = 2048;
constexpr double kPhaseHertzPerBin = kRate / static_cast<double>(kPhaseTransform);
constexpr std::size_t kMeans = 25;
constexpr std::size_t kPhaseBands = 26;
constexpr std::size_t kDeviations = 13;
constexpr double kLastHarmonic = 64.0;
constexpr std::size_t kRowsAround = 2;
constexpr std::size_t kPoints = kMeans + kPhaseBands;

using Phasors = std::vector<std::complex<float>>;

std::complex<float> unit(std::complex<float> value)
{
    const float length = std::abs(value);
    return length > 0.0F ? value / length : std::complex<float>(1.0F);
}

/// Phases of the harmonics of one row.
class HarmonicPhases {
public:
    HarmonicPhases() : m_sines(kTransform / 2 + 1, MelCepstrum::kOrder + 1)
    {
        for (std::size_t bin = 0; bin < m_sines.rows; ++bin) {
            const double angle
                = warped(2.0 * std::numbers::pi * static_cast<double>(bin) / kTransform, MelCepstrum::kWarp);
            for (std::size_t m = 0; m < m_sines.columns; ++m)
                m_sines.at(bin, m) = static_cast<float>(std::sin(angle * static_cast<double>(m)));
        }
    }

    /// Phasors of the distortion between harmonic k + 1 and k + 2, k = 0, 1, …, in the middle of a row.
    Phasors distortions(const SoundBlock& block, std::size_t row, double hertz,
                        std::span<const float> melCepstrum)
    {
        const auto half = static_cast<std::ptrdiff_t>(1.5 * kRate / hertz);
        if (2 * static_cast<std::size_t>(half) + 1 != m_window.size()) {
            m_window = symmetricBlackman(static_cast<std::size_t>(2 * half + 1));
            m_frame.resize(m_window.size());
        }
        block.copy(SoundBlock::centre(row) - half, m_frame);
        m_turned.assign(kPhaseTransform, 0.0F); // the row's middle comes first
        for (std::ptrdiff_t i = -half; i <= half; ++i) {
            const auto from = static_cast<std::size_t>(i + half);
            const auto to
                = static_cast<std::size_t>(i < 0 ? i + static_cast<std::ptrdiff_t>(kPhaseTransform) : i);
            m_turned[to] = m_frame[from] * m_window[from];
        }
        const auto spectrum = m_fourier.forward(m_turned);
        const auto harmonics = static_cast<std::size_t>((kRate / 2 - hertz) / hertz);
        Phasors phases(harmonics);
        for (std::size_t k = 0; k < harmonics; ++k) {
            const double frequency = hertz * static_cast<double>(k + 1);
            const auto envelopeBin = static_cast<std::size_t>(std::lround(frequency / kHertzPerBin));
            const float envelope = dot(melCepstrum, m_sines.row(envelopeBin).data());
            phases[k] = unit(spectrum[static_cast<std::size_t>(std::lround(frequency / kPhaseHertzPerBin))])
                * std::polar(1.0F, envelope);
        }
        Phasors result;
        for (std::size_t k = 0; k + 1 < harmonics; ++k)
            result.push_back(phases[k + 1] * std::conj(phases[k]) * std::conj(phases[0]));
        return result;
    }

private:
    RealFourier m_fourier{kPhaseTransform};
    FeatureMatrix m_sines; ///< of the warped bins: the minimum phase is −Σ c(m) sin(m ω̃)
    std::vector<float> m_window;
    std::vector<float> m_frame;
    std::vector<float> m_turned;
};

/// The distortions at the points of both scales, of the nearest harmonic.
Phasors atPoints(const Phasors& distortions, double hertz)
{
    Phasors points(kPoints, 1.0F);
    if (distortions.empty())
        return points;
    const auto nearest = [&](double harmonic) {
        const auto index = static_cast<std::size_t>(std::max(0.0, std::round(harmonic) - 1.0));
        return distortions[std::min(index, distortions.size() - 1)];
    };
    for (std::size_t i = 0; i < kMeans; ++i)
        points[i] = nearest(std::pow(kLastHarmonic, static_cast<double>(i) / (kMeans - 1)));
    const double highestMel = std::log1p(8000.0 / 700.0);
    for (std::size_t i = 0; i < kPhaseBands; ++i) {
        const double mel = highestMel * (static_cast<double>(i) + 0.5) / kPhaseBands;
        points[kMeans + i] = nearest(700.0 * std::expm1(mel) / hertz);
    }
    return points;
}

}

FeatureMatrix phaseDistortion(const SoundBlock& block, const Pitch& pitch, MatrixView melCepstra)
{
    const std::size_t rows = block.rows();
    HarmonicPhases harmonics;
    std::vector<Phasors> points(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        if (!pitch.isVoiced[row])
            continue;
        const auto hertz = static_cast<double>(pitch.hertz[row]);
        points[row] = atPoints(harmonics.distortions(block, row, hertz, melCepstra.row(row)), hertz);
    }
    FeatureMatrix result(rows, kMeans + kDeviations);
    Phasors mean(kPoints);
    for (std::size_t row = 0; row < rows; ++row) {
        if (points[row].empty())
            continue;
        std::fill(mean.begin(), mean.end(), std::complex<float>());
        float count = 0.0F;
        for (std::size_t at = row > kRowsAround ? row - kRowsAround : 0;
             at < std::min(rows, row + kRowsAround + 1); ++at) {
            if (points[at].empty())
                continue;
            count += 1.0F;
            std::transform(mean.begin(), mean.end(), points[at].begin(), mean.begin(), std::plus<>());
        }
        for (std::size_t i = 0; i < kMeans; ++i)
            result.at(row, i) = std::arg(mean[i]);
        std::array<float, kPhaseBands> deviations;
        for (std::size_t i = 0; i < kPhaseBands; ++i) {
            const float length = std::clamp(std::abs(mean[kMeans + i]) / count, 1e-3F, 1.0F);
            deviations[i] = std::sqrt(-2.0F * std::log(length));
        }
        for (std::size_t c = 0; c < kDeviations; ++c)
            result.at(row, kMeans + c) = dot(deviations, cosineTransform().row(c).data());
    }
    return result;
}

}
