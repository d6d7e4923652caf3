#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/project/source_files.h"
#include "engine/sequences/dataset_list.h"

#include <filesystem>
#include <string>
#include <vector>

/// What other cameras recorded of a video: files of the dataset, and such that a person added; where they
/// begin is part of the project.
namespace app {

inline constexpr auto kCameraItems = "camera";

struct Camera {
    std::string key; ///< `video/file name`: of its item, and, after `media/`, of its file's
    std::filesystem::path file; ///< absolute
    double offset = 0.0; ///< seconds on the timeline at which the file begins; may be negative
    bool isAdded = false; ///< by a person; else the dataset has it
    friend bool operator==(const Camera&, const Camera&) = default;
};

/// The key of a file as a camera of this video.
std::string cameraKey(const std::string& video, const std::filesystem::path& file);

/// The video of a camera's key.
std::string videoOfCamera(const std::string& key);

/// Those of the dataset, then those that were added, by name. What an item says that cannot be read counts as
/// 0.
/// @param projectFolder  that the project's paths start from
std::vector<Camera> camerasOf(const engine::Annotation& annotation, const engine::DatasetList& dataset,
                              const std::string& video, const std::filesystem::path& projectFolder);

/// Another offset.
engine::Change putOffset(const engine::Annotation& annotation, const Camera& camera, double seconds);
/// A file that is no camera of the video yet. @param file  what the project knows of it; its name is the
/// camera's key
engine::Change addCamera(const engine::Annotation& annotation, const engine::SourceFile& file);
/// One that a person added; its file is untouched.
engine::Change removeCamera(const engine::Annotation& annotation, const Camera& camera);

}
