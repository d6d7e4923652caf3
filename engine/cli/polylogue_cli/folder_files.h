#pragma once

#include <filesystem>
#include <vector>

namespace engine::cli {

/// Files of the folder and of those in it, by path. What is hidden is somebody else's.
/// @param left  a folder that is not gone into, wherever it lies; empty, or not there: all are
/// @throws IoError (`io`) naming what cannot be read.
std::vector<std::filesystem::path> filesUnder(const std::filesystem::path& folder,
                                              const std::filesystem::path& left = {});

}
