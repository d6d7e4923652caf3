#include "tests/support/noise.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace engine::test {

namespace {

double power(std::span<const float> sound)
{
    double sum = 0.0;
    for (const float value : sound)
        sum += static_cast<double>(value) * static_cast<double>(value);
    return sum / static_cast<double>(std::max<std::size_t>(1, sound.size()));
}

/// Mean power of the 10 ms frames that are within 35 dB of the loudest.
double powerOfSpeech(std::span<const float> speech)
{
    constexpr std::size_t kFrame = 160;
    std::vector<double> frames;
    for (std::size_t i = 0; i + kFrame <= speech.size(); i += kFrame)
        frames.push_back(power(speech.subspan(i, kFrame)));
    const double loudest = frames.empty() ? 0.0 : *std::ranges::max_element(frames);
    double sum = 0.0;
    std::size_t count = 0;
    for (const double frame : frames) {
        if (frame > loudest * std::pow(10.0, -3.5)) {
            sum += frame;
            ++count;
        }
    }
    return count > 0 ? sum / static_cast<double>(count) : 0.0;
}

constexpr int kHarmonics = 11; ///< of 50 Hz
constexpr std::size_t kClick = 160; ///< samples
constexpr double kClicksPerSecond = 5.0;
constexpr std::size_t kVoices = 8;

}

std::vector<float> withNoise(std::span<const float> speech, Noise noise, double ratio, std::uint32_t seed,
                             std::span<const std::vector<float>> others)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> added(speech.size());
    switch (noise) {
    case Noise::White:
        std::ranges::generate(added, [&] { return normal(random); });
        break;
    case Noise::Hum:
        for (std::size_t i = 0; i < added.size(); ++i) {
            for (int harmonic = 1; harmonic <= kHarmonics; ++harmonic)
                added[i] += static_cast<float>(
                    std::sin(2 * std::numbers::pi * 50.0 * harmonic * static_cast<double>(i) / 16000.0
                             + harmonic)
                    / harmonic);
        }
        break;
    case Noise::Clicks:
        for (int click = 0;
             click < static_cast<int>(kClicksPerSecond * static_cast<double>(speech.size()) / 16000.0);
             ++click) {
            const std::size_t at
                = random() % std::max<std::size_t>(1, added.size() - std::min(added.size(), kClick));
            for (std::size_t i = 0; i < kClick && at + i < added.size(); ++i)
                added[at + i] += normal(random) * std::exp(-static_cast<float>(i) / 32.0F);
        }
        break;
    case Noise::Babble:
        for (std::size_t voice = 0; voice < kVoices && !others.empty(); ++voice) {
            const std::vector<float>& other = others[random() % others.size()];
            const std::size_t offset = random() % other.size();
            const auto level = static_cast<float>(1.0 / std::sqrt(power(other) + 1e-12));
            for (std::size_t i = 0; i < added.size(); ++i)
                added[i] += level * other[(offset + i) % other.size()];
        }
        break;
    }
    const double wanted = powerOfSpeech(speech) * std::pow(10.0, -ratio / 10.0);
    const auto scale = static_cast<float>(std::sqrt(wanted / (power(added) + 1e-12)));
    float peak = 1.0F;
    for (std::size_t i = 0; i < added.size(); ++i) {
        added[i] = speech[i] + scale * added[i];
        peak = std::max(peak, std::abs(added[i]));
    }
    for (float& value : added)
        value /= peak; // nothing is clipped
    return added;
}

}
