#include "engine/features/speech/boundary_sound.h"

#include "engine/features/speech/word_alignment.h"
#include "engine/media/spectrum.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engine {

namespace {

constexpr int kHop = 40; ///< samples
constexpr int kWindow = 256;
constexpr double kLowest = 100.0; ///< Hz
constexpr double kHighest = 7500.0;
constexpr float kPreemphasis = 0.97F;
constexpr int kCepstra = 13;
constexpr int kChangeFrames = 5; ///< on each side

double melOf(double hertz)
{
    return 1127.0 * std::log(1.0 + hertz / 700.0);
}

double hertzOf(double mel)
{
    return 700.0 * (std::exp(mel / 1127.0) - 1.0);
}

/// A triangle over some bins of a spectrum, of sum 1.
struct MelBand {
    std::size_t first = 0;
    std::vector<float> weights;
};

std::vector<MelBand> melBands(int count, std::size_t bins, double hertzPerBin)
{
    std::vector<MelBand> bands(static_cast<std::size_t>(count));
    const double step = (melOf(kHighest) - melOf(kLowest)) / (count + 1);
    for (int b = 0; b < count; ++b) {
        const double low = hertzOf(melOf(kLowest) + step * b);
        const double middle = hertzOf(melOf(kLowest) + step * (b + 1));
        const double high = hertzOf(melOf(kLowest) + step * (b + 2));
        double sum = 0.0;
        for (std::size_t bin = 0; bin < bins; ++bin) {
            const double hertz = static_cast<double>(bin) * hertzPerBin;
            const double weight = std::min((hertz - low) / (middle - low), (high - hertz) / (high - middle));
            if (weight <= 0.0)
                continue;
            if (bands[b].weights.empty())
                bands[b].first = bin;
            bands[b].weights.push_back(static_cast<float>(weight));
            sum += weight;
        }
        for (float& weight : bands[b].weights)
            weight = static_cast<float>(weight / sum);
    }
    return bands;
}

}

BoundarySound::BoundarySound(std::span<const float> sound)
    : m_duration(static_cast<double>(sound.size()) / kSpeechRate)
{
    measureBands(sound);
    measureChange();
    const float loudness = quantile<float>(m_energy, 0.95);
    m_noiseFloor = (quantile<float>(m_energy, 0.1) - loudness) / 20.0F;
    for (float& value : m_bands)
        value = std::clamp((value - loudness) / 20.0F, -4.0F, 0.6F);
}

std::span<const float, BoundarySound::kBands> BoundarySound::bands(int frame) const
{
    const auto inside = static_cast<std::size_t>(std::clamp(frame, 0, frames() - 1));
    return std::span<const float, kBands>(m_bands.data() + inside * kBands, kBands);
}

void BoundarySound::measureBands(std::span<const float> sound)
{
    double mean = 0.0;
    for (const float value : sound)
        mean += static_cast<double>(value);
    mean /= static_cast<double>(sound.size());
    std::vector<float> emphasised(sound.size());
    for (std::size_t i = 1; i < sound.size(); ++i)
        emphasised[i]
            = sound[i] - kPreemphasis * sound[i - 1] - (1.0F - kPreemphasis) * static_cast<float>(mean);

    SpectrumAnalyser analyser(kWindow);
    const std::vector<MelBand> bands
        = melBands(kBands, analyser.bins(), kSpeechRate / static_cast<double>(analyser.transformSamples()));
    const std::size_t count = sound.size() / kHop + 1;
    m_bands.resize(count * kBands);
    m_energy.resize(count);
    // a unit of 16-bit samples is what the floor of 1 below means; the analyser's powers are of a window of
    // sum 2
    constexpr float kScale = 32768.0F * 32768.0F * (kWindow / 4.0F) * (kWindow / 4.0F);
    std::vector<float> window(kWindow);
    for (std::size_t frame = 0; frame < count; ++frame) {
        const auto first = static_cast<std::ptrdiff_t>(frame * kHop) - kWindow / 2;
        for (std::ptrdiff_t i = 0; i < kWindow; ++i) {
            const std::ptrdiff_t at = first + i;
            const bool isInside = at >= 0 && at < static_cast<std::ptrdiff_t>(emphasised.size());
            window[static_cast<std::size_t>(i)] = isInside ? emphasised[static_cast<std::size_t>(at)] : 0.0F;
        }
        const std::span<const float> powers = analyser.powers(window);
        float sum = 0.0F;
        for (std::size_t b = 0; b < kBands; ++b) {
            float energy = 0.0F;
            for (std::size_t i = 0; i < bands[b].weights.size(); ++i)
                energy += bands[b].weights[i] * powers[bands[b].first + i];
            energy = energy * kScale + 1.0F;
            m_bands[frame * kBands + b] = 10.0F * std::log10(energy);
            sum += energy;
        }
        m_energy[frame] = 10.0F * std::log10(sum / kBands);
    }
}

/// The distance of the mean cepstra of the frames before and behind.
void BoundarySound::measureChange()
{
    std::array<std::array<float, kBands>, kCepstra> cosines{};
    for (int k = 0; k < kCepstra; ++k) {
        for (int b = 0; b < kBands; ++b)
            cosines[k][b] = std::cos(std::numbers::pi_v<float> * static_cast<float>(k)
                                     * (static_cast<float>(b) + 0.5F) / kBands)
                / std::sqrt(static_cast<float>(kBands));
    }
    const int count = frames();
    std::vector<float> cepstra(static_cast<std::size_t>(count) * kCepstra);
    for (int t = 0; t < count; ++t) {
        for (int k = 0; k < kCepstra; ++k) {
            float sum = 0.0F;
            for (int b = 0; b < kBands; ++b)
                sum += m_bands[static_cast<std::size_t>(t * kBands + b)] * cosines[k][b];
            cepstra[static_cast<std::size_t>(t * kCepstra + k)] = sum;
        }
    }
    m_change.resize(static_cast<std::size_t>(count));
    for (int t = 0; t < count; ++t) {
        const int first = std::max(t - kChangeFrames, 0);
        const int end = std::min(t + kChangeFrames + 1, count);
        float squares = 0.0F;
        for (int k = 0; k < kCepstra; ++k) {
            float before = 0.0F;
            float behind = 0.0F;
            for (int i = first; i < t; ++i)
                before += cepstra[static_cast<std::size_t>(i * kCepstra + k)];
            for (int i = t + 1; i < end; ++i)
                behind += cepstra[static_cast<std::size_t>(i * kCepstra + k)];
            const float distance = before / static_cast<float>(std::max(t - first, 1))
                - behind / static_cast<float>(std::max(end - t - 1, 1));
            squares += distance * distance;
        }
        m_change[static_cast<std::size_t>(t)] = std::sqrt(squares);
    }
}

float BoundarySound::energyPercentile(int first, int end, double part) const
{
    first = std::clamp(first, 0, frames() - 1);
    end = std::clamp(end, first + 1, frames());
    return quantile<float>({m_energy.begin() + first, m_energy.begin() + end}, part);
}

double BoundarySound::fastestChange(double time) const
{
    constexpr int kReach = 10; // frames
    constexpr float kFarCosts = 0.6F; // of the change, at the end of the reach
    const int middle = static_cast<int>(std::lround(time * kFramesPerSecond));
    int best = middle;
    float most = -1.0F;
    for (int t = std::max(0, middle - kReach); t < std::min(frames(), middle + kReach + 1); ++t) {
        const float distance = static_cast<float>(std::abs(t - middle)) / kReach;
        const float change = m_change[static_cast<std::size_t>(t)] * (1.0F - kFarCosts * distance);
        if (change > most) {
            most = change;
            best = t;
        }
    }
    return best / kFramesPerSecond;
}

double BoundarySound::onset(double time, double inside) const
{
    return edge(time, inside, true);
}

double BoundarySound::offset(double time, double inside) const
{
    return edge(time, inside, false);
}

/// Walks from the loudest frame of the speech into the silence until 20 ms are near the floor.
double BoundarySound::edge(double time, double inside, bool isOnset) const
{
    constexpr int kReach = 24; // frames
    constexpr int kSilence = 120; // frames in which the floor is looked for
    constexpr int kQuiet = 8; // frames that end the walk
    constexpr float kOverFloor[] = {16.0F, 14.0F}; // dB, at the end and at the start of speech
    const int middle = std::clamp(static_cast<int>(std::lround(time * kFramesPerSecond)), 0, frames() - 1);
    const int other = static_cast<int>(std::lround(inside * kFramesPerSecond));
    const int last = frames() - 1;
    const int low = std::clamp(isOnset ? middle - kReach : std::min(other, middle - 4), 0, last);
    const int high = std::clamp(isOnset ? std::max(other, middle + 4) : middle + kReach, low, last);
    const float floor = isOnset ? energyPercentile(middle - kSilence, std::max(middle, 8), 0.3)
                                : energyPercentile(middle, middle + kSilence, 0.3);
    const auto peak = static_cast<int>(std::max_element(m_energy.begin() + low, m_energy.begin() + high + 1)
                                       - m_energy.begin());
    const float needed
        = std::min(floor + kOverFloor[isOnset ? 1 : 0], m_energy[static_cast<std::size_t>(peak)] - 10.0F);
    int at = peak;
    int quiet = 0;
    const int step = isOnset ? -1 : 1;
    for (int t = peak; t != (isOnset ? low : high) && quiet < kQuiet; t += step) {
        if (m_energy[static_cast<std::size_t>(t)] < needed) {
            ++quiet;
        } else {
            quiet = 0;
            at = t;
        }
    }
    return (isOnset ? at : at + 1) / kFramesPerSecond;
}

}
