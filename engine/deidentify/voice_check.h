#pragma once

#include "engine/core/run_context.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// By how much of a formant is to be moved at least for a voice to count as changed.
inline constexpr double kLeastMove = 0.08;

/// By how much the first two formants of a voice moved: |after − before| / before, the mean of both, in the median of the
/// rows that are louder than half of all. Absent where both sounds have no formants at the same times.
/// @param before, after  at 16 kHz, as long
std::optional<double> formantsMoved(std::span<const float> before, std::span<const float> after);

/// What a listener that knows the voices by their spectra would have of a recording: the mean and deviation of its
/// mel cepstrum without the first coefficient, over its louder half.
std::vector<double> voicePrint(std::span<const float> samples);

struct KnownVoice {
    std::string speaker;
    std::size_t recording = 0;
    std::vector<double> print; ///< of the original
};

/// The share of changed recordings whose nearest original of another recording is the same speaker's, and what chance
/// gives. Absent where no speaker has two recordings, or there is one speaker.
struct SpeakerFound {
    double share = 0.0;
    double chance = 0.0;
    std::size_t recordings = 0;
};
std::optional<SpeakerFound> speakersFound(const std::vector<KnownVoice>& originals, const std::vector<KnownVoice>& changed);

}
