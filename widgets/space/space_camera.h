#pragma once

#include <array>

namespace widgets {

using SpacePosition = std::array<double, 3>;

/// The place from which a cloud of points is looked at: it turns around `target` like a turntable and sees in
/// perspective. Drawing the points and finding the one under the pointer use the same camera.
struct SpaceCamera {
    double yaw = 35.0; ///< degrees around the second axis, which points upwards
    double pitch = 22.0; ///< degrees above the horizon, −90…90
    double zoom = 1.0; ///< > 1: closer
    SpacePosition target{}; ///< the position that is seen in the middle of the view
    SpacePosition middle{}; ///< the centre of the sphere that fills the view at zoom 1 …
    double radius = 1.0; ///< … and its radius

    static constexpr double kNearest = 60.0; ///< the greatest zoom
    static constexpr double kFarthest = 0.4;

    SpacePosition eye() const;
    SpacePosition up() const;
    SpacePosition right() const;
    double distance() const; ///< from the eye to the target; zooming changes the angle, not the distance
    /// How many pixels long a thing of length 1 is seen at distance 1 from the eye, in a view of this size.
    double focalLength(double width, double height) const;

    SpaceCamera orbited(double yawDegrees, double pitchDegrees) const;
    /// Moved so that what was in the middle is `right` and `down` pixels away from it.
    SpaceCamera panned(double right, double down, double width, double height) const;
    /// Zoomed so that what lies under the pointer, in pixels from the middle, stays there.
    SpaceCamera zoomed(double factor, double right, double down, double width, double height) const;
    friend bool operator==(const SpaceCamera&, const SpaceCamera&) = default;
};

/// A camera in a view of one size: position ↔ pixel.
class SpaceProjection {
public:
    SpaceProjection(const SpaceCamera& camera, double width, double height);

    struct Pixel {
        double x = 0.0;
        double y = 0.0;
        double depth = 0.0; ///< in front of the eye; not positive: behind it
    };
    Pixel pixel(const std::array<float, 3>& position) const
    {
        const double x = static_cast<double>(position[0]) - m_eye[0];
        const double y = static_cast<double>(position[1]) - m_eye[1];
        const double z = static_cast<double>(position[2]) - m_eye[2];
        const double depth = x * m_forward[0] + y * m_forward[1] + z * m_forward[2];
        const double scale = m_focal / depth;
        return {m_middleX + scale * (x * m_right[0] + y * m_right[1] + z * m_right[2]),
                m_middleY - scale * (x * m_up[0] + y * m_up[1] + z * m_up[2]), depth};
    }

private:
    SpacePosition m_eye;
    SpacePosition m_right;
    SpacePosition m_up;
    SpacePosition m_forward;
    double m_focal;
    double m_middleX;
    double m_middleY;
};

}
