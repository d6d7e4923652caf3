#include "engine/features/sound/egemaps.h"

#include "engine/features/sound/formants.h"
#include "engine/features/sound/frame_spectra.h"
#include "engine/features/sound/harmonic_levels.h"
#include "engine/features/sound/mel_bands.h"
#include "engine/features/sound/period_chain.h"
#include "engine/features/sound/periodicity.h"
#include "engine/features/sound/sound_math.h"
#include "engine/features/sound/spectral_measures.h"

#include <array>

namespace engine::sound {

namespace {

enum Descriptor : std::size_t {
    Loudness,
    AlphaRatio,
    Hammarberg,
    SlopeLow,
    SlopeHigh,
    FluxDescriptor,
    Mfcc1,
    Semitones = Mfcc1 + 4,
    Jitter,
    Shimmer,
    Harmonicity,
    H1MinusH2,
    H1MinusA3,
    Formants,
    Voice = Formants + 9,
    DescriptorCount
};
constexpr std::size_t kPlainlySmoothed = Semitones; ///< the first ten; of the rest, zeros do not count

constexpr float kNoLevel = -201.0F;
constexpr double kHarmonicityWindow = 960.0; ///< samples: 60 ms
constexpr std::size_t kLoudnessBands = 26;

/// How well the ear hears a frequency (Hermansky, Perceptual linear predictive analysis of speech, JASA
/// 1990).
double equalLoudness(double hertz)
{
    const double w2 = std::pow(2.0 * std::numbers::pi * hertz, 2.0);
    return 1e32 * (w2 + 56.8e6) * w2 * w2
        / ((w2 + 6.3e6) * (w2 + 6.3e6) * (w2 + 0.38e9) * (std::pow(w2, 3.5) + 1.7e31));
}

class LoudnessMeter {
public:
    explicit LoudnessMeter(std::size_t bins)
        : m_bands(kLoudnessBands, 20.0, 8000.0, bins, kRate)
        , m_sums(kLoudnessBands)
    {
        for (std::size_t band = 0; band < kLoudnessBands; ++band)
            m_weights.push_back(static_cast<float>(equalLoudness(m_bands.centre(band))));
    }

    float of(std::span<const float> powers)
    {
        m_bands.sums(powers, m_sums);
        float sum = 0.0F;
        for (std::size_t band = 0; band < kLoudnessBands; ++band)
            sum += std::pow(m_weights[band] * m_sums[band], 0.33F);
        return sum / kLoudnessBands;
    }

private:
    MelBands m_bands;
    std::vector<float> m_sums;
    std::vector<float> m_weights;
};

float harmonicityOf(const SoundBlock& block, std::size_t row, float hertz)
{
    const double period = kRate / static_cast<double>(hertz);
    const auto samples = static_cast<std::size_t>(kHarmonicityWindow - period);
    const auto likeness = static_cast<double>(periodicityAt(block, SoundBlock::centre(row), samples,
                                                            static_cast<std::size_t>(period * 0.97),
                                                            static_cast<std::size_t>(period * 1.03) + 1)
                                                  .correlation);
    const double r = std::clamp(likeness, 1e-3, 1.0 - 1e-5);
    return static_cast<float>(10.0 * std::log10(r / (1.0 - r)));
}

/// The level of the strongest harmonic between 0.8 and 1.2 times a frequency; kNoLevel where there is none.
float levelNear(std::span<const float> levels, float pitch, float hertz)
{
    const auto from = static_cast<std::size_t>(std::max(1.0F, std::ceil(0.8F * hertz / pitch)));
    const auto to = std::min(levels.size(), static_cast<std::size_t>(1.2F * hertz / pitch));
    float level = kNoLevel;
    for (std::size_t harmonic = from; harmonic <= to; ++harmonic)
        level = std::max(level, levels[harmonic - 1]);
    return level;
}

void smooth(FeatureMatrix& values)
{
    const FeatureMatrix plain = values;
    for (std::size_t row = 0; row < values.rows; ++row) {
        const std::size_t from = row > 0 ? row - 1 : 0;
        const std::size_t to = std::min(values.rows, row + 2);
        for (std::size_t column = 0; column < Voice; ++column) {
            const bool skipsZeros = column >= kPlainlySmoothed;
            if (skipsZeros && plain.at(row, column) == 0.0F)
                continue;
            float sum = 0.0F;
            float count = 0.0F;
            for (std::size_t at = from; at < to; ++at) {
                sum += plain.at(at, column);
                count += skipsZeros && plain.at(at, column) == 0.0F ? 0.0F : 1.0F;
            }
            values.at(row, column) = sum / count;
        }
    }
}

void setVoice(std::span<float> values, const EgemapsInput& input, std::size_t row,
              std::span<const float> levels, const Irregularity& irregularity,
              std::span<const Formant> formants)
{
    const float hertz = input.pitch.hertz[row];
    values[Semitones] = std::max(1.0F, 12.0F * std::log2(hertz / 27.5F));
    values[Jitter] = std::min(1.0F, irregularity.jitter);
    values[Shimmer] = 20.0F * std::log10(1.0F + std::min(1.0F, irregularity.shimmer));
    values[Harmonicity] = harmonicityOf(input.voice, row, hertz);
    values[Voice] = 1.0F;
    if (levels.size() < 2)
        return;
    const float first = levels[0];
    values[H1MinusH2] = first - levels[1];
    values[H1MinusA3] = std::clamp(first - levelNear(levels, hertz, formants[2].hertz), kNoLevel, -kNoLevel);
    for (std::size_t i = 0; i < 3; ++i)
        values[Formants + 3 * i + 2]
            = std::max(kNoLevel, levelNear(levels, hertz, formants[i].hertz) - first);
}

}

std::vector<FeatureColumn> egemapsColumns()
{
    std::vector<FeatureColumn> columns{{"Loudness_sma3", "1", false},
                                       {"alphaRatio_sma3", "dB"},
                                       {"hammarbergIndex_sma3", "dB"},
                                       {"slope0-500_sma3", "dB/Hz"},
                                       {"slope500-1500_sma3", "dB/Hz"},
                                       {"spectralFlux_sma3", "1", false},
                                       {"mfcc1_sma3"},
                                       {"mfcc2_sma3"},
                                       {"mfcc3_sma3"},
                                       {"mfcc4_sma3"},
                                       {"F0semitoneFrom27.5Hz_sma3nz", "semitone"},
                                       {"jitterLocal_sma3nz"},
                                       {"shimmerLocaldB_sma3nz", "dB"},
                                       {"HNRdBACF_sma3nz", "dB"},
                                       {"logRelF0-H1-H2_sma3nz", "dB", false},
                                       {"logRelF0-H1-A3_sma3nz", "dB", false}};
    for (const char* formant : {"F1", "F2", "F3"}) {
        const std::string name = formant;
        columns.push_back({name + "frequency_sma3nz", "Hz"});
        columns.push_back({name + "bandwidth_sma3nz", "Hz", false});
        columns.push_back({name + "amplitudeLogRelF0_sma3nz", "dB", false});
    }
    columns.push_back({"valid"});
    return columns;
}

FeatureMatrix egemaps(const EgemapsInput& input)
{
    const std::vector<Irregularity> irregular
        = irregularities(voicePeriods(input.voice, input.pitch), input.block.rows());
    LoudnessMeter loudness(input.spectra.columns);
    FormantFinder finder(input.voice);
    HarmonicLevels harmonics;
    FeatureMatrix result(input.block.rows(), DescriptorCount);
    for (std::size_t row = 0; row < result.rows; ++row) {
        const auto values = result.row(row);
        const auto measure
            = [&](Spectral column) { return input.measures.at(row, static_cast<std::size_t>(column)); };
        values[Loudness] = loudness.of(input.spectra.row(row));
        values[AlphaRatio] = measure(Spectral::AlphaRatioDb);
        values[Hammarberg] = measure(Spectral::HammarbergDb);
        values[SlopeLow] = measure(Spectral::Slope0To500) / 1000.0F;
        values[SlopeHigh] = measure(Spectral::Slope500To1500) / 1000.0F;
        values[FluxDescriptor] = measure(Spectral::FluxTo5000);
        for (std::size_t i = 1; i <= 4; ++i) {
            const double lifter = 1.0 + 11.0 * std::sin(std::numbers::pi * static_cast<double>(i) / 22.0);
            values[Mfcc1 + i - 1] = static_cast<float>(lifter) * input.cepstra.at(row, i);
        }
        const std::array<Formant, 3> formants = finder.of(row);
        for (std::size_t i = 0; i < formants.size(); ++i) {
            values[Formants + 3 * i] = formants[i].hertz;
            values[Formants + 3 * i + 1] = formants[i].bandwidth;
            values[Formants + 3 * i + 2] = kNoLevel;
        }
        if (input.pitch.isVoiced[row])
            setVoice(values, input, row, harmonics.of(input.voice, row, input.pitch.hertz[row]),
                     irregular[row], formants);
    }
    smooth(result);
    return result;
}

}
