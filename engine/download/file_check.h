#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace engine {

/// Whether the name says that it should be HDF5 (`.csd`, `.h5`, `.hdf5`).
bool shouldBeHdf5(const std::filesystem::path& path);

/// What is wrong with the beginning of a file of this name, as a part of a sentence ("is not HDF5, but text:
/// …", "is not AVI, but MP4 or QuickTime"); empty when nothing is. A `.csd` must be HDF5, sound and video
/// must be in the container that the ending names, and only a file with such an ending may be a web page.
/// When a server sent a page of text, its first line is quoted.
std::string problemOfBeginning(std::string_view beginning, const std::filesystem::path& finalName);

/// The same for a whole file; an HDF5 file must also be as long as its header says.
/// @throws IoError (`file_not_found`).
std::string problemOfFile(const std::filesystem::path& path, const std::filesystem::path& finalName);

}
