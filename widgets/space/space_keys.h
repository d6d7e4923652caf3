#pragma once

#include "widgets/space/space_camera.h"

#include <QSize>
#include <Qt>

#include <optional>

namespace widgets {

/// The view's own keys, which are the window's everywhere else.
bool isSpaceKey(int key);

/// Turned; what is flat is moved instead.
SpaceCamera turnedCamera(const SpaceCamera& camera, double yawDegrees, double pitchDegrees, bool isFlat,
                         QSize view);

/// Where an arrow, + or − leads. Absent: another key.
std::optional<SpaceCamera> cameraByKey(const SpaceCamera& camera, int key, bool isFlat, QSize view);

inline constexpr double kDegreesPerPixel = 0.45; ///< of a drag
inline constexpr double kZoomStep = 1.2; ///< by a key, or a step of the wheel

}
