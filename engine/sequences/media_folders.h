#pragma once

#include "engine/sequences/media_list.h"

#include <filesystem>
#include <vector>

namespace engine {

/// The media of a folder and of the folders below, four levels deep, by id and file. Each has its file's stem
/// as id. Hidden folders, and those that may not be read, are left out. Two threads share the work.
/// @param root  absolute
/// @throws IoError (`io`) naming a folder.
std::vector<ListedMedia> mediaBelow(const std::filesystem::path& root);

}
