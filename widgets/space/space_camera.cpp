#include "widgets/space/space_camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace widgets {

namespace {

constexpr double kHalfAngle = 15.0; // degrees, at zoom 1
constexpr double kSteepest = 89.0; // above it there would be no up

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180.0;
}

/// From the target towards the eye.
SpacePosition outward(const SpaceCamera& camera)
{
    const double yaw = radians(camera.yaw);
    const double pitch = radians(camera.pitch);
    return {std::sin(yaw) * std::cos(pitch), std::sin(pitch), std::cos(yaw) * std::cos(pitch)};
}

SpacePosition sum(const SpacePosition& a, const SpacePosition& b, double timesB)
{
    return {a[0] + b[0] * timesB, a[1] + b[1] * timesB, a[2] + b[2] * timesB};
}

}

double SpaceCamera::distance() const
{
    return radius / std::sin(radians(kHalfAngle));
}

SpacePosition SpaceCamera::eye() const
{
    return sum(target, outward(*this), distance());
}

SpacePosition SpaceCamera::right() const
{
    return {std::cos(radians(yaw)), 0.0, -std::sin(radians(yaw))};
}

SpacePosition SpaceCamera::up() const
{
    const SpacePosition out = outward(*this);
    const SpacePosition side = right();
    return {out[1] * side[2] - out[2] * side[1], out[2] * side[0] - out[0] * side[2],
            out[0] * side[1] - out[1] * side[0]};
}

double SpaceCamera::focalLength(double width, double height) const
{
    return std::min(width, height) / 2 / std::tan(radians(kHalfAngle)) * zoom;
}

SpaceCamera SpaceCamera::orbited(double yawDegrees, double pitchDegrees) const
{
    SpaceCamera moved = *this;
    moved.yaw = std::remainder(yaw + yawDegrees, 360.0);
    moved.pitch = std::clamp(pitch + pitchDegrees, -kSteepest, kSteepest);
    return moved;
}

SpaceCamera SpaceCamera::panned(double rightPixels, double downPixels, double width, double height) const
{
    const double perPixel = distance() / focalLength(width, height);
    SpaceCamera moved = *this;
    moved.target = sum(sum(target, right(), -rightPixels * perPixel), up(), downPixels * perPixel);
    for (std::size_t axis = 0; axis < 3; ++axis) // never out of sight
        moved.target[axis] = std::clamp(moved.target[axis], middle[axis] - radius, middle[axis] + radius);
    return moved;
}

SpaceCamera SpaceCamera::zoomed(double factor, double rightPixels, double downPixels, double width,
                                double height) const
{
    SpaceCamera moved = *this;
    moved.zoom = std::clamp(zoom * factor, kFarthest, kNearest);
    const double kept = 1 - moved.zoom / zoom;
    return moved.panned(rightPixels * kept, downPixels * kept, width, height);
}

SpaceProjection::SpaceProjection(const SpaceCamera& camera, double width, double height)
    : m_eye(camera.eye())
    , m_right(camera.right())
    , m_up(camera.up())
    , m_forward(outward(camera))
    , m_focal(camera.focalLength(width, height))
    , m_middleX(width / 2)
    , m_middleY(height / 2)
{
    for (double& coordinate : m_forward)
        coordinate = -coordinate;
}

}
