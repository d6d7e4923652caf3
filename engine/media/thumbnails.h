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

/// The same for a place on a timeline: null where no picture of that time can be decoded, as behind the end
/// of the pictures or where the file is damaged, and the nearest would stand for more than a quarter of a
/// second and `tolerance`. A file of one picture shows it everywhere.
std::shared_ptr<const VideoFrame> pictureOfTime(VideoReader& reader, double seconds, double tolerance,
                                                int height, const std::stop_token& stop = {});

}
