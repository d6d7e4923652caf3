#include "engine/features/face/face_look.h"

#include "engine/features/face/resample.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kSecondsBetweenSearches = 0.5;
constexpr float kAround = 0.45F; // of a box, on each side of where it was
constexpr int kWidthAround = 190; // pixels of that part when it is looked at: the face has 100
constexpr float kLeastScore = -0.2F; // where a face is expected
constexpr int kLargestEnlarged = 640; // pixels
constexpr int kSmallestFace = 80; // pixels, for the detector

FaceBox around(const FaceBox& box, const GrayPicture& picture)
{
    const float dx = kAround * box.width();
    const float dy = kAround * box.height();
    return {std::max(0.0F, box.x0 - dx), std::max(0.0F, box.y0 - dy),
            std::min(static_cast<float>(picture.width), box.x1 + dx),
            std::min(static_cast<float>(picture.height), box.y1 + dy)};
}

std::optional<DetectedFace> largest(std::vector<DetectedFace> faces)
{
    const auto found
        = std::ranges::max_element(faces, {}, [](const DetectedFace& face) { return face.box.width(); });
    return found == faces.end() ? std::nullopt : std::optional(*found);
}

FaceLook looked(const GrayPicture& picture, const DetectedFace& face, const ExpressionNet& net)
{
    return {face.box, face.score, net.of(expressionCrop(picture, face.box))};
}

}

FaceBox expressionPart(const FaceBox& detected)
{
    const float side = (detected.width() + detected.height()) / 2.0F / 0.93F;
    const FacePoint middle = detected.centre() - FacePoint{0.02F * side, 0.05F * side};
    return {middle.x - side / 2.0F, middle.y - side / 2.0F, middle.x + side / 2.0F, middle.y + side / 2.0F};
}

std::vector<float> expressionCrop(const GrayPicture& picture, const FaceBox& detected)
{
    const FaceBox part = expressionPart(detected);
    constexpr auto side = static_cast<int>(ExpressionNet::kSide);
    const FaceBox inside{std::clamp(part.x0, 0.0F, static_cast<float>(picture.width - 1)),
                         std::clamp(part.y0, 0.0F, static_cast<float>(picture.height - 1)),
                         std::clamp(part.x1, 1.0F, static_cast<float>(picture.width)),
                         std::clamp(part.y1, 1.0F, static_cast<float>(picture.height))};
    // Where the inside lies in the crop, in its pixels; the rest repeats the nearest of these.
    const float scale = static_cast<float>(side) / part.width();
    const int left = std::clamp(static_cast<int>(std::lround((inside.x0 - part.x0) * scale)), 0, side - 1);
    const int top = std::clamp(static_cast<int>(std::lround((inside.y0 - part.y0) * scale)), 0, side - 1);
    const int right
        = std::clamp(static_cast<int>(std::lround((inside.x1 - part.x0) * scale)), left + 1, side);
    const int bottom
        = std::clamp(static_cast<int>(std::lround((inside.y1 - part.y0) * scale)), top + 1, side);
    const int width = right - left;
    const std::vector<float> values
        = resample({picture.pixels, picture.width, picture.height}, inside, width, bottom - top);
    std::vector<float> crop;
    crop.reserve(ExpressionNet::kSide * ExpressionNet::kSide);
    for (int y = 0; y < side; ++y) {
        const int row = std::clamp(y, top, bottom - 1) - top;
        for (int x = 0; x < side; ++x)
            crop.push_back(
                values[static_cast<std::size_t>(row * width + std::clamp(x, left, right - 1) - left)]);
    }
    return crop;
}

std::optional<DetectedFace> FaceLooker::find(const GrayPicture& picture, double time)
{
    if (m_last && time - m_searched < kSecondsBetweenSearches) {
        const FaceBox part = around(*m_last, picture);
        const auto faces = m_detector.detect(picture, part, kWidthAround, kLeastScore);
        if (const auto face = largest(faces))
            return face;
    }
    m_searched = time;
    return largest(m_detector.detectSoon(picture));
}

std::optional<FaceLook> FaceLooker::lookAt(const GrayPicture& picture, double time)
{
    const std::optional<DetectedFace> face = find(picture, time);
    m_last = face ? std::optional(face->box) : std::nullopt;
    if (!face)
        return std::nullopt;
    return looked(picture, *face, m_net);
}

std::optional<FaceLook> lookAtOnce(const GrayPicture& picture, const ExpressionNet& net)
{
    FaceDetector detector;
    const FaceBox whole{0.0F, 0.0F, static_cast<float>(picture.width), static_cast<float>(picture.height)};
    std::vector<DetectedFace> faces = detector.detectSoon(picture);
    const int longer = std::max(picture.width, picture.height);
    if (faces.empty() && longer > kSmallestFace && longer < kLargestEnlarged)
        faces = detector.detect(picture, whole, picture.width * kLargestEnlarged / longer);
    const std::optional<DetectedFace> face = largest(std::move(faces));
    return face ? std::optional(looked(picture, *face, net)) : std::nullopt;
}

}
