#include "widgets/space/space_overlay.h"

#include "widgets/base/theme.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

/// The middle of that edge of the box along an axis which is farthest outside, the lower of two.
QPointF outerEdge(const SpaceBox& box, std::size_t axis, const SpaceProjection& projection,
                  const QPointF& centre)
{
    QPointF outer;
    double farthest = -1.0;
    for (unsigned corner = 0; corner < 8; ++corner) {
        if (corner & (1U << axis))
            continue;
        std::array<float, 3> middle = box.corner(corner);
        middle[axis] = static_cast<float>(box.middle()[axis]);
        const auto pixel = projection.pixel(middle);
        const double outside
            = std::hypot(pixel.x - centre.x(), pixel.y - centre.y()) + (pixel.y - centre.y()) * 0.3;
        if (outside > farthest) {
            farthest = outside;
            outer = {pixel.x, pixel.y};
        }
    }
    return outer;
}

}

SpaceOverlay::SpaceOverlay(QPainter& painter, const QWidget& view, const SpaceProjection& projection,
                           double pointSize)
    : m_painter(painter)
    , m_view(view)
    , m_projection(projection)
    , m_pointSize(pointSize)
{
}

QPointF SpaceOverlay::pixel(const std::array<float, 3>& position) const
{
    const auto pixel = m_projection.pixel(position);
    return {pixel.x, pixel.y};
}

void SpaceOverlay::paintAxisNames(const SpaceBox& box, const std::array<QString, 3>& names)
{
    const Theme& theme = themeOf(m_view.palette());
    QFont small = m_view.font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    m_painter.setFont(small);
    const SpacePosition inBox = box.middle();
    const QPointF middle
        = pixel({static_cast<float>(inBox[0]), static_cast<float>(inBox[1]), static_cast<float>(inBox[2])});
    const QRectF inside = QRectF(m_view.rect()).adjusted(4, 4, -4, -4);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const QPointF edge = outerEdge(box, axis, m_projection, middle);
        if (!inside.contains(edge))
            continue; // zoomed past it
        QRectF place = QFontMetricsF(small).boundingRect(names[axis]).adjusted(-3, -1, 3, 1);
        const QPointF outwards = edge - middle;
        const double length = std::max(1.0, std::hypot(outwards.x(), outwards.y()));
        place.moveCenter(edge
                         + QPointF(outwards.x() / length * (place.width() / 2 + 4),
                                   outwards.y() / length * (place.height() / 2 + 4)));
        place.moveLeft(std::clamp(place.left(), inside.left(), inside.right() - place.width()));
        place.moveTop(std::clamp(place.top(), inside.top(), inside.bottom() - place.height()));
        QColor ground = theme.background;
        ground.setAlphaF(0.75F);
        m_painter.fillRect(place, ground);
        m_painter.setPen(theme.muted);
        m_painter.drawText(place, Qt::AlignCenter, names[axis]);
    }
}

void SpaceOverlay::paintRing(const std::array<float, 3>& position, double margin, const QColor& colour)
{
    const double radius = m_pointSize / 2 + margin;
    m_painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(themeOf(m_view.palette()).background, 4), QPen(colour, 2)}) {
        m_painter.setPen(pen);
        m_painter.drawEllipse(pixel(position), radius, radius);
    }
}

void SpaceOverlay::paintText(const QString& text, const std::array<float, 3>& position)
{
    const Theme& theme = themeOf(m_view.palette());
    const QPointF beside = pixel(position);
    const QFontMetricsF metrics(m_view.font());
    m_painter.setFont(m_view.font());
    const double room = m_view.width() - 8 - 14;
    const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(20.0, room));
    QRectF place(0, 0, metrics.horizontalAdvance(shown) + 14, metrics.height() + 8);
    place.moveCenter(QPointF(beside.x(), beside.y() - m_pointSize / 2 - 8 - place.height() / 2));
    if (place.top() < 4)
        place.moveTop(beside.y() + m_pointSize / 2 + 8);
    place.moveLeft(std::clamp(place.left(), 4.0, std::max(4.0, m_view.width() - 4 - place.width())));
    m_painter.setPen(theme.line);
    m_painter.setBrush(theme.raised);
    m_painter.drawRoundedRect(place, 5, 5);
    m_painter.setPen(theme.text);
    m_painter.drawText(place, Qt::AlignCenter, shown);
}

}
