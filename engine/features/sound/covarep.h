#pragma once

#include "engine/core/feature_rows.h"
#include "engine/features/sound/pitch.h"

namespace engine::sound {

/// COVAREP's 74 columns in its order, and `valid`: 1 where a voice's pulse is so near that NAQ to creak were
/// measured on it; elsewhere these are 0. The names of approximations say so.
std::vector<FeatureColumn> covarepColumns();

/// @param voice     the block's VoiceBand::quality, of which the voice is measured; the spectrum is the
/// block's
/// @param residual  predictionResidual() of its VoiceBand::pitch. @return rows × 75
FeatureMatrix covarep(const SoundBlock& block, const SoundBlock& voice, std::span<const float> residual,
                      const Pitch& pitch);

}
