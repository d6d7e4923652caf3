#include "engine/features/face/mesh_measures.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engine {

namespace {

/// Numbers of points, in the order of FaceLandmarks: jaw, brows, nose, eyes, mouth.
constexpr std::array<std::size_t, 68> kLandmarks{
    162, 234, 93,  58,  172, 136, 149, 148, 152, 377, 378, 365, 397, 288, 323, 454, 389, // jaw
    71,  63,  105, 66,  107, 336, 296, 334, 293, 301, // brows
    168, 197, 5,   4,   75,  97,  2,   326, 305, // nose
    33,  160, 158, 133, 153, 144, 362, 385, 387, 263, 373, 380, // eyes
    61,  39,  37,  0,   267, 269, 291, 405, 314, 17,  84,  181, // outer lips
    78,  82,  13,  312, 308, 317, 14,  87}; // inner lips
constexpr std::size_t kTop = 10;
constexpr std::size_t kChin = 152;
constexpr std::size_t kRightEdge = 234; // the subject's, on the picture's left
constexpr std::size_t kLeftEdge = 454;

float degreesOf(float away, float across)
{
    return std::atan2(away, across) * 180.0F / std::numbers::pi_v<float>;
}

/// How far `point` is above `from` in a face whose eyes stand at these places.
float above(FacePoint point, FacePoint from, FacePoint rightEye, FacePoint leftEye)
{
    const FacePoint across = leftEye - rightEye;
    const FacePoint up = from - point;
    return (up.y * across.x - up.x * across.y) / across.length();
}

}

FaceLandmarks landmarksOf(const MeshPoints& points)
{
    FaceLandmarks landmarks;
    std::ranges::transform(kLandmarks, landmarks.begin(), [&](std::size_t i) { return points[i].flat(); });
    return landmarks;
}

FaceMeasures measuresOf(const MeshPoints& points)
{
    const FaceLandmarks landmarks = landmarksOf(points);
    FaceMeasures measures = measuresOf(landmarks);
    if (!(measures.eyeDistance > 0.0F))
        return measures;
    const FacePoint corners = (landmarks[48] + landmarks[54]) * 0.5F;
    const FacePoint lips = (landmarks[62] + landmarks[66]) * 0.5F;
    const FacePoint rightEye = (landmarks[36] + landmarks[39]) * 0.5F;
    const FacePoint leftEye = (landmarks[42] + landmarks[45]) * 0.5F;
    measures.smile = above(corners, lips, rightEye, leftEye) / measures.eyeDistance + measures.mouthWide;
    return measures;
}

HeadAngles headAnglesOf(const MeshPoints& points)
{
    const MeshPoint& right = points[kRightEdge];
    const MeshPoint& left = points[kLeftEdge];
    const MeshPoint& top = points[kTop];
    const MeshPoint& chin = points[kChin];
    const FacePoint eyes = points[263].flat() - points[33].flat();
    return {degreesOf(left.z - right.z, (left.flat() - right.flat()).length()),
            degreesOf(top.z - chin.z, (chin.flat() - top.flat()).length()), degreesOf(eyes.y, eyes.x)};
}

}
