#pragma once

#include "engine/features/sound/sound_block.h"

namespace engine::sound {

/// The sound of which a voice is measured, without what is there whether somebody speaks or not: offset,
/// rumble and hum are like themselves one period later, so that they would be taken for a voice, or hide one.
/// Both are as long as the block, and nothing in them is delayed.
struct VoiceBand {
    SoundBlock pitch; ///< for pitch, voicing and residual: nothing below 60 Hz; a low voice has its harmonics
    SoundBlock quality; ///< for what filters would change: only what has to go is gone
};

/// Takes the hum of the mains by takeHum(), and what is low by a high pass (Butterworth of order 4, forwards
/// and backwards) of 20 to 120 Hz. Its cutoff is the lowest that leaves pauses quiet: the quietest fifth of
/// the rows 40 dB below the loud ones, or no more than twice the power that the highest cutoff leaves there.
/// A sound that has no pauses whatever the cutoff (less than 13 dB between both) keeps all above 20 Hz.
VoiceBand voiceBand(const SoundBlock& block);

}
