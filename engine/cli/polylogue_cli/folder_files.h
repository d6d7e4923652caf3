#pragma once

#include <filesystem>
#include <vector>

namespace engine::cli {

/// The files in the folder and its subfolders, sorted by path, without hidden ones.
/// @param left  a folder that is left out, wherever it lies; may be empty or not exist
/// @throws IoError (`io`) naming the folder that cannot be read.
std::vector<std::filesystem::path> filesUnder(const std::filesystem::path& folder,
                                              const std::filesystem::path& left = {});

}
