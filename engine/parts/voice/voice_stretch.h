#pragma once

#include "engine/core/feature_rows.h"

#include <span>
#include <string>
#include <vector>

namespace engine {

/// How a voice sounds in a stretch of time.
struct VoiceStretch {
    Interval span; ///< seconds
    double voiced = 0.0; ///< seconds with a voice in it
    std::vector<float> functionals; ///< egemaps88() without `valid`
};

/// @param egemaps25,spectral  soundRows() of one sound, of the same rows
/// @throws ShapeError (`rows_differ`) as egemaps88().
std::vector<VoiceStretch> voiceStretches(const FeatureRows& egemaps25, const FeatureRows& spectral,
                                         std::span<const Interval> spans);

/// All of a sound as one stretch. @throws as voiceStretches().
VoiceStretch wholeStretch(const FeatureRows& egemaps25, const FeatureRows& spectral);

/// The names of VoiceStretch::functionals, by openSMILE.
std::vector<std::string> voiceFunctionalNames();

}
