#pragma once

#include "engine/media/pixels.h"

#include <cstddef>
#include <cstdint>

namespace engine {

/// One picture, ready to paint.
struct VideoFrame {
    std::size_t index = 0; ///< in presentation order
    double time = 0.0; ///< seconds from the timeline's zero
    int width = 0; ///< pixels; they are square and the picture is upright
    int height = 0;
    Pixels bgra; ///< height rows of width × 4 bytes, opaque
};

}
