#pragma once

#include "engine/media/video_frame.h"

#include <cstdint>
#include <vector>

namespace engine {

/// A picture without colour, row after row.
struct GrayPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

/// The luma of a frame (ITU-R BT.601).
GrayPicture grayOf(const VideoFrame& frame);

}
