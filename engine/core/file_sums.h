#pragma once

#include "engine/core/run_context.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace engine {

/// What tells one file's contents from another's.
struct FileSum {
    std::uintmax_t size = 0; ///< bytes
    std::string sha256; ///< 64 lower-case hexadecimal digits
    friend bool operator==(const FileSum&, const FileSum&) = default;
};

/// Size and hash of each file, in the order given. It reads as many files at a time as there are cores.
/// Progress counts bytes.
/// @throws IoError as sha256OfFile (the first file in order that fails), Cancelled.
std::vector<FileSum> sumsOf(std::span<const std::filesystem::path> files, const RunContext& run = {});

}
