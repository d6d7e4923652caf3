#pragma once

#include "engine/features/sound/sound_block.h"

namespace engine::sound {

/// Takes the hum of the mains, 50 or 60 Hz within one percent and all harmonics, from a block whose rumble is
/// gone. The course of its period is learnt in windows of four seconds, mostly where the sound is quiet, and
/// subtracted. The block stays as it is where less than half of the power of its quietest fifth is hum. So
/// does a voice that holds such a tone: a sound without pauses (its quietest fifth less than 4 dB below the
/// loudest twentieth), or one whose loudest rows are little else. Blocks below half a second stay too.
/// @return whether there was hum
bool takeHum(SoundBlock& block);

}
