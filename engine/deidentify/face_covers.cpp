#include "engine/deidentify/face_covers.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace engine {

namespace {

constexpr int kAcrossBlur = 12;
constexpr int kAcrossCells = 8;
const cv::Scalar kMaskColour(96, 96, 96, 255);
const cv::Scalar kPointColour(235, 235, 235, 255);

cv::Rect within(const FaceBox& box, int width, int height)
{
    const int x0 = std::clamp(static_cast<int>(std::floor(box.x0)), 0, width);
    const int y0 = std::clamp(static_cast<int>(std::floor(box.y0)), 0, height);
    const int x1 = std::clamp(static_cast<int>(std::ceil(box.x1)) + 1, 0, width);
    const int y1 = std::clamp(static_cast<int>(std::ceil(box.y1)) + 1, 0, height);
    return {x0, y0, std::max(0, x1 - x0), std::max(0, y1 - y0)};
}

/// The part of the picture in few cells.
void shrink(cv::Mat part, int across, int back)
{
    const int down = std::max(1, part.rows * across / part.cols);
    cv::Mat small;
    cv::resize(part, small, {std::min(across, part.cols), std::min(down, part.rows)}, 0, 0, cv::INTER_AREA);
    cv::resize(small, part, part.size(), 0, 0, back);
}

void drawPoints(cv::Mat picture, const CoveredFace& face)
{
    const int radius = std::max(1, static_cast<int>(face.box.width() / 90));
    for (const FacePoint& point : *face.landmarks)
        cv::circle(picture, {static_cast<int>(std::lround(point.x)), static_cast<int>(std::lround(point.y))}, radius,
                   kPointColour, cv::FILLED);
}

}

float widening(FaceCover cover)
{
    return cover == FaceCover::Mask ? 0.6F : 0.4F;
}

void coverFaces(std::span<std::uint8_t> bgra, int width, int height, const std::vector<CoveredFace>& faces, FaceCover cover,
                bool points)
{
    cv::Mat picture(height, width, CV_8UC4, bgra.data());
    for (const CoveredFace& face : faces) {
        const cv::Rect place = within(face.box, width, height);
        if (place.empty())
            continue;
        cv::Mat part = picture(place);
        switch (cover) {
        case FaceCover::Mask:
            part.setTo(kMaskColour);
            break;
        case FaceCover::Pixelate:
            shrink(part, kAcrossCells, cv::INTER_NEAREST);
            break;
        case FaceCover::Blur:
            shrink(part, kAcrossBlur, cv::INTER_LINEAR);
            cv::GaussianBlur(part, part, {}, std::max(1.0, place.width / 6.0), 0, cv::BORDER_REPLICATE | cv::BORDER_ISOLATED);
            break;
        }
    }
    for (const CoveredFace& face : faces) { // a face's points are not hidden by the next mask
        if (points && cover == FaceCover::Mask && face.landmarks)
            drawPoints(picture, face);
    }
}

}
