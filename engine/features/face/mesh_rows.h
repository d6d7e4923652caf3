#pragma once

#include "engine/core/feature_rows.h"
#include "engine/core/run_context.h"
#include "engine/features/face/mesh_look.h"
#include "engine/media/media_file.h"

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

/// A row for each frame of a video; where no face is found all columns are 0. Pictures wider or higher than
/// 640 pixels are reduced to that; coordinates are given in the video's pixels.
/// @throws IoError (`file_not_found`, `not_media`, `no_video`, `io`), FormatError (`no_face`) where none is
/// seen in any picture; Cancelled.
MeshRows meshRows(const MediaFile& file, const FaceMeshNets& nets, bool withPoints,
                  const RunContext& run = {});

}
