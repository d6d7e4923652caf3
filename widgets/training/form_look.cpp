#include "widgets/training/form_look.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

namespace widgets {

QFont smallerFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

QFont strongerFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

std::vector<int> fairWidths(const std::vector<int>& needed, int available)
{
    std::vector<int> widths(needed.size(), 0);
    std::vector<std::size_t> order(needed.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return needed[a] < needed[b]; });
    int rest = std::max(0, available);
    for (std::size_t i = 0; i < order.size();
         ++i) { // the modest ones first, so that others get what they leave
        const int share = rest / static_cast<int>(order.size() - i);
        widths[order[i]] = std::min(needed[order[i]], share);
        rest -= widths[order[i]];
    }
    return widths;
}

void drawTick(QPainter& painter, const QRectF& square, const QColor& colour)
{
    const auto at = [&](double x, double y) {
        return QPointF(square.left() + x * square.width(), square.top() + y * square.height());
    };
    painter.setPen(QPen(colour, square.width() / 8.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({at(0.24, 0.52), at(0.43, 0.71), at(0.78, 0.31)}));
}

void drawHatch(QPainter& painter, const QRectF& place, const QColor& colour, double corner)
{
    constexpr double step = 7.0;
    QPainterPath edge;
    edge.addRoundedRect(place, corner, corner);
    painter.save();
    painter.setClipPath(edge, Qt::IntersectClip);
    painter.setPen(QPen(colour, 1.0));
    for (double x = place.left() - place.height(); x < place.right(); x += step)
        painter.drawLine(QPointF(x, place.bottom()), QPointF(x + place.height(), place.top()));
    painter.restore();
}

}
