#pragma once

#include "widgets/space/space_renderer.h"

#include <QSize>

namespace widgets {

/// The box that holds nearly all points along each axis: outliers stay outside, so that they do not shrink
/// the rest. The box is never flat.
SpaceBox boxAround(const std::vector<std::array<float, 3>>& positions);

/// A camera that looks from the front and is so near that the box and the names of its axes just fit.
/// @param size  of the view in pixels.
SpaceCamera fittedCamera(const SpaceBox& box, const QSize& size);

}
