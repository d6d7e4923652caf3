#pragma once

#include "widgets/space/space_renderer.h"

#include <QSize>

namespace widgets {

/// The box that holds nearly all points along each axis: outliers stay outside, so that they do not shrink
/// the rest. The box is never without width and height; it is flat where the third coordinate of all points
/// is 0.
SpaceBox boxAround(const std::vector<std::array<float, 3>>& positions);

/// Whether the box has no depth, because all its points lie in one plane.
inline bool isFlat(const SpaceBox& box)
{
    return box.low[2] == box.high[2];
}

/// A camera that looks from the front, onto a flat box straight, and is so near that the box and the names of
/// its axes just fit.
/// @param size  of the view in pixels. @param top  of these, what is covered at its upper edge
SpaceCamera fittedCamera(const SpaceBox& box, const QSize& size, int top = 0);

}
