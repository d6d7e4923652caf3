#pragma once

#include "engine/core/interval.h"
#include "engine/media/peak_pyramid.h"

#include <vector>

namespace engine {

struct SpeechOptions {
    double shortestPause = 0.5; ///< seconds: a shorter one parts nothing
    double shortestSpeech = 0.25; ///< seconds: shorter sounds are clicks
    double margin = 0.1; ///< seconds that each span gets before and after, at most half of a pause
};

/// The spans between pauses, by the loudness of the sound (SoundLevels::speechThreshold()). Empty where
/// nothing stands out of the silence.
std::vector<Interval> speechSpans(const PeakPyramid& sound, const SpeechOptions& options = {});

}
