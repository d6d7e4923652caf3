#pragma once

#include <cstdint>
#include <filesystem>

namespace engine {

/// Private to engine/decoding: the size in bytes that the headers of a RIFF file (wav, avi) promise. It is 0 for
/// other files, and when the writing program left the sizes open, because it was stopped or wrote into a
/// pipe. FFmpeg reads the bytes that are there and does not report that some are missing.
std::int64_t promisedByRiff(const std::filesystem::path& path);

}
