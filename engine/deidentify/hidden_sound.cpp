#include "engine/deidentify/hidden_sound.h"

#include "engine/core/seeded_draws.h"
#include "engine/features/sound/sound_block.h"
#include "engine/features/sound/voice_change.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engine {

namespace {

constexpr double kBeepHertz = 1000.0;
constexpr double kBeepPeak = 0.1; // −20 dBFS
constexpr double kRamp = 0.01; // seconds

std::span<float> samplesOf(std::span<float> samples, Interval span)
{
    const auto at = [&](double seconds) {
        return static_cast<std::size_t>(
            std::clamp(seconds * sound::kRate, 0.0, static_cast<double>(samples.size())));
    };
    const std::size_t first = at(span.start);
    return samples.subspan(first, std::max(first, at(span.end)) - first);
}

}

void beep(std::span<float> samples, Interval span)
{
    const std::span<float> heard = samplesOf(samples, span);
    for (std::size_t i = 0; i < heard.size(); ++i) {
        const double since = static_cast<double>(i) / sound::kRate, left = static_cast<double>(heard.size() - i) / sound::kRate;
        const double ramp = std::min(1.0, std::min(since, left) / kRamp);
        heard[i] = static_cast<float>(kBeepPeak * ramp * std::sin(2 * std::numbers::pi * kBeepHertz * since));
    }
}

void silence(std::span<float> samples, Interval span)
{
    std::ranges::fill(samplesOf(samples, span), 0.0F);
}

double drawnCoefficient(std::uint64_t seed, std::size_t recording, std::size_t attempt)
{
    std::mt19937_64 random(seed * 1'000'003 + recording);
    random.discard(8 + 4 * attempt);
    return drawnShare<double>(random) < 0.5 ? drawnBetween(0.75, 0.88, random) : drawnBetween(1.14, 1.3, random);
}

std::vector<float> hiddenSound(std::vector<float> samples, VoiceCover cover, double coefficient,
                               const std::vector<Interval>& beeps, const RunContext& run)
{
    if (cover == VoiceCover::Mute)
        std::ranges::fill(samples, 0.0F);
    else if (cover != VoiceCover::Keep)
        samples = sound::changedVoice(samples, coefficient, run);
    for (const Interval& span : beeps)
        beep(samples, span);
    return samples;
}

}
