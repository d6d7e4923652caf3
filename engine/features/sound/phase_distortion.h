#pragma once

#include "engine/core/matrix_view.h"
#include "engine/features/sound/pitch.h"

namespace engine::sound {

/// How the phases of neighbouring harmonics differ from those of one pulse, after the phase of the mel
/// cepstrum's minimum phase filter is taken off (after Degottex and Erro, A uniform phase representation for
/// the harmonic model, EURASIP 2014; scales and windows are our own).
///
/// Columns 0 to 24: circular mean within ±20 ms at 25 points, from harmonic 1 to 64 on a logarithmic scale,
/// in radians. Columns 25 to 37: coefficients 0 to 12 of the cosine transform of the circular deviation
/// within ±20 ms in 26 mel bands. 0 in unvoiced rows.
/// @param melCepstra  rows × 25. @return rows × 38
FeatureMatrix phaseDistortion(const SoundBlock& block, const Pitch& pitch, MatrixView melCepstra);

}
