#include "engine/features/sound/voice_band.h"

#include "engine/features/sound/mains_hum.h"
#include "engine/features/sound/row_powers.h"
#include "engine/features/sound/zero_phase.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <array>

namespace engine::sound {

namespace {

constexpr std::array kCutoffs{20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 105.0, 120.0}; ///< Hz
constexpr double kPitchCutoff = 60.0;
constexpr int kCutOrder = 4;
constexpr float kPauseRows = 0.2F;
constexpr float kLoudRows = 0.9F;
constexpr float kQuietPause = 1e-4F; ///< of the loud rows' power
constexpr float kNoisyPause = 0.05F; ///< what is louder is no pause
constexpr float kLittleMore = 2.0F; ///< times what the highest cutoff leaves

SoundBlock cutBelow(const SoundBlock& block, double hertz)
{
    return {highPassedAtRest(block.samples, hertz, kCutOrder)};
}

double neededCutoff(const SoundBlock& block)
{
    const std::vector<float> least = rowPowers(cutBelow(block, kCutoffs.back()));
    if (least.empty())
        return kCutoffs.front();
    const float leastPause = lowerQuantile(least, kPauseRows);
    if (leastPause > kNoisyPause * lowerQuantile(least, kLoudRows))
        return kCutoffs.front();
    for (const double cutoff : kCutoffs) {
        const std::vector<float> powers = rowPowers(cutBelow(block, cutoff));
        const float pause = lowerQuantile(powers, kPauseRows);
        if (pause <= kQuietPause * lowerQuantile(powers, kLoudRows) || pause <= kLittleMore * leastPause)
            return cutoff;
    }
    return kCutoffs.back();
}

}

VoiceBand voiceBand(const SoundBlock& block)
{
    SoundBlock low = cutBelow(block, kPitchCutoff);
    if (takeHum(low)) {
        const double cutoff = neededCutoff(low);
        SoundBlock band = cutoff > kPitchCutoff ? cutBelow(low, cutoff) : std::move(low);
        return {band, band};
    }
    const double cutoff = neededCutoff(block);
    SoundBlock quality = cutBelow(block, cutoff);
    if (cutoff > kPitchCutoff)
        low = quality;
    return {std::move(low), std::move(quality)};
}

}
