#include "engine/features/sound/block_features.h"

#include "engine/features/sound/covarep.h"
#include "engine/features/sound/egemaps.h"
#include "engine/features/sound/frame_spectra.h"
#include "engine/features/sound/linear_prediction.h"
#include "engine/features/sound/spectral_measures.h"
#include "engine/features/sound/voice_band.h"

#include <string>

namespace engine::sound {

namespace {

std::vector<FeatureColumn> numbered(const std::string& name, std::size_t count)
{
    std::vector<FeatureColumn> columns;
    for (std::size_t i = 0; i < count; ++i)
        columns.push_back({name + "_" + std::to_string(i)});
    return columns;
}

/// The rows that are handed over, of a matrix that may have further columns for other sets.
FeatureRows cut(std::vector<FeatureColumn> columns, const FeatureMatrix& values, std::size_t first,
                std::size_t count, std::size_t firstOfFile)
{
    FeatureRows rows{std::move(columns), {}, FeatureMatrix(count, 0)};
    rows.values = FeatureMatrix(count, rows.columns.size());
    for (std::size_t row = 0; row < count; ++row) {
        const auto from = values.row(first + row).first(rows.columns.size());
        std::copy(from.begin(), from.end(), rows.values.row(row).begin());
        const auto number = static_cast<double>(firstOfFile + row);
        rows.intervals.push_back({number / 100.0, (number + 1.0) / 100.0});
    }
    return rows;
}

const std::vector<FeatureColumn> kSpectralColumns{{"rms_db", "dB"},
                                                  {"zcr"},
                                                  {"alpha_ratio_db", "dB"},
                                                  {"hammarberg_db", "dB"},
                                                  {"slope_0_500_db_per_khz", "dB/kHz"},
                                                  {"slope_500_1500_db_per_khz", "dB/kHz"},
                                                  {"centroid_hz", "Hz"},
                                                  {"spread_hz", "Hz"},
                                                  {"rolloff85_hz", "Hz"},
                                                  {"flux"},
                                                  {"flatness"}};

}

SoundRows BlockFeatures::rows(const SoundBlock& block, std::size_t first, std::size_t count,
                              std::size_t firstOfFile) const
{
    SoundRows result;
    const auto take = [&](std::vector<FeatureColumn> columns, const FeatureMatrix& values) {
        return cut(std::move(columns), values, first, count, firstOfFile);
    };
    const FeatureMatrix spectra = frameSpectra(block);
    const FeatureMatrix mel = logMel(spectra);
    const FeatureMatrix cepstrum = cepstra(mel);
    const FeatureMatrix measures = spectralMeasures(block, spectra);
    if (m_sets.covarep74 || m_sets.egemaps25) {
        const VoiceBand voice = voiceBand(block);
        const std::vector<float> residual = predictionResidual(voice.pitch);
        const Pitch pitch = pitchOf(voice.pitch, residual);
        if (m_sets.covarep74)
            result.covarep74 = take(covarepColumns(), covarep(block, voice.quality, residual, pitch));
        if (m_sets.egemaps25)
            result.egemaps25
                = take(egemapsColumns(), egemaps({block, voice.quality, spectra, measures, cepstrum, pitch}));
    }
    if (m_sets.spectral)
        result.spectral = take(kSpectralColumns, measures);
    if (m_sets.logmel)
        result.logmel = take(numbered("logmel", mel.columns), mel);
    if (m_sets.mfcc)
        result.mfcc = take(numbered("mfcc", cepstrum.columns), cepstrum);
    return result;
}

}
