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

/// Something to paint: a point, a line or a triangle.
struct PrintedPart {
    double depth = 0.0; ///< of its middle
    QColor colour;
    std::array<QPointF, 3> corners;
    std::size_t count = 0; ///< of corners
};

/// Adds the points in sight, those far away nearest to the background.
void addPoints(std::vector<PrintedPart>& parts, const SpaceDrawing& drawing,
               const SpaceProjection& projection, const QSize& size)
{
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
        parts.push_back({pixel.depth,
                         drawing.isFlat ? colour : mixed(colour, background, far * kMostHaze),
                         {QPointF(pixel.x, pixel.y)},
                         1});
    }
}

/// Whether corners on the screen follow each other anticlockwise, as seen.
bool isFront(const std::array<QPointF, 3>& corners)
{
    const QPointF a = corners[1] - corners[0];
    const QPointF b = corners[2] - corners[0];
    return a.x() * b.y() - a.y() * b.x() < 0; // pixels count downwards
}

/// Adds the triangles and lines of the scene.
template <std::size_t count>
void addCells(std::vector<PrintedPart>& parts, const SpaceDrawing& drawing, const SpaceProjection& projection,
              const std::vector<std::array<std::uint32_t, count>>& cells)
{
    for (const auto& cell : cells) {
        PrintedPart part;
        part.count = count;
        std::array<int, 3> sums{};
        bool isBehind = false;
        for (std::size_t corner = 0; corner < count; ++corner) {
            const auto pixel = projection.pixel(drawing.scene->vertices[cell.at(corner)]);
            isBehind = isBehind || pixel.depth <= 0;
            part.corners.at(corner) = {pixel.x, pixel.y};
            part.depth += pixel.depth / static_cast<double>(count);
            for (std::size_t k = 0; k < 3; ++k)
                sums.at(k) += drawing.scene->colours[cell.at(corner)].at(k);
        }
        if (isBehind)
            continue;
        const auto mean = [&](std::size_t k) { return sums.at(k) / static_cast<int>(count); };
        part.colour = QColor(mean(0), mean(1), mean(2));
        if (count == 3 && drawing.scene->isOneSided && !isFront(part.corners))
            continue;
        parts.push_back(part);
    }
}

void paintPart(QPainter& painter, const PrintedPart& part, double radius, const QColor& background)
{
    if (part.count == 1) {
        painter.setPen(QPen(background, radius * 0.2));
        painter.setBrush(part.colour);
        painter.drawEllipse(part.corners[0], radius * 0.9, radius * 0.9);
    } else if (part.count == 2) {
        painter.setPen(QPen(part.colour, 1.5));
        painter.drawLine(part.corners[0], part.corners[1]);
    } else {
        painter.setPen(QPen(part.colour, 0.6)); // closes the seam to the next one
        painter.setBrush(part.colour);
        painter.drawPolygon(part.corners.data(), 3);
    }
}

}

void paintSpace(QPainter& painter, const SpaceView& view, QSize size)
{
    const SpaceDrawing drawing = view.drawing();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor background = colourOf(drawing.background);
    painter.fillRect(QRect({}, size), background);
    const SpaceProjection projection(drawing.camera, size.width(), size.height());
    if (drawing.hasBox)
        paintBox(painter, drawing, projection);
    std::vector<PrintedPart> parts;
    if (drawing.pointSize > 0)
        addPoints(parts, drawing, projection, size);
    if (drawing.scene) {
        addCells(parts, drawing, projection, drawing.scene->triangles);
        addCells(parts, drawing, projection, drawing.scene->lines);
    }
    std::ranges::stable_sort(parts, std::ranges::greater(), &PrintedPart::depth);
    for (const PrintedPart& part : parts)
        paintPart(painter, part, drawing.pointSize / 2, background);
    SpaceOverlay overlay(painter, view, projection, drawing.pointSize);
    overlay.paintAxisNames(drawing.box, view.axisNames());
    overlay.paintMarks(view.marks());
    if (view.plane())
        overlay.paintPlane(*view.plane());
}

}
