#pragma once

#include "engine/core/feature_rows.h"
#include "engine/core/run_context.h"
#include "engine/features/face/mesh_look.h"
#include "engine/media/media_file.h"

#include <functional>

namespace engine {

/// The rows of a video's largest face.
struct MeshRows {
    FeatureRows measures; ///< of meshColumns()
    FeatureRows points; ///< of meshPointColumns(); empty where they were not wanted
};

/// What is measured of the points of a face: the columns of faceColumns() that say the same, and `presence`.
std::vector<FeatureColumn> meshColumns();
/// x, y and z of each point in pixels of the video, by MediaPipe's numbers.
std::vector<FeatureColumn> meshPointColumns();

/// The measures of one face in a row of meshColumns(); head_motion and head_turn stay 0.
std::vector<float> meshMeasures(const MeshedFace& face);

/// Called for each frame with when it is shown and the face that was found, in pixels of the video.
using OnMeshedFrame = std::function<void(Interval shown, const std::optional<MeshedFace>& face)>;

/// Looks at each frame of a video. Pictures wider or higher than 640 pixels are reduced to that.
/// @throws as meshRows().
void lookThrough(const MediaFile& file, MeshLooker& looker, const RunContext& run, const OnMeshedFrame& on);

/// @param values  one for each column of the rows
void addFaceRow(FeatureRows& rows, Interval shown, const std::vector<float>& values);

/// A row for each frame of a video; where no face is found all columns are 0.
/// Coordinates are given in the video's pixels.
/// @throws IoError (`file_not_found`, `not_media`, `no_video`, `io`), FormatError (`no_face`) where none is
/// seen in any picture; Cancelled.
MeshRows meshRows(const MediaFile& file, const FaceMeshNets& nets, bool withPoints,
                  const RunContext& run = {});

}
