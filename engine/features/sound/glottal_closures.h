#pragma once

#include "engine/features/sound/sound_block.h"

#include <cstddef>
#include <span>
#include <vector>

namespace engine::sound {

/// Whether the recording is upside down: in an upright one the residual's peaks are positive, as the flow's
/// derivative returns abruptly from its fall.
bool isUpsideDown(std::span<const float> residual);

/// The samples at which the glottis closes, in rising order, by SEDREAMS (Drugman, Thomas, Gudnason, Naylor
/// and Dutoit, Detection of glottal closure instants from speech signals, IEEE TASLP 2012): in each cycle of
/// the sound's moving mean, the residual's peak. Meaningless where there is no voice.
///
/// @param residual     predictionResidual() of the block.
/// @param usualHertz   of the voice, above 0.
std::vector<std::size_t> glottalClosures(const SoundBlock& block, std::span<const float> residual,
                                         float usualHertz);

}
