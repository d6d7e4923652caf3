#pragma once

#include <filesystem>

namespace engine {

/// Waits until the contents of `file` are on the disk, so that a loss of power cannot take them.
///
/// @param target  the name that an error speaks of
/// @throws IoError (`io`) when the file cannot be opened or the disk does not take it.
void syncFile(const std::filesystem::path& file, const std::filesystem::path& target);

/// Waits until the names in the folder of `file` are on the disk: a file that was renamed there keeps its new
/// name. Does nothing where the file system does not offer it, or the folder may not be read.
///
/// @throws IoError (`io`) when the disk does not take it.
void syncFolderOf(const std::filesystem::path& file);

}
