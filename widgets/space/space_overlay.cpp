#include "widgets/space/space_overlay.h"

#include "widgets/base/theme.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kCardPicture = 64; // pixels of its longer side
constexpr double kCardWidth = 220; // pixels of its words, where there is room

/// The middles of the four edges of the box along an axis: those farthest outside first, of two the lower.
std::array<QPointF, 4> outerEdges(const SpaceBox& box, std::size_t axis, const SpaceProjection& projection,
                                  const QPointF& centre)
{
    std::array<QPointF, 4> edges;
    std::size_t count = 0;
    for (unsigned corner = 0; corner < 8; ++corner) {
        if (corner & (1U << axis))
            continue;
        std::array<float, 3> middle = box.corner(corner);
        middle[axis] = static_cast<float>(box.middle()[axis]);
        const auto pixel = projection.pixel(middle);
        edges.at(count++) = {pixel.x, pixel.y};
    }
    std::ranges::stable_sort(edges, std::ranges::greater(), [&](const QPointF& edge) {
        return std::hypot(edge.x() - centre.x(), edge.y() - centre.y()) + (edge.y() - centre.y()) * 0.3;
    });
    return edges;
}

QPointF middleOf(const SpaceBox& box, const SpaceProjection& projection)
{
    const SpacePosition middle = box.middle();
    const auto pixel = projection.pixel(
        {static_cast<float>(middle[0]), static_cast<float>(middle[1]), static_cast<float>(middle[2])});
    return {pixel.x, pixel.y};
}

/// Beside an edge, away from the middle of the box, and within the view.
QRectF besideEdge(const QSizeF& size, const QPointF& edge, const QPointF& middle, const QRectF& inside)
{
    const QPointF outwards = edge - middle;
    const double length = std::max(1.0, std::hypot(outwards.x(), outwards.y()));
    QRectF place({}, size);
    place.moveCenter(edge
                     + QPointF(outwards.x() / length * (size.width() / 2 + 4),
                               outwards.y() / length * (size.height() / 2 + 4)));
    place.moveLeft(
        std::clamp(place.left(), inside.left(), std::max(inside.left(), inside.right() - size.width())));
    place.moveTop(
        std::clamp(place.top(), inside.top(), std::max(inside.top(), inside.bottom() - size.height())));
    return place;
}

}

std::array<std::optional<QRectF>, 3> axisNamePlaces(const SpaceBox& box, const SpaceProjection& projection,
                                                    const QRectF& inside, const std::array<QSizeF, 3>& sizes)
{
    std::array<std::optional<QRectF>, 3> places;
    const QPointF middle = middleOf(box, projection);
    for (std::size_t axis = 0; axis < places.size(); ++axis) {
        for (const QPointF& edge : outerEdges(box, axis, projection, middle)) {
            if (!inside.contains(edge))
                continue; // zoomed past it
            const QRectF place = besideEdge(sizes.at(axis), edge, middle, inside);
            if (std::ranges::none_of(places, [&](const auto& other) {
                    return other && other->adjusted(-2, -2, 2, 2).intersects(place);
                })) {
                places.at(axis) = place;
                break;
            }
        }
    }
    return places;
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
    std::array<QSizeF, 3> sizes;
    for (std::size_t axis = 0; axis < sizes.size(); ++axis)
        sizes.at(axis) = QFontMetricsF(small).boundingRect(names.at(axis)).adjusted(-3, -1, 3, 1).size();
    const auto places
        = axisNamePlaces(box, m_projection, QRectF(m_view.rect()).adjusted(4, 4, -4, -4), sizes);
    for (std::size_t axis = 0; axis < places.size(); ++axis) {
        if (!places.at(axis) || names.at(axis).isEmpty())
            continue;
        QColor ground = theme.background;
        ground.setAlphaF(0.75F);
        m_painter.fillRect(*places.at(axis), ground);
        m_painter.setPen(theme.muted);
        m_painter.drawText(*places.at(axis), Qt::AlignCenter, names.at(axis));
    }
}

void SpaceOverlay::paintMarks(const std::vector<SpaceMark>& marks)
{
    const Theme& theme = themeOf(m_view.palette());
    QFont small = m_view.font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    m_painter.setFont(small);
    std::vector<QRectF> taken;
    for (const SpaceMark& mark : marks) {
        QRectF place = QFontMetricsF(small).boundingRect(mark.text).adjusted(-3, -1, 3, 1);
        place.moveCenter(pixel(mark.place));
        const double room = std::max(2.0, m_view.width() - 2 - place.width());
        place.moveLeft(std::clamp(place.left(), 2.0, room));
        if (std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(place); }))
            continue;
        taken.push_back(place);
        QColor ground = theme.background;
        ground.setAlphaF(0.6F);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(ground);
        m_painter.drawRoundedRect(place, 3, 3);
        m_painter.setPen(theme.text);
        m_painter.drawText(place, Qt::AlignCenter, mark.text);
    }
}

void SpaceOverlay::paintPlane(const SpacePlane& plane)
{
    QColor colour = themeOf(m_view.palette()).accent;
    QPolygonF corners;
    for (const auto& corner : plane)
        corners << pixel(corner);
    m_painter.setPen(QPen(colour, 1.6));
    colour.setAlphaF(0.12F);
    m_painter.setBrush(colour);
    m_painter.drawPolygon(corners);
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

void SpaceOverlay::paintCard(const SpaceCard& card, const std::array<float, 3>& position)
{
    const Theme& theme = themeOf(m_view.palette());
    const QPointF beside = pixel(position);
    const QFontMetricsF metrics(m_view.font());
    m_painter.setFont(m_view.font());
    const QSizeF picture = card.picture.isNull()
        ? QSizeF()
        : QSizeF(card.picture.size()).scaled(kCardPicture, kCardPicture, Qt::KeepAspectRatio);
    const double left = picture.isEmpty() ? 7 : picture.width() + 14;
    const double room = std::max(20.0, m_view.width() - 8 - 7 - left);
    const QString title = metrics.elidedText(card.title, Qt::ElideRight, room);
    const double width = card.words.isEmpty()
        ? metrics.horizontalAdvance(title)
        : std::min(room, std::max(kCardWidth, metrics.horizontalAdvance(title)));
    // Two lines of words, the second cut where more follow.
    const QString words = metrics.elidedText(card.words, Qt::ElideRight, 1.8 * width);
    const double below = words.isEmpty()           ? 0
        : metrics.horizontalAdvance(words) > width ? 2 * metrics.height()
                                                   : metrics.height();
    QRectF place(0, 0, left + width + 7,
                 std::max(metrics.height() + below + 8, picture.isEmpty() ? 0 : picture.height() + 10));
    place.moveCenter(QPointF(beside.x(), beside.y() - m_pointSize / 2 - 8 - place.height() / 2));
    if (place.top() < 4)
        place.moveTop(beside.y() + m_pointSize / 2 + 8);
    place.moveLeft(std::clamp(place.left(), 4.0, std::max(4.0, m_view.width() - 4 - place.width())));
    m_painter.setPen(theme.line);
    m_painter.setBrush(theme.raised);
    m_painter.drawRoundedRect(place, 5, 5);
    if (!picture.isEmpty())
        m_painter.drawImage(QRectF(place.topLeft() + QPointF(6, 5), picture), card.picture);
    QRectF line = place.adjusted(left, 4, -7, -4);
    m_painter.setPen(theme.text);
    m_painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, title);
    line.setTop(line.top() + metrics.height());
    m_painter.setPen(theme.muted);
    m_painter.drawText(line, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words);
}

void SpaceOverlay::paintLasso(const QPolygonF& lasso)
{
    const QColor accent = themeOf(m_view.palette()).accent;
    QColor ground = accent;
    ground.setAlphaF(0.14F);
    m_painter.setBrush(ground);
    m_painter.setPen(QPen(accent, 1.4, Qt::DashLine));
    m_painter.drawPolygon(lasso);
}

}
