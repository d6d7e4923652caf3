#pragma once

#include "engine/features/sound/pitch.h"
#include "engine/features/sound/sound_block.h"

#include <span>
#include <vector>

namespace engine::sound {

/// What one closing of the glottis is like.
struct VoicePulse {
    std::size_t at = 0; ///< sample of the closure
    float period = 0.0F; ///< samples to the next
    float naq = 0.0F; ///< amplitude of the flow over (largest fall of its derivative × period)
    float qoq = 0.0F; ///< part of the period in which the flow is above half of its amplitude
    float h1h2 = 0.0F; ///< dB by which the first harmonic of the flow's derivative is above the second
    float psp
        = 0.0F; ///< steepness of the flow's spectrum at its lowest harmonics, over that of a steady flow
};

/// NAQ (Alku, Bäckström and Vilkman, Normalized amplitude quotient, JASA 2002), QOQ (Hacki 1989), H1−H2 and
/// PSP (Alku, Strik and Vilkman, Parabolic spectral parameter, Speech Communication 1997) of each pulse in
/// voiced rows.
std::vector<VoicePulse> voicePulses(const SoundBlock& block, std::span<const float> residual,
                                    const Pitch& pitch);

}
