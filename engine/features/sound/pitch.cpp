#include "engine/features/sound/pitch.h"

#include "engine/core/feature_matrix.h"
#include "engine/features/sound/periodicity.h"
#include "engine/features/sound/row_powers.h"
#include "engine/features/sound/sound_math.h"
#include "engine/media/fourier.h"
#include "engine/numbers/quantiles.h"

#include <array>
#include <cmath>

namespace engine::sound {

namespace {

constexpr std::size_t kDecimation = 2; ///< five harmonics of 500 Hz lie below 4 kHz
constexpr std::size_t kPitchWindow = 800; ///< 100 ms of the decimated residual
constexpr std::size_t kPitchTransform = 4096;
constexpr double kPitchHertzPerBin
    = kRate / static_cast<double>(kDecimation) / static_cast<double>(kPitchTransform);
constexpr std::size_t kLowest = 26; ///< bins: 50 Hz
constexpr std::size_t kHighest = 256; ///< 500 Hz
constexpr std::size_t kHarmonics = 5;
constexpr float kLowestHertz = 50.0F;
constexpr float kHighestHertz = 500.0F;
/// The strengths of the paper are of a spectrum in steps of 1 Hz up to 8 kHz, of which more bins share the
/// power: √(1/2 / 1.95).
constexpr float kStrengthScale = 0.506F;
constexpr float kCorrelation = 0.4F; ///< the least of a voice, and the least with twice the strength
constexpr float kEvidence = 0.6F;
constexpr std::size_t kCorrelated = 400; ///< samples
constexpr std::size_t kMostCandidates = 5;
constexpr float kWeakest = 0.4F; ///< of the strongest candidate's strength
constexpr double kPeriodReach = 0.03; ///< how far the period is sought around a peak
constexpr float kStrengthWeight = 0.1F;
constexpr float kOctaveWeight = 0.02F;
constexpr float kQuietest = 1e-5F; ///< of the loudest row's power
constexpr float kPausePart = 0.1F;
constexpr float kLoudPart = 0.95F;
constexpr float kAbovePauses = 10.0F; ///< times the power of the quietest rows
constexpr float kMostOfPauses = 6e-4F; ///< of the loud rows' power: no pause needs more to be exceeded

/// Every second sample, of what lies below 4 kHz.
std::vector<float> halved(std::span<const float> signal)
{
    constexpr std::ptrdiff_t reach = 15;
    std::array<float, 2 * reach + 1> filter{};
    for (std::ptrdiff_t k = -reach; k <= reach; ++k) {
        const double x = std::numbers::pi * static_cast<double>(k) / kDecimation;
        const double window = 0.5 + 0.5 * std::cos(std::numbers::pi * static_cast<double>(k) / (reach + 1));
        filter[static_cast<std::size_t>(k + reach)]
            = static_cast<float>((k == 0 ? 1.0 : std::sin(x) / x) / kDecimation * window);
    }
    std::vector<float> result(signal.size() / kDecimation);
    std::array<float, filter.size()> edge{};
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto first = static_cast<std::ptrdiff_t>(i * kDecimation) - reach;
        if (first >= 0
            && first + static_cast<std::ptrdiff_t>(filter.size())
                <= static_cast<std::ptrdiff_t>(signal.size())) {
            result[i] = dot(filter, signal.data() + first);
            continue;
        }
        for (std::size_t k = 0; k < edge.size(); ++k) {
            const std::ptrdiff_t at = first + static_cast<std::ptrdiff_t>(k);
            edge[k] = at >= 0 && at < static_cast<std::ptrdiff_t>(signal.size())
                ? signal[static_cast<std::size_t>(at)]
                : 0.0F;
        }
        result[i] = dot(filter, edge.data());
    }
    return result;
}

/// Row by row, how much stronger the harmonics of each candidate (bins kLowest to kHighest) are than what
/// lies between.
FeatureMatrix harmonicSums(std::size_t rows, std::span<const float> residual)
{
    SoundBlock decimated{halved(residual)};
    RealFourier fourier(kPitchTransform);
    const std::vector<float> window = symmetricBlackman(kPitchWindow);
    std::vector<float> frame(kPitchWindow);
    std::vector<float> magnitudes(fourier.bins());
    FeatureMatrix sums(rows, kHighest - kLowest + 1);
    for (std::size_t row = 0; row < rows; ++row) {
        decimated.copy(SoundBlock::centre(row) / static_cast<std::ptrdiff_t>(kDecimation)
                           - static_cast<std::ptrdiff_t>(kPitchWindow / 2),
                       frame);
        for (std::size_t i = 0; i < kPitchWindow; ++i)
            frame[i] *= window[i];
        const auto spectrum = fourier.forward(frame);
        float energy = 1e-20F;
        for (std::size_t k = 0; k < magnitudes.size(); ++k) {
            const float power
                = spectrum[k].real() * spectrum[k].real() + spectrum[k].imag() * spectrum[k].imag();
            magnitudes[k] = std::sqrt(power);
            energy += power;
        }
        const float norm = kStrengthScale / std::sqrt(energy);
        for (std::size_t bin = kLowest; bin <= kHighest; ++bin) {
            float sum = magnitudes[bin];
            for (std::size_t harmonic = 2; harmonic <= kHarmonics; ++harmonic)
                sum += magnitudes[harmonic * bin] - magnitudes[(2 * harmonic - 1) * bin / 2];
            sums.at(row, bin - kLowest) = sum * norm;
        }
    }
    return sums;
}

struct Candidate {
    float hertz = 0.0F;
    float strength = 0.0F; ///< of its harmonics
    float correlation = 0.0F; ///< of one period with the next
    float score = 0.0F;
};

/// The peaks of a row's harmonic sums, each moved to the period at which the sound is most like itself. Where
/// all harmonics are alike, every third of them looks like a voice of its own: the sound's likeness tells
/// them apart, and of a period and its double, which are alike too, the shorter is preferred.
std::vector<Candidate> candidatesOf(std::span<const float> sums, const SoundBlock& block, std::size_t row)
{
    std::vector<std::size_t> peaks;
    for (std::size_t i = 1; i + 1 < sums.size(); ++i) {
        if (sums[i] > sums[i - 1] && sums[i] >= sums[i + 1] && sums[i] > 0.0F)
            peaks.push_back(i);
    }
    std::stable_sort(peaks.begin(), peaks.end(),
                     [&](std::size_t a, std::size_t b) { return sums[a] > sums[b]; });
    std::vector<Candidate> candidates;
    for (const std::size_t peak : peaks) {
        if (candidates.size() == kMostCandidates || sums[peak] < kWeakest * sums[peaks.front()])
            break;
        const double bin = static_cast<double>(peak + kLowest);
        const double period = kRate / (bin * kPitchHertzPerBin);
        const double reach = std::max(kPeriodReach, 0.7 / bin) * period;
        const Periodicity best = periodicityAt(block, SoundBlock::centre(row), kCorrelated,
                                               static_cast<std::size_t>(period - reach),
                                               static_cast<std::size_t>(period + reach) + 1);
        Candidate candidate{static_cast<float>(kRate) / best.period, sums[peak], best.correlation};
        candidate.score = candidate.correlation + kStrengthWeight * sums[peak] / sums[peaks.front()]
            + kOctaveWeight * std::log2(candidate.hertz);
        candidates.push_back(candidate);
    }
    return candidates;
}

float medianOfVoiced(const Pitch& pitch)
{
    std::vector<float> voiced;
    for (std::size_t row = 0; row < pitch.hertz.size(); ++row) {
        if (pitch.isVoiced[row])
            voiced.push_back(pitch.hertz[row]);
    }
    return voiced.empty() ? 0.0F : upperMedian(std::move(voiced));
}

/// Which rows are loud enough for a voice.
std::vector<bool> loudRows(const SoundBlock& block)
{
    const std::vector<float> powers = rowPowers(block);
    if (powers.empty())
        return {};
    const float pauses = std::min(kAbovePauses * lowerQuantile(powers, kPausePart),
                                  kMostOfPauses * lowerQuantile(powers, kLoudPart));
    const float loudest = *std::max_element(powers.begin(), powers.end());
    std::vector<bool> loud(powers.size());
    for (std::size_t row = 0; row < powers.size(); ++row)
        loud[row] = powers[row] > std::max(kQuietest * loudest, pauses) && powers[row] > 0.0F;
    return loud;
}

}

Pitch pitchOf(const SoundBlock& voice, std::span<const float> residual)
{
    const std::size_t rows = voice.rows();
    const FeatureMatrix sums = harmonicSums(rows, residual);
    const std::vector<bool> loud = loudRows(voice);
    std::vector<std::vector<Candidate>> candidates(rows);
    for (std::size_t row = 0; row < rows; ++row)
        candidates[row] = candidatesOf(sums.row(row), voice, row);
    Pitch pitch{std::vector<float>(rows), std::vector<float>(rows), std::vector<float>(rows),
                std::vector<bool>(rows)};
    const auto choose = [&](float from, float to) {
        for (std::size_t row = 0; row < rows; ++row) {
            Candidate best{std::clamp(pitch.usual, from, to), 0.0F, 0.0F, -10.0F};
            for (const Candidate& candidate : candidates[row]) {
                if (candidate.hertz >= from && candidate.hertz <= to && candidate.score > best.score)
                    best = candidate;
            }
            pitch.hertz[row] = best.hertz;
            pitch.strength[row] = best.strength;
            pitch.correlation[row] = best.correlation;
            pitch.isVoiced[row] = loud[row] && best.correlation > kCorrelation
                && best.correlation + 2.0F * best.strength > kEvidence;
        }
        pitch.usual = medianOfVoiced(pitch);
    };
    choose(kLowestHertz, kHighestHertz);
    if (pitch.usual > 0.0F)
        choose(0.5F * pitch.usual, 2.0F * pitch.usual);
    return pitch;
}

}
