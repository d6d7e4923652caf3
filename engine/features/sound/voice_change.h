#pragma once

#include "engine/core/run_context.h"

#include <span>
#include <vector>

namespace engine::sound {

/// Changes a voice by moving its formants: linear prediction of order 20 over 20 ms under the root of a Hann
/// window, 10 ms apart; each pole's angle φ becomes φ^coefficient (radians), the same residual goes through
/// the new filter at the frame's old energy (McAdams coefficient; Patino et al., Speaker anonymisation using
/// the McAdams coefficient, Interspeech 2021). Pitch, energy and times stay; the last frame that does not
/// fit is left silent.
///
/// @param samples      N at 16 kHz, 1 being full scale
/// @param coefficient  > 0; 1: formants stay. Usual are 0.75 to 0.88 and 1.14 to 1.3
/// @return             N samples
/// @throws ShapeError (`bad_coefficient`); Cancelled.
std::vector<float> changedVoice(std::span<const float> samples, double coefficient,
                                const RunContext& run = {});

}
