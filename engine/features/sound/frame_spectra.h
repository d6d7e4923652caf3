#pragma once

#include "engine/core/matrix_view.h"
#include "engine/features/sound/sound_block.h"

namespace engine::sound {

inline constexpr std::size_t kFrame = 400; ///< samples of a frame: 25 ms
inline constexpr std::size_t kTransform = 512;
inline constexpr double kHertzPerBin = kRate / static_cast<double>(kTransform);

/// The spectrum that most columns are made of: |FFT|² of 512 points of each row's 400 samples under a
/// symmetric Hamming window; sample 200 of them lies on the middle of the row. @return rows × 257
FeatureMatrix frameSpectra(const SoundBlock& block);

/// ln(sum + 1e-10) of 26 mel bands, 20 to 8000 Hz. @param spectra  frameSpectra(). @return rows × 26
FeatureMatrix logMel(MatrixView spectra);

/// The orthonormal DCT-II of 26 bands, 13 × 26.
const FeatureMatrix& cosineTransform();

/// Coefficients 0 to 12 of the orthonormal cosine transform (DCT-II) of logMel(), without a lifter. @return
/// rows × 13
FeatureMatrix cepstra(MatrixView logMel);

}
