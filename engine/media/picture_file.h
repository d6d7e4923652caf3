#pragma once

#include "engine/media/video_frame.h"

#include <filesystem>

namespace engine {

/// Writes a picture as PNG, under a temporary name, and renames it. @throws IoError (`no_encoder`, `io`).
void writePng(const VideoFrame& picture, const std::filesystem::path& target);

}
