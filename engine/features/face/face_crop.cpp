#include "engine/features/face/face_crop.h"

#include "engine/features/face/resample.h"

namespace engine {

FaceBox faceCropPart(const VideoFrame& frame, const std::optional<FaceBox>& box,
                     const FaceCropOptions& options)
{
    const auto width = static_cast<float>(frame.width);
    const auto height = static_cast<float>(frame.height);
    const auto side = static_cast<float>(options.side);
    FaceBox part;
    if (box) {
        const float growth = side / (side - static_cast<float>(options.margin));
        const FacePoint middle = box->centre();
        const float halfWidth = box->width() * growth / 2.0F;
        const float halfHeight = box->height() * growth / 2.0F;
        part = {std::max(0.0F, middle.x - halfWidth), std::max(0.0F, middle.y - halfHeight),
                std::min(width, middle.x + halfWidth), std::min(height, middle.y + halfHeight)};
    }
    if (!(part.width() > 0.0F) || !(part.height() > 0.0F)) {
        const float half = side * height / 360.0F / 2.0F;
        part = {width / 2.0F - half, height / 2.0F - half, width / 2.0F + half, height / 2.0F + half};
    }
    return part;
}

std::vector<float> faceCrop(const VideoFrame& frame, const std::optional<FaceBox>& box,
                            const FaceCropOptions& options)
{
    const FaceBox part = faceCropPart(frame, box, options);
    std::vector<float> result;
    for (std::size_t colour = 0; colour < 3; ++colour) {
        const PictureBytes bytes{frame.bgra, frame.width, frame.height, 4, 2 - static_cast<int>(colour)};
        for (const float value : resample(bytes, part, options.side, options.side))
            result.push_back((value - options.mean[colour]) / options.deviation[colour]);
    }
    return result;
}

}
