#pragma once

#include "engine/core/run_context.h"

#include <QString>

#include <cstddef>
#include <filesystem>

namespace app {

/// Writes frame `frame` of a video as PNG, at its full size: upright, with square pixels. A file that was
/// there is replaced when all of the new one is written.
/// @throws engine::IoError (`file_not_found`, `not_media`, `no_video`, `io`); Cancelled.
void writeFramePicture(const std::filesystem::path& media, std::size_t frame, const QString& path,
                       const engine::RunContext& run = {});

}
