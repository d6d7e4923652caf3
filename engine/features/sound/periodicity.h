#pragma once

#include "engine/features/sound/sound_block.h"

#include <span>
#include <vector>

namespace engine::sound {

/// How much one period of the sound is like the next.
struct Periodicity {
    float correlation = 0.0F; ///< −1…1, of the sound with itself one period later
    float period = 0.0F; ///< samples, where the correlation is largest
};

/// The largest normalised cross-correlation of `samples` samples around `middle` with those one lag later,
/// over lags from `shortest` to `longest` (in samples; both pieces lie around the middle). Between lags, a
/// parabola.
Periodicity periodicityAt(const SoundBlock& block, std::ptrdiff_t middle, std::size_t samples,
                          std::size_t shortest, std::size_t longest);

}
