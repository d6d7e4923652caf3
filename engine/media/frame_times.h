#pragma once

#include "engine/core/interval.h"
#include "engine/media/media_file.h"

#include <vector>

namespace engine {

/// When each frame of a video is shown, in presentation order: frame i until frame i + 1 begins, the last
/// until the stream ends. Nothing is decoded. Needs libavformat only, which programs without pictures start
/// faster with.
/// @throws IoError (`file_not_found`, `not_media`, `no_video`, `io`).
std::vector<Interval> frameTimes(const MediaFile& file);

}
