#pragma once

#include <filesystem>
#include <string_view>

namespace engine {

/// Refuses a compressed archive by its first bytes, whatever it is called; what cannot be read is let pass.
/// @throws FormatError (`tar_compressed`) with the program that unpacks it.
void refuseCompressed(const std::filesystem::path& file);

/// The same. @param head  first bytes of the file
void refuseCompressed(std::string_view head, const std::filesystem::path& file);

}
