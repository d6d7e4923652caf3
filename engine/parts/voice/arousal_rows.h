#pragma once

#include "engine/core/feature_rows.h"
#include "engine/parts/voice/arousal_model.h"

namespace engine {

/// Columns of arousalRows(): `arousal`; `voiced`, in seconds of the two that were heard; `known`, 1 where the
/// voice is compared with how it usually sounds in the recording.
std::vector<FeatureColumn> arousalColumns();

/// How roused the voice of a recording sounds, a row for each second, by the two seconds around its middle; 0
/// where there is no voice. Whoever speaks counts as one voice.
/// @param egemaps25,spectral  soundRows() of the whole recording. @throws as voiceStretches().
FeatureRows arousalRows(const FeatureRows& egemaps25, const FeatureRows& spectral, const ArousalModel& model);

/// Stretches of two seconds, one after the other: what is known of the recording's voice.
std::vector<VoiceStretch> voiceOfRecording(const FeatureRows& egemaps25, const FeatureRows& spectral);

}
