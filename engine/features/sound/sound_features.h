#pragma once

#include "engine/core/feature_rows.h"
#include "engine/core/run_context.h"
#include "engine/media/media_file.h"

#include <functional>
#include <memory>
#include <span>

namespace engine {

/// Which sets of sound features are wanted. What each column is: docs/features.md.
struct SoundSets {
    bool covarep74 = false; ///< voice, mel cepstrum and phase in COVAREP's order, then `valid`
    bool egemaps25 = false; ///< low-level descriptors of eGeMAPSv02, then `valid`
    bool spectral = false; ///< level, tilt and shape of the spectrum
    bool logmel = false; ///< 26 mel bands
    bool mfcc = false; ///< 13 coefficients of the same

    friend bool operator==(const SoundSets&, const SoundSets&) = default;
};

/// The rows of the sets that were wanted, the others empty: 100 a second, row i covering [i, i + 1) × 10 ms,
/// as many as fit into the sound whole. Values are finite.
struct SoundRows {
    FeatureRows covarep74;
    FeatureRows egemaps25;
    FeatureRows spectral;
    FeatureRows logmel;
    FeatureRows mfcc;
};

/// Sound features of a file of any length in bounded memory (about 60 MB): sound goes in as it is decoded,
/// rows come out, some 30 s at a time. The rows do not depend on how the sound was cut for add().
///
/// The sound is analysed in stretches of 30 s with half a second around them; a voice's usual pitch is that
/// of its stretch.
class SoundAnalysis {
public:
    using Taker = std::function<void(const SoundRows&)>;

    /// @param take  receives the rows, in order; every call's sets have as many.
    SoundAnalysis(SoundSets sets, Taker take);
    ~SoundAnalysis();

    /// The next samples: 16 kHz mono, 1 being full scale; what is not finite counts as 0.
    void add(std::span<const float> sound16k);
    /// Analyses the rest. Nothing can be added afterwards.
    void finish();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The rows of a whole sound in memory. @throws Cancelled
SoundRows soundRows(std::span<const float> sound16k, SoundSets sets, const RunContext& run = {});

/// The same of a file's sound, from its timeline's zero on, handed over piece by piece.
/// @throws IoError (`file_not_found`, `not_media`, `no_audio`, `io`); Cancelled.
void takeSoundRows(const MediaFile& file, SoundSets sets, const SoundAnalysis::Taker& take,
                   const RunContext& run = {});

/// `egemaps25` and `spectral` of a file's sound: what the functionals are made of. @throws as takeSoundRows().
SoundRows voiceRowsOf(const MediaFile& file, const RunContext& run = {});

}
