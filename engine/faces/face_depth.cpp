#include "engine/faces/face_depth.h"

#include "engine/faces/average_face.h"
#include "engine/faces/face_pose.h"

#include <cmath>
#include <numbers>

namespace engine {

namespace {

/// Moves the middle of the points to zero.
void centre(FaceInDepth& face)
{
    std::array<double, 3> mean{};
    for (const auto& point : face.points) {
        for (std::size_t k = 0; k < 3; ++k)
            mean.at(k) += static_cast<double>(point.at(k)) / static_cast<double>(face.points.size());
    }
    for (auto& point : face.points) {
        for (std::size_t k = 0; k < 3; ++k)
            point.at(k) -= static_cast<float>(mean.at(k));
    }
}

}

FaceInDepth withDepth(const FaceLandmarks& landmarks)
{
    FaceInDepth face;
    const FacePose pose = poseOf(landmarks);
    if (!(pose.pixelsPerMm > 0.0F))
        return face;
    constexpr double radians = std::numbers::pi / 180.0;
    const double yaw = static_cast<double>(pose.yaw) * radians;
    const double pitch = static_cast<double>(pose.pitch) * radians;
    // The third row of the pose's rotation (FacePose): towards the camera.
    const FacePoint3 towards{-std::sin(yaw) * std::cos(pitch), std::sin(pitch),
                             std::cos(yaw) * std::cos(pitch)};
    for (std::size_t i = 0; i < landmarks.size(); ++i) {
        const FacePoint3& model = kAverageFace.at(i);
        const double depth = towards[0] * model[0] + towards[1] * model[1] + towards[2] * model[2];
        face.points.at(i)
            = {(landmarks.at(i).x - pose.centre.x) / pose.pixelsPerMm,
               -(landmarks.at(i).y - pose.centre.y) / pose.pixelsPerMm, static_cast<float>(depth)};
    }
    centre(face);
    face.isThere = face.isFitted = true;
    return face;
}

FaceInDepth fromCamera(std::span<const float, 68> across, std::span<const float, 68> down,
                       std::span<const float, 68> away)
{
    FaceInDepth face;
    bool isAnywhere = false;
    for (std::size_t i = 0; i < face.points.size(); ++i) {
        if (!std::isfinite(across[i]) || !std::isfinite(down[i]) || !std::isfinite(away[i]))
            return {};
        isAnywhere = isAnywhere || across[i] != 0 || down[i] != 0 || away[i] != 0;
        face.points.at(i) = {across[i], -down[i], -away[i]};
    }
    if (!isAnywhere)
        return {};
    centre(face);
    face.isThere = true;
    return face;
}

}
