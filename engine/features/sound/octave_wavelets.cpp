#include "engine/features/sound/octave_wavelets.h"

#include "engine/features/sound/sound_math.h"
#include "engine/media/fourier.h"

#include <algorithm>
#include <complex>

namespace engine::sound {

namespace {

constexpr std::size_t kWaveletTransform = 4096;
constexpr std::ptrdiff_t kReach = 6 * 64; ///< the longest wavelet is as good as 0 beyond
constexpr std::size_t kHalfHop = kHop / 2;
constexpr std::ptrdiff_t kHalfHopsAround = 4; ///< 20 ms

/// The spectrum of a wavelet whose middle is sample kReach.
std::vector<std::complex<float>> waveletSpectrum(RealFourier& fourier, std::size_t octave)
{
    const double scale = std::exp2(static_cast<double>(octave));
    std::vector<float> wavelet(2 * kReach + 1);
    for (std::ptrdiff_t i = -kReach; i <= kReach; ++i) {
        const double t = static_cast<double>(i) / scale;
        wavelet[static_cast<std::size_t>(i + kReach)]
            = static_cast<float>(-std::cos(std::numbers::pi * t) * std::exp(-t * t / 2.0));
    }
    const auto spectrum = fourier.forward(wavelet);
    return {spectrum.begin(), spectrum.end()};
}

}

FeatureMatrix OctaveWavelets::of(std::span<const float> signal)
{
    RealFourier fourier(kWaveletTransform);
    std::vector<std::vector<std::complex<float>>> wavelets;
    for (std::size_t octave = 0; octave < kOctaves; ++octave)
        wavelets.push_back(waveletSpectrum(fourier, octave));
    constexpr std::size_t step = kWaveletTransform - 2 * kReach;
    FeatureMatrix octaves(kOctaves, signal.size());
    const SoundBlock block{{signal.begin(), signal.end()}};
    std::vector<float> piece(kWaveletTransform);
    std::vector<std::complex<float>> product(fourier.bins());
    for (std::size_t first = 0; first < signal.size(); first += step) {
        block.copy(static_cast<std::ptrdiff_t>(first) - kReach, piece);
        const auto transformed = fourier.forward(piece);
        const std::vector<std::complex<float>> spectrum(transformed.begin(), transformed.end());
        for (std::size_t octave = 0; octave < kOctaves; ++octave) {
            for (std::size_t k = 0; k < product.size(); ++k) {
                const std::complex<float> a = spectrum[k];
                const std::complex<float> b = wavelets[octave][k];
                product[k]
                    = {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
            }
            const auto filtered = fourier.inverse(product).subspan(2 * kReach);
            std::copy_n(filtered.begin(), std::min(step, signal.size() - first),
                        octaves.row(octave).begin() + static_cast<std::ptrdiff_t>(first));
        }
    }
    return octaves;
}

std::vector<float> peakSlopes(MatrixView octaves, std::size_t rows)
{
    constexpr double middle = (OctaveWavelets::kOctaves - 1) / 2.0;
    std::vector<double> slopes(rows);
    double squares = 0.0;
    std::vector<float> largest(2 * rows);
    for (std::size_t octave = 0; octave < octaves.rows; ++octave) {
        const auto values = octaves.row(octave);
        for (std::size_t i = 0; i < largest.size(); ++i) {
            largest[i] = 0.0F;
            for (const float value : values.subspan(i * kHalfHop, kHalfHop))
                largest[i] = std::max(largest[i], std::abs(value));
        }
        const double offset = middle - static_cast<double>(octave);
        squares += offset * offset;
        for (std::size_t row = 0; row < rows; ++row) {
            const auto centre = static_cast<std::ptrdiff_t>(2 * row + 1);
            const auto from = largest.begin() + std::max<std::ptrdiff_t>(0, centre - kHalfHopsAround);
            const auto to = largest.begin()
                + std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(largest.size()),
                                           centre + kHalfHopsAround);
            slopes[row] += offset * std::log10(static_cast<double>(*std::max_element(from, to)) + 1e-9);
        }
    }
    std::vector<float> result(rows);
    std::transform(slopes.begin(), slopes.end(), result.begin(),
                   [&](double slope) { return static_cast<float>(slope / squares); });
    return result;
}

std::vector<float> maximaDispersions(MatrixView octaves, std::span<const VoicePulse> pulses)
{
    std::vector<float> result(pulses.size());
    for (std::size_t i = 0; i < pulses.size(); ++i) {
        const auto half = static_cast<std::size_t>(pulses[i].period / 2);
        const std::size_t from = pulses[i].at > half ? pulses[i].at - half : 0;
        const std::size_t to = std::min(octaves.columns, pulses[i].at + half + 1);
        float distances = 0.0F;
        for (std::size_t octave = 0; octave < octaves.rows; ++octave) {
            const auto values = octaves.row(octave).subspan(from, to - from);
            const auto largest = std::max_element(values.begin(), values.end(),
                                                  [](float a, float b) { return std::abs(a) < std::abs(b); });
            const auto at = from + static_cast<std::size_t>(largest - values.begin());
            distances += std::abs(static_cast<float>(at) - static_cast<float>(pulses[i].at));
        }
        result[i] = distances / static_cast<float>(octaves.rows) / pulses[i].period;
    }
    return result;
}

}
