#pragma once

#include "app/document/sight.h"
#include "engine/project_items/review_pass.h"

namespace app {

struct VideoData;

/// What stands between an annotator and what others said.
struct PassProgress {
    bool isPeeking = false; ///< at the segment in hand
    bool isVideoToBeDone = false; ///< a segment of the video in sight is still to be judged
    bool isPlaceToBeDone = false; ///< the segment in hand is
};

/// What may be seen while a pass goes on.
Sight passSight(const engine::ReviewPass& pass, const PassProgress& progress);

/// The parts of a video that an annotator judges by, as provenance names them: `text`, `sound`, `video`, or
/// all.
std::string judgedParts(engine::Presentation presentation, const VideoData& video);

/// The provenance of an answer that is given now. @param video  that is in sight
engine::Provenance givenNow(const engine::Layer& layer, const VideoData& video);

}
