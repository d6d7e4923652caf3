#pragma once

#include "engine/annotation/annotation.h"
#include "engine/annotation/project/source_files.h"
#include "engine/sequences/dataset_list.h"

#include <filesystem>
#include <string>
#include <vector>

/// Other cameras of a video: files of the dataset, and files that a person added. The project keeps the
/// offset at which each begins.
namespace app {

inline constexpr auto kCameraItems = "camera";

struct Camera {
    /// `video/file name`: the key of its item; with `media/` in front, that of its file's item.
    std::string key;
    std::filesystem::path file; ///< absolute
    double offset = 0.0; ///< seconds on the timeline at which the file begins; may be negative
    bool isAdded = false; ///< a person added it; else the dataset has it
    std::string participant = {}; ///< of a conversation, whose own recording it is; empty: no participant's
    double rate = 1.0; ///< seconds of the file that pass in one of the timeline
    friend bool operator==(const Camera&, const Camera&) = default;
};

/// The key of a file as a camera of this video.
std::string cameraKey(const std::string& video, const std::filesystem::path& file);

/// The video of a camera's key.
std::string videoOfCamera(const std::string& key);

/// The cameras of the dataset, then those that were added, by name. An offset that cannot be read counts as
/// 0.
/// @param projectFolder  the folder that the project's paths are relative to
std::vector<Camera> camerasOf(const engine::Annotation& annotation, const engine::DatasetList& dataset,
                              const std::string& video, const std::filesystem::path& projectFolder);

/// The change that sets the offset of a camera that is no participant's.
engine::Change putOffset(const engine::Annotation& annotation, const Camera& camera, double seconds);
/// The change that makes a file a camera of a video. @param file  what the project keeps of it; its name is
/// the camera's key
engine::Change addCamera(const engine::Annotation& annotation, const engine::SourceFile& file);
/// The change that removes a camera that a person added; its file stays.
engine::Change removeCamera(const engine::Annotation& annotation, const Camera& camera);

}
