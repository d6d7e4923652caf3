#include "engine/features/sound/covarep.h"

#include "engine/features/sound/mel_cepstrum.h"
#include "engine/features/sound/octave_wavelets.h"
#include "engine/features/sound/phase_distortion.h"
#include "engine/features/sound/sound_math.h"
#include "engine/features/sound/voice_pulses.h"

#include <algorithm>
#include <string>

namespace engine::sound {

namespace {

enum Column : std::size_t {
    F0,
    Voicing,
    Naq,
    Qoq,
    H1H2,
    Psp,
    Mdq,
    PeakSlope,
    Rd,
    RdConfidence,
    Creak,
    MelCepstra,
    Phases = MelCepstra + MelCepstrum::kOrder + 1,
    Valid = Phases + 38,
    ColumnCount
};

constexpr double kNaqPerRd = 0.11; ///< by the definition of Rd
constexpr double kLeastRd = 0.3;
constexpr double kMostRd = 2.7;

double rdOf(const VoicePulse& pulse)
{
    return std::clamp(static_cast<double>(pulse.naq) / kNaqPerRd, kLeastRd, kMostRd);
}

/// How little Rd changes over five pulses: 1 where not at all, 0 where by its half or more.
double rdConfidence(std::span<const VoicePulse> pulses, std::size_t pulse)
{
    const std::size_t from = pulse >= 2 ? pulse - 2 : 0;
    const std::size_t to = std::min(pulses.size(), pulse + 3);
    double sum = 0.0;
    double square = 0.0;
    for (std::size_t i = from; i < to; ++i) {
        sum += rdOf(pulses[i]);
        square += rdOf(pulses[i]) * rdOf(pulses[i]);
    }
    const double mean = sum / static_cast<double>(to - from);
    const double deviation = std::sqrt(std::max(0.0, square / static_cast<double>(to - from) - mean * mean));
    return std::clamp(1.0 - 2.0 * deviation / mean, 0.0, 1.0);
}

/// Our own rule for creaky voice, the mean of three signs, each from 0 to 1: periods longer than 1/90 s (full
/// at 1/50 s), residual peaks that stand out by more than 4 times their period's mean (full at 10), and
/// periods that differ from the next by more than 5 % (full at 25 %).
double creak(std::span<const VoicePulse> pulses, std::size_t pulse, std::span<const float> residual)
{
    const VoicePulse& here = pulses[pulse];
    const double hertz = kRate / static_cast<double>(here.period);
    const double low = std::clamp((90.0 - hertz) / 40.0, 0.0, 1.0);
    const auto half = static_cast<std::size_t>(here.period / 2);
    const std::size_t from = here.at > half ? here.at - half : 0;
    const std::size_t to = std::min(residual.size(), here.at + half + 1);
    double sum = 1e-12;
    for (std::size_t i = from; i < to; ++i)
        sum += std::abs(static_cast<double>(residual[i]));
    const double prominence
        = std::abs(static_cast<double>(residual[here.at])) * static_cast<double>(to - from) / sum;
    const double change = pulse + 1 < pulses.size()
            && pulses[pulse + 1].at - here.at < 2 * static_cast<std::size_t>(here.period)
        ? std::abs(static_cast<double>(pulses[pulse + 1].period / here.period) - 1.0)
        : 0.0;
    return (low + std::clamp((prominence - 4.0) / 6.0, 0.0, 1.0)
            + std::clamp((change - 0.05) / 0.2, 0.0, 1.0))
        / 3.0;
}

/// The nearest pulse to a row's middle, within one and a half periods; pulses.size() where there is none.
std::size_t nearestPulse(std::span<const VoicePulse> pulses, std::size_t row)
{
    const std::ptrdiff_t middle = SoundBlock::centre(row);
    const auto distance
        = [&](const VoicePulse& pulse) { return std::abs(static_cast<std::ptrdiff_t>(pulse.at) - middle); };
    auto found = std::lower_bound(pulses.begin(), pulses.end(), middle,
                                  [](const VoicePulse& pulse, std::ptrdiff_t at) {
                                      return static_cast<std::ptrdiff_t>(pulse.at) < at;
                                  });
    if (found == pulses.end() || (found != pulses.begin() && distance(*(found - 1)) <= distance(*found))) {
        if (found == pulses.begin())
            return pulses.size();
        --found;
    }
    const bool isNear = static_cast<float>(distance(*found)) <= 1.5F * found->period;
    return isNear ? static_cast<std::size_t>(found - pulses.begin()) : pulses.size();
}

}

std::vector<FeatureColumn> covarepColumns()
{
    std::vector<FeatureColumn> columns{{"F0", "Hz"},
                                       {"VUV"},
                                       {"NAQ"},
                                       {"QOQ"},
                                       {"H1H2", "dB"},
                                       {"PSP", "1", false},
                                       {"MDQ", "1", false},
                                       {"peakSlope", "1", false},
                                       {"Rd_from_naq"},
                                       {"Rd_conf_rule", "1", false},
                                       {"creak_rule", "1", false}};
    const auto add = [&](const char* name, std::size_t count, const char* unit, bool isVerified) {
        for (std::size_t i = 0; i < count; ++i)
            columns.push_back({name + std::to_string(i), unit, isVerified});
    };
    add("MCEP_", 25, "1", true);
    add("HMPDM_approx_", 25, "rad", false);
    add("HMPDD_approx_", 13, "1", false);
    columns.push_back({"valid"});
    return columns;
}

FeatureMatrix covarep(const SoundBlock& block, const SoundBlock& voice, std::span<const float> residual,
                      const Pitch& pitch)
{
    const FeatureMatrix melCepstra = MelCepstrum().of(block);
    const FeatureMatrix phases = phaseDistortion(block, pitch, melCepstra);
    const std::vector<float> slopes = peakSlopes(OctaveWavelets::of(block.samples), block.rows());
    const std::vector<VoicePulse> pulses = voicePulses(voice, residual, pitch);
    const std::vector<float> dispersions = maximaDispersions(OctaveWavelets::of(residual), pulses);
    FeatureMatrix result(block.rows(), ColumnCount);
    for (std::size_t row = 0; row < result.rows; ++row) {
        const auto values = result.row(row);
        values[F0] = pitch.hertz[row];
        values[Voicing] = pitch.isVoiced[row] ? 1.0F : 0.0F;
        values[PeakSlope] = slopes[row];
        const auto cepstrum = melCepstra.row(row);
        std::copy(cepstrum.begin(), cepstrum.end(), values.begin() + MelCepstra);
        const auto phase = phases.row(row);
        std::copy(phase.begin(), phase.end(), values.begin() + Phases);
        const std::size_t pulse = pitch.isVoiced[row] ? nearestPulse(pulses, row) : pulses.size();
        if (pulse == pulses.size())
            continue;
        values[Naq] = pulses[pulse].naq;
        values[Qoq] = pulses[pulse].qoq;
        values[H1H2] = pulses[pulse].h1h2;
        values[Psp] = pulses[pulse].psp;
        values[Mdq] = dispersions[pulse];
        values[Rd] = static_cast<float>(rdOf(pulses[pulse]));
        values[RdConfidence] = static_cast<float>(rdConfidence(pulses, pulse));
        values[Creak] = static_cast<float>(creak(pulses, pulse, residual));
        values[Valid] = 1.0F;
    }
    return result;
}

}
