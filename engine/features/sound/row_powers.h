#pragma once

#include "engine/features/sound/sound_block.h"

#include <span>
#include <vector>

namespace engine::sound {

/// The mean square of the 400 samples around each row's middle.
std::vector<float> rowPowers(const SoundBlock& block);

}
