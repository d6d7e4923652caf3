#include "engine/features/sound/mel_cepstrum.h"

#include "engine/features/sound/frame_spectra.h"
#include "engine/features/sound/sound_math.h"
#include "engine/media/fourier.h"

#include <array>

namespace engine::sound {

namespace {

constexpr std::size_t kBins = kTransform / 2 + 1;
constexpr std::size_t kCoefficients = MelCepstrum::kOrder + 1;
constexpr std::size_t kMoments = 2 * MelCepstrum::kOrder + 1;
constexpr float kPowerFloor = 1e-8F;
constexpr int kLeastSteps = 2;
constexpr int kMostSteps = 30;
constexpr float kEnough = 1e-3F; ///< relative change of the error at which the steps end

/// Solves A x = b for a symmetric positive A by Cholesky's method, in place: `b` becomes x.
/// @return false where A is not positive
bool solve(std::array<std::array<double, kCoefficients>, kCoefficients>& a,
           std::array<double, kCoefficients>& b)
{
    for (std::size_t j = 0; j < kCoefficients; ++j) {
        for (std::size_t i = j; i < kCoefficients; ++i) {
            double sum = a[i][j];
            for (std::size_t k = 0; k < j; ++k)
                sum -= a[i][k] * a[j][k];
            if (i > j) {
                a[i][j] = sum / a[j][j];
                continue;
            }
            if (sum <= 0.0)
                return false;
            a[j][j] = std::sqrt(sum);
        }
    }
    for (std::size_t i = 0; i < kCoefficients; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = kCoefficients; i-- > 0;) {
        for (std::size_t k = i + 1; k < kCoefficients; ++k)
            b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return true;
}

}

double warped(double angle, double warp)
{
    return angle + 2.0 * std::atan2(warp * std::sin(angle), 1.0 - warp * std::cos(angle));
}

MelCepstrum::MelCepstrum()
    : m_cosines(kBins, kCoefficients)
    , m_means(kMoments, kBins)
    , m_series(kCoefficients, kBins)
    , m_impulse(kMoments)
{
    double edge = 0.0;
    for (std::size_t bin = 0; bin < kBins; ++bin) {
        const double perBin = 2.0 * std::numbers::pi / kTransform;
        const double angle = perBin * static_cast<double>(bin);
        const bool isLast = bin + 1 == kBins;
        const double weight = (bin == 0 || isLast ? 1.0 : 2.0) / kTransform;
        const double next = isLast ? std::numbers::pi : warped(angle + perBin / 2, kWarp);
        for (std::size_t m = 0; m < kMoments; ++m) {
            const double cosine = std::cos(static_cast<double>(m) * warped(angle, kWarp));
            m_means.at(m, bin) = static_cast<float>(weight * cosine);
            if (m >= kCoefficients)
                continue;
            m_cosines.at(bin, m) = static_cast<float>(cosine);
            m_series.at(m, bin)
                = static_cast<float>(cosine * (m == 0 ? 1.0 : 2.0) * (next - edge) / std::numbers::pi);
        }
        edge = next;
    }
    for (std::size_t m = 0; m < kMoments; ++m)
        m_impulse[m] = static_cast<float>(std::pow(-kWarp, static_cast<double>(m)));
}

FeatureMatrix MelCepstrum::of(const SoundBlock& block) const
{
    RealFourier fourier(kTransform);
    std::vector<float> window = symmetricBlackman(kFrame);
    const float norm = 32768.0F / std::sqrt(dot(window, window.data()));
    for (float& value : window)
        value *= norm;
    std::vector<float> frame(kFrame);
    std::vector<float> powers(kBins);
    FeatureMatrix result(block.rows(), kCoefficients);
    for (std::size_t row = 0; row < result.rows; ++row) {
        block.copy(SoundBlock::centre(row) - static_cast<std::ptrdiff_t>(kFrame / 2), frame);
        for (std::size_t i = 0; i < kFrame; ++i)
            frame[i] *= window[i];
        const auto spectrum = fourier.forward(frame);
        for (std::size_t k = 0; k < kBins; ++k)
            powers[k] = spectrum[k].real() * spectrum[k].real() + spectrum[k].imag() * spectrum[k].imag()
                + kPowerFloor;
        begin(powers, result.row(row));
        fit(powers, result.row(row));
    }
    return result;
}

void MelCepstrum::begin(std::span<const float> powers, std::span<float> coefficients) const
{
    std::array<float, kBins> levels;
    for (std::size_t k = 0; k < kBins; ++k)
        levels[k] = 0.5F * std::log(powers[k]);
    for (std::size_t m = 0; m < kCoefficients; ++m)
        coefficients[m] = dot(levels, m_series.row(m).data());
}

void MelCepstrum::fit(std::span<const float> powers, std::span<float> coefficients) const
{
    std::array<float, kBins> ratios; // of the frame's power to the model's
    std::array<double, kMoments> moments;
    std::array<std::array<double, kCoefficients>, kCoefficients> slope;
    std::array<double, kCoefficients> step;
    float before = 0.0F;
    for (int done = 1; done <= kMostSteps; ++done) {
        for (std::size_t k = 0; k < kBins; ++k)
            ratios[k] = dot(coefficients, m_cosines.row(k).data());
        for (std::size_t k = 0; k < kBins; ++k)
            ratios[k] = powers[k] * std::exp(-2.0F * ratios[k]);
        for (std::size_t m = 0; m < kMoments; ++m)
            moments[m] = static_cast<double>(dot(ratios, m_means.row(m).data()));
        const auto error = static_cast<float>(moments[0]);
        if (done >= kLeastSteps && std::abs((error - before) / error) < kEnough)
            return;
        before = error;
        for (std::size_t i = 0; i < kCoefficients; ++i) {
            step[i] = moments[i] - static_cast<double>(m_impulse[i]);
            for (std::size_t j = 0; j <= i; ++j)
                slope[i][j] = moments[i - j] + moments[i + j];
        }
        if (!solve(slope, step))
            return;
        for (std::size_t i = 0; i < kCoefficients; ++i)
            coefficients[i] += static_cast<float>(step[i]);
    }
}

}
