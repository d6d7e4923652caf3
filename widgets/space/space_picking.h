#pragma once

#include "widgets/space/space_camera.h"

#include <optional>
#include <span>

namespace widgets {

/// The point under the pointer: the frontmost whose disc covers it, else the one whose middle is nearest, up
/// to `reach` pixels. Looks at every point: 100 000 take well under a millisecond.
/// @param radius  of a point's disc, in pixels.
std::optional<std::size_t> pointAt(double x, double y, std::span<const std::array<float, 3>> positions,
                                   const SpaceProjection& projection, double radius, double reach);

}
