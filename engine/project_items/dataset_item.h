#pragma once

#include "engine/annotation/annotation.h"

#include <filesystem>
#include <string>
#include <vector>

namespace engine {

/// The item that tells to which dataset a project belongs. Paths are relative to the project's folder; the
/// absolute paths are noted too.
Item datasetItem(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& project);
/// The same for a dataset in the project's own folder, without saying where that folder lies.
/// @param names  of files and folders there
Item datasetItemBeside(const std::vector<std::string>& names);
/// The present paths of that item: the relative one, the noted one, or one of the same name in the project's
/// folder, whichever is there; when none is, the noted path is returned. Empty when the project has no such
/// item.
std::vector<std::filesystem::path> datasetPaths(const Annotation& annotation,
                                                const std::filesystem::path& project);

}
