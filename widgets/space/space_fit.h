#pragma once

#include "widgets/space/space_renderer.h"

#include <QSize>

namespace widgets {

/// Holds nearly all points along each axis, so that outliers do not shrink the rest; never flat.
SpaceBox boxAround(const std::vector<std::array<float, 3>>& positions);

/// From the front, so near that the box and the names of its axes just fit.
/// @param size  of the view in pixels.
SpaceCamera fittedCamera(const SpaceBox& box, const QSize& size);

}
