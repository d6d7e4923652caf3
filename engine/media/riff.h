#pragma once

#include <cstdint>
#include <filesystem>

namespace engine {

/// Private to engine/media: the byte after the last one that the headers of a RIFF file (wav, avi) promise; 0
/// for other files, and where a program that was stopped or wrote into a pipe left the sizes open. FFmpeg
/// goes by what is there instead, without a word.
std::int64_t promisedByRiff(const std::filesystem::path& path);

}
