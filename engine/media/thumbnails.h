#pragma once

#include "engine/media/video_reader.h"

#include <memory>
#include <stop_token>

namespace engine {

/// A small picture of the video near a time.
///
/// @param tolerance  seconds: a key frame that lies at most this long before `seconds` is used (fast);
///                   otherwise the exact frame is decoded. Half the width of a tile is a good choice.
/// @param height     pixels; the width follows from the video's proportions.
/// @throws what VideoReader::frame throws.
std::shared_ptr<const VideoFrame> thumbnail(VideoReader& reader, double seconds, double tolerance, int height,
                                            const std::stop_token& stop = {});

}
