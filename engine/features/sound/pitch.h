#pragma once

#include "engine/features/sound/sound_block.h"

#include <span>
#include <vector>

namespace engine::sound {

/// The pitch of each row of a block.
struct Pitch {
    std::vector<float> hertz; ///< a value in unvoiced rows too
    std::vector<float> strength; ///< of the harmonics in the residual
    std::vector<float> correlation; ///< of one period of the sound with the next
    std::vector<bool> isVoiced;
    float usual = 0.0F; ///< the voiced rows' median in Hz; 0 where no row is voiced
};

/// Summation of residual harmonics (Drugman and Alwan, Joint robust voicing detection and pitch estimation
/// based on residual harmonics, Interspeech 2011) of 100 ms under a Blackman window, 50 to 500 Hz; its peaks
/// are told apart, and made exact, by the sound's normalised cross-correlation with itself one period later.
/// In a second pass the pitch lies within 0.5 and 2 times the median. A row is voiced when harmonics and
/// correlation are strong enough and it is less than 50 dB below the block's loudest, and 10 dB above its
/// pauses: its quietest tenth, where that is 32 dB or more below what is loud.
/// @param voice     VoiceBand::pitch: rumble and hum are periodic enough to be taken for a voice
/// @param residual  predictionResidual() of it
Pitch pitchOf(const SoundBlock& voice, std::span<const float> residual);

}
