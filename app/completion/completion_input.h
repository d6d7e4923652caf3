#pragma once

#include "app/document/video_data.h"
#include "engine/tier_completion/recorded_sequence.h"

#include <vector>

namespace app {

/// The sequences of the video in sight that have numbers.
std::vector<engine::RecordedSequence> recordedSequences(const VideoData& video);

}
