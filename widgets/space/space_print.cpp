#include "widgets/space/space_print.h"

#include "widgets/base/theme.h"
#include "widgets/space/space_overlay.h"
#include "widgets/space/space_view.h"

#include <QPainter>

#include <algorithm>
#include <vector>

namespace widgets {

namespace {

constexpr double kMostHaze = 0.55; // of the farthest points, as on the screen

struct PrintedPoint {
    SpaceProjection::Pixel pixel;
    QColor colour;
};

QColor colourOf(const SpaceColour& bytes)
{
    return {bytes[0], bytes[1], bytes[2]};
}

void paintBox(QPainter& painter, const SpaceDrawing& drawing, const SpaceProjection& projection)
{
    painter.setPen(QPen(colourOf(drawing.line), 1));
    for (unsigned axis = 0; axis < 3; ++axis) {
        for (unsigned corner = 0; corner < 8; ++corner) {
            if (corner & (1U << axis))
                continue;
            const auto from = projection.pixel(drawing.box.corner(corner));
            const auto to = projection.pixel(drawing.box.corner(corner | (1U << axis)));
            painter.drawLine(QPointF(from.x, from.y), QPointF(to.x, to.y));
        }
    }
}

/// Those in sight, the farthest first and nearest to the background.
std::vector<PrintedPoint> pointsInSight(const SpaceDrawing& drawing, const SpaceProjection& projection,
                                        const QSize& size)
{
    std::vector<PrintedPoint> points;
    const QColor background = colourOf(drawing.background);
    const double distance = drawing.camera.distance();
    const double radius = drawing.camera.radius;
    for (std::size_t i = 0; i < drawing.positions->size(); ++i) {
        const auto pixel = projection.pixel((*drawing.positions)[i]);
        if (pixel.depth <= 0 || pixel.x < 0 || pixel.y < 0 || pixel.x > size.width()
            || pixel.y > size.height())
            continue;
        const double far = std::clamp((pixel.depth - distance + radius * 0.8) / (radius * 1.8), 0.0, 1.0);
        const QColor colour = colourOf((*drawing.colours)[i]);
        points.push_back({pixel, drawing.isFlat ? colour : mixed(colour, background, far * kMostHaze)});
    }
    std::ranges::stable_sort(points, std::ranges::greater(),
                             [](const PrintedPoint& point) { return point.pixel.depth; });
    return points;
}

}

void paintSpace(QPainter& painter, const SpaceView& view, QSize size)
{
    const SpaceDrawing drawing = view.drawing();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect({}, size), colourOf(drawing.background));
    const SpaceProjection projection(drawing.camera, size.width(), size.height());
    paintBox(painter, drawing, projection);
    const double radius = drawing.pointSize / 2;
    painter.setPen(QPen(colourOf(drawing.background), radius * 0.2));
    for (const PrintedPoint& point : pointsInSight(drawing, projection, size)) {
        painter.setBrush(point.colour);
        painter.drawEllipse(QPointF(point.pixel.x, point.pixel.y), radius * 0.9, radius * 0.9);
    }
    SpaceOverlay overlay(painter, view, projection, drawing.pointSize);
    overlay.paintAxisNames(drawing.box, view.axisNames());
}

}
