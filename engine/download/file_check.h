#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// Whether the name says that it should be HDF5 (`.csd`).
bool shouldBeHdf5(const std::filesystem::path& path);

/// What is wrong with the beginning of a file that should be HDF5, as a part of a sentence ("is not HDF5, but
/// text: …"); empty when nothing is. A server's text page comes with its first line.
std::string problemOfBeginning(std::string_view beginning);

/// The same for a whole file, and whether it is as long as it says itself; other files have no problem.
/// @throws IoError (`file_not_found`).
std::string problemOfFile(const std::filesystem::path& path, const std::filesystem::path& finalName);

}
