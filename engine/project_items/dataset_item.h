#pragma once

#include "engine/annotation/annotation.h"

#include <filesystem>
#include <vector>

namespace engine {

/// The item that tells to which dataset a project belongs. Paths are relative to the project's folder; the
/// absolute paths are noted too.
Item datasetItem(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& project);
/// The present paths of that item: the relative one, the noted one, or one of the same name in the project's
/// folder, whichever is there; when none is, the noted path is returned. Empty when the project has no such
/// item.
std::vector<std::filesystem::path> datasetPaths(const Annotation& annotation,
                                                const std::filesystem::path& project);

}
