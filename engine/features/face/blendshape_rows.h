#pragma once

#include "engine/features/face/face_task.h"
#include "engine/features/face/mesh_rows.h"

namespace engine {

/// Columns of blendshapeRows(): `found` and kBlendshapeNames, each from 0 to 1.
std::vector<FeatureColumn> blendshapeColumns();

/// The blendshapes of a video's largest face, a row for each frame; where no face is found all columns are 0.
/// MediaPipe smooths the points of a video over time; here each frame is as seen.
/// @throws as meshRows().
FeatureRows blendshapeRows(const MediaFile& file, const BlazeFace& detector, const FaceTask& task,
                           const RunContext& run = {});

}
