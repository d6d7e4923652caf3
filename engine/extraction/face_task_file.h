#pragma once

#include "engine/features/face/face_task.h"

#include <filesystem>

namespace engine {

/// Opens a user's own `face_landmarker.task`, a zip archive of nets that Google publishes for MediaPipe's
/// Face Landmarker under the Apache-2.0 licence.
/// @throws IoError (`file_not_found`, `io`); FormatError (`data_invalid`) when the file is no archive, is
/// damaged or lacks a net, (`too_large`), (`face_landmarker`) for a net that is damaged, has an operator that
/// is not known or is for something else.
FaceTask openFaceTask(const std::filesystem::path& path);

}
