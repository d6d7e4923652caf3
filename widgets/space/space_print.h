#pragma once

#include <QSize>

class QPainter;

namespace widgets {

class SpaceView;

/// Paints what a view shows as vectors: the box, points and scene from back to front, the names of
/// the axes.
/// Nothing is drawn by OpenGL, so that it can be an SVG file.
/// @param size  of the picture in pixels; the camera stays.
void paintSpace(QPainter& painter, const SpaceView& view, QSize size);

}
