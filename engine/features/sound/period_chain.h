#pragma once

#include "engine/features/sound/pitch.h"

#include <vector>

namespace engine::sound {

/// One period of a voice, found by the likeness of the sound to itself.
struct VoicePeriod {
    double start = 0.0; ///< samples
    double length = 0.0; ///< samples
    float amplitude = 0.0F; ///< from the lowest to the highest sample
    bool followsOn = false; ///< the last one in the list ends where this begins
};

/// The periods of all voiced runs, in order.
std::vector<VoicePeriod> voicePeriods(const SoundBlock& block, const Pitch& pitch);

/// How much periods and amplitudes differ from the next within 30 ms of each row's middle.
struct Irregularity {
    float jitter = 0.0F; ///< mean difference of periods over their mean (local)
    float shimmer = 0.0F; ///< as `jitter`, of amplitudes
    bool isMeasured = false; ///< there are at least three periods
};
std::vector<Irregularity> irregularities(std::span<const VoicePeriod> periods, std::size_t rows);

}
