#include "engine/features/sound/mel_pieces.h"

#include "engine/features/sound/mel_bands.h"
#include "engine/features/sound/sound_math.h"

#include <algorithm>

namespace engine {

namespace {

/// The powers of a window of any length, bins 0 to half of it, by sums of products: 400 is no power of two,
/// and the spectrogram has 80 frames a second only.
class WindowSpectrum {
public:
    explicit WindowSpectrum(std::size_t samples)
        : m_cosines(samples / 2 + 1, samples / 2 + 1)
        , m_sines(samples / 2 + 1, samples / 2 + 1)
        , m_even(samples / 2 + 1)
        , m_odd(samples / 2 + 1)
        , m_window(samples)
        , m_powers(samples / 2 + 1)
    {
        const double turn = 2.0 * std::numbers::pi / static_cast<double>(samples);
        for (std::size_t i = 0; i < samples; ++i)
            m_window[i] = static_cast<float>(0.5 - 0.5 * std::cos(turn * static_cast<double>(i)));
        for (std::size_t k = 0; k < m_powers.size(); ++k) {
            for (std::size_t i = 0; i < m_even.size(); ++i) {
                const double angle = turn * static_cast<double>(k * i % samples);
                m_cosines.at(k, i) = static_cast<float>(std::cos(angle));
                m_sines.at(k, i) = static_cast<float>(std::sin(angle));
            }
        }
    }

    std::size_t samples() const { return m_window.size(); }
    std::size_t bins() const { return m_powers.size(); }

    /// @param frame  samples() values
    std::span<const float> powers(std::span<const float> frame)
    {
        const std::size_t count = m_window.size();
        for (std::size_t i = 0; i < m_even.size(); ++i) {
            const float here = frame[i] * m_window[i];
            const bool isAlone = i == 0 || 2 * i == count;
            const float there = isAlone ? 0.0F : frame[count - i] * m_window[count - i];
            m_even[i] = here + there;
            m_odd[i] = here - there;
        }
        for (std::size_t k = 0; k < m_powers.size(); ++k) {
            const float real = sound::dot(m_even, m_cosines.row(k).data());
            const float imaginary = sound::dot(m_odd, m_sines.row(k).data());
            m_powers[k] = real * real + imaginary * imaginary;
        }
        return m_powers;
    }

private:
    FeatureMatrix m_cosines;
    FeatureMatrix m_sines;
    std::vector<float> m_even;
    std::vector<float> m_odd;
    std::vector<float> m_window;
    std::vector<float> m_powers;
};

}

FeatureMatrix melSpectrogram(std::span<const float> sound, double sampleRate, const RunContext& run)
{
    return melSpectrogram(sound, sampleRate, kMelPieceBands, static_cast<std::size_t>(sampleRate / 80.0),
                          run);
}

FeatureMatrix melSpectrogram(std::span<const float> sound, double sampleRate, std::size_t bandCount,
                             std::size_t hop, const RunContext& run)
{
    const auto half = static_cast<std::size_t>(sampleRate / 80.0);
    std::vector<float> filled;
    if (sound.size() < half + 1) { // too short to be reflected
        filled.assign(sound.begin(), sound.end());
        filled.resize(half + 1);
        sound = filled;
    }
    WindowSpectrum spectrum(2 * half);
    const sound::MelBands bands(bandCount, 0.0, std::min(8000.0, sampleRate / 2), spectrum.bins(),
                                sampleRate);
    FeatureMatrix result(1 + sound.size() / hop, bandCount);
    std::vector<float> frame(spectrum.samples());
    const auto end = static_cast<std::ptrdiff_t>(sound.size());
    for (std::size_t row = 0; row < result.rows; ++row) {
        run.tick(row, result.rows);
        for (std::size_t i = 0; i < frame.size(); ++i) {
            std::ptrdiff_t at
                = static_cast<std::ptrdiff_t>(row * hop + i) - static_cast<std::ptrdiff_t>(half);
            at = at < 0 ? -at : at;
            at = at >= end ? 2 * (end - 1) - at : at;
            frame[i] = sound[static_cast<std::size_t>(at)];
        }
        bands.sums(spectrum.powers(frame), result.row(row));
    }
    return result;
}

FeatureMatrix melPieces(MatrixView spectrogram, MelScale scale)
{
    const auto scaled = [&](float power) { return scale == MelScale::Log ? std::log(power + 1e-6F) : power; };
    FeatureMatrix pieces((spectrogram.rows + kMelPieceFrames - 1) / kMelPieceFrames,
                         spectrogram.columns * kMelPieceFrames);
    std::fill(pieces.values.begin(), pieces.values.end(), scaled(0.0F));
    for (std::size_t frame = 0; frame < spectrogram.rows; ++frame) {
        for (std::size_t band = 0; band < spectrogram.columns; ++band)
            pieces.at(frame / kMelPieceFrames, band * kMelPieceFrames + frame % kMelPieceFrames)
                = scaled(spectrogram.at(frame, band));
    }
    return pieces;
}

}
