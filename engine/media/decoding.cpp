#include "engine/media/decoding.h"

#include <algorithm>
#include <cmath>

namespace engine {

PictureSize fittedSize(const MediaInfo& info, int maxWidth, int maxHeight)
{
    double scale = 1.0;
    if (maxWidth > 0)
        scale = std::min(scale, static_cast<double>(maxWidth) / info.width);
    if (maxHeight > 0)
        scale = std::min(scale, static_cast<double>(maxHeight) / info.height);
    const auto scaled
        = [&](int pixels) { return std::max(1, static_cast<int>(std::lround(pixels * scale))); };
    return {scaled(info.width), scaled(info.height)};
}

}
