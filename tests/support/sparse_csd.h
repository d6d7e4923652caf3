#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace engine::test {

/// Writes a csd whose one entry claims rows × dimensions of float32 at 100 rows per second, of which only
/// some rows are on the disk: the others read as zeros.
///
/// @param written  numbers of rows that hold their number, modulo 1000, in every dimension
void writeSparseCsd(const std::filesystem::path& path, const std::string& name, const std::string& video,
                    std::size_t rows, std::size_t dimensions, const std::vector<std::size_t>& written);

/// Bytes that a file takes on the disk.
std::size_t bytesOnDisk(const std::filesystem::path& path);

}
