#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace engine {

/// The unpacked bytes of one file of a zip archive.
/// @param what        what the archive should be, for errors: `a face_landmarker.task`
/// @param mostBytes   the largest size of the file: an archive of a few kB can claim any size
/// @throws IoError (`file_not_found`); FormatError (`data_invalid`) when the archive is none, is damaged or
/// lacks the file, (`too_large`).
std::string readZipMember(const std::filesystem::path& archive, const std::string& member,
                          const std::string& what, std::size_t mostBytes);

}
