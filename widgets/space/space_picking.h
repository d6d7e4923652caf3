#pragma once

#include "widgets/space/space_camera.h"

#include <QPolygonF>

#include <optional>
#include <span>
#include <vector>

namespace widgets {

/// The point under the pointer. Of the points whose discs lie under it, this is the frontmost; where there is
/// none, it is the point whose middle is nearest, if that is within `reach` pixels. All points are looked at:
/// 100 000 take well under a millisecond.
/// @param radius  of a point's disc, in pixels.
std::optional<std::size_t> pointAt(double x, double y, std::span<const std::array<float, 3>> positions,
                                   const SpaceProjection& projection, double radius, double reach);

/// The points whose middles lie in a lasso, in pixels; those behind the eye do not.
std::vector<std::size_t> pointsWithin(const QPolygonF& lasso, std::span<const std::array<float, 3>> positions,
                                      const SpaceProjection& projection);

}
