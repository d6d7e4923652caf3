#include "widgets/dataset/ternary_plot.h"

namespace widgets {

namespace {

constexpr double kHeightOfSide = 0.8660254037844386; // of a triangle with equal sides
constexpr double kLeastSide = 0.75; // of the side that there is room for

}

TernaryPlot::TernaryPlot(QWidget* parent) : PointPlot(parent)
{
    setObjectName(QStringLiteral("ternaryPlot"));
    setAccessibleName(tr("Who decides: share of each modality"));
}

void TernaryPlot::setLegendWidth(int width)
{
    if (width == m_legendWidth)
        return;
    m_legendWidth = width;
    contentMoved();
}

std::array<QPointF, 3> TernaryPlot::corners() const
{
    const double line = fontMetrics().height() + 4.0;
    const QRectF room = QRectF(rect()).adjusted(14.0, line, -14.0, -line);
    const double wished = width() - m_legendWidth - fontMetrics().horizontalAdvance(tr("text")) / 2.0 - 8.0;
    const double widest = std::max(10.0, std::min(room.width(), room.height() / kHeightOfSide));
    // smaller, where the legend would lie over the upper corner
    const double side = std::clamp(2.0 * (wished - room.left()), kLeastSide * widest, widest);
    const double top = room.top() + (room.height() - side * kHeightOfSide) / 2.0;
    const double middle
        = std::clamp(wished, room.left() + side / 2.0, std::max(room.left() + side / 2.0, room.center().x()));
    const double bottom = top + side * kHeightOfSide;
    return {QPointF(middle, top), QPointF(middle - side / 2.0, bottom), QPointF(middle + side / 2.0, bottom)};
}

QPointF TernaryPlot::at(const std::array<double, 3>& shares) const
{
    const auto [text, sound, vision] = corners();
    return text * shares[0] + sound * shares[1] + vision * shares[2];
}

std::optional<QPointF> TernaryPlot::place(const DatasetPoint& point) const
{
    return at(point.shares);
}

void TernaryPlot::paintGround(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const auto [text, sound, vision] = corners();
    painter.setPen(QPen(theme.line, 1.0));
    for (const double part : {0.25, 0.5, 0.75}) {
        painter.drawLine(at({part, 1.0 - part, 0.0}), at({part, 0.0, 1.0 - part}));
        painter.drawLine(at({1.0 - part, part, 0.0}), at({0.0, part, 1.0 - part}));
        painter.drawLine(at({1.0 - part, 0.0, part}), at({0.0, 1.0 - part, part}));
    }
    painter.setPen(QPen(theme.muted, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF({text, sound, vision}));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    const double line = fontMetrics().height();
    const auto name
        = [&](QPointF corner, double y, int alignment, const QColor& colour, const QString& word) {
              const double left = alignment & Qt::AlignHCenter ? corner.x() - 80
                  : alignment & Qt::AlignLeft                  ? std::max(2.0, corner.x() - 12)
                                              : std::min(width() - 2.0, corner.x() + 12) - 160;
              painter.setPen(colour);
              painter.drawText(QRectF(left, y, 160, line), alignment | Qt::AlignVCenter, word);
          };
    name(text, text.y() - line - 3, Qt::AlignHCenter, theme.language, tr("text"));
    name(sound, sound.y() + 3, Qt::AlignLeft, theme.sound, tr("sound"));
    name(vision, vision.y() + 3, Qt::AlignRight, theme.vision, tr("vision"));
}

}
