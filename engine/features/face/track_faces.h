#pragma once

#include "engine/core/run_context.h"
#include "engine/faces/face_tracks.h"
#include "engine/features/face/face_tracker.h"
#include "engine/media/media_file.h"

namespace engine {

/// Follows the faces through a video; pictures wider or higher than 640 pixels are reduced to that.
/// @throws IoError (`file_not_found`, `not_media`, `no_video`, `io`); Cancelled.
FaceTracks trackFaces(const MediaFile& file, const LandmarkModel& model,
                      const FaceTrackerOptions& options = {}, const RunContext& run = {});

}
