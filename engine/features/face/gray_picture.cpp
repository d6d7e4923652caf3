#include "engine/features/face/gray_picture.h"

namespace engine {

GrayPicture grayOf(const VideoFrame& frame)
{
    GrayPicture gray{frame.width, frame.height, std::vector<std::uint8_t>(frame.bgra.size() / 4)};
    const std::uint8_t* from = frame.bgra.data();
    for (std::uint8_t& pixel : gray.pixels) {
        pixel = static_cast<std::uint8_t>((29U * from[0] + 150U * from[1] + 77U * from[2] + 128U) >> 8U);
        from += 4;
    }
    return gray;
}

}
