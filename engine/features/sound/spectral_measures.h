#pragma once

#include "engine/core/matrix_view.h"
#include "engine/features/sound/sound_block.h"

namespace engine::sound {

/// Columns of spectralMeasures().
enum class Spectral {
    RmsDb, ///< 10 log10(mean square + 1e-10) of the row's 400 samples
    ZeroCrossings, ///< changes of sign per sample
    AlphaRatioDb, ///< 10 log10 of the power of 1000–5000 Hz over that of 50–1000 Hz
    HammarbergDb, ///< 10 log10 of the largest power below 2000 Hz over that of 2000–5000 Hz
    Slope0To500, ///< dB per kHz, least squares through 10 log10(S + 1e-10)
    Slope500To1500,
    CentroidHz, ///< mean of the frequency, weighted by power
    SpreadHz, ///< standard deviation of the same
    Rolloff85Hz, ///< below it lie 85 % of the power
    Flux, ///< length of the difference between two rows' magnitudes, each divided by its sum; 0 in the first
          ///< row
    Flatness, ///< geometric mean of the power over its mean
    MeanSquare, ///< of the row's 400 samples
    FluxTo5000, ///< root mean square difference of two rows' magnitudes up to 5000 Hz, not normalised
    Count
};

/// @param spectra  frameSpectra() of the block. @return rows × Spectral::Count; 0 where a row is digital
/// silence and a ratio has no meaning.
FeatureMatrix spectralMeasures(const SoundBlock& block, MatrixView spectra);

}
