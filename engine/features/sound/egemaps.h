#pragma once

#include "engine/core/feature_rows.h"
#include "engine/core/matrix_view.h"
#include "engine/features/sound/pitch.h"

namespace engine::sound {

/// The 25 low-level descriptors of eGeMAPSv02 (Eyben et al., The Geneva minimalistic acoustic parameter set,
/// IEEE TAFFC 2016) by openSMILE's names, measured by our own means, and `valid`: 1 where there is a voice.
std::vector<FeatureColumn> egemapsColumns();

/// What the rows share with other sets.
struct EgemapsInput {
    const SoundBlock& block;
    const SoundBlock& voice; ///< VoiceBand::quality, of which pitch to formants are measured
    MatrixView spectra; ///< frameSpectra()
    MatrixView measures; ///< spectralMeasures()
    MatrixView cepstra; ///< cepstra()
    const Pitch& pitch;
};

/// @return rows × 26, smoothed over three rows as the names say: `sma3` their mean, `sma3nz` the mean of
/// those that are not 0, and 0 where the row itself is
FeatureMatrix egemaps(const EgemapsInput& input);

}
