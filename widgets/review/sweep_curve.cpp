#include "widgets/review/sweep_curve.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace widgets {

SweepCurve::SweepCurve(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void SweepCurve::setCurve(const QString& title, std::vector<Point> points)
{
    m_title = title;
    m_points = std::move(points);
    QStringList said;
    for (const Point& point : m_points) {
        const auto number = [](const std::optional<double>& value) {
            return value ? shownNumber(*value, 2, 'f') : QStringLiteral("–");
        };
        said
            << (point.chance
                    ? tr("%1: %2, by chance %3").arg(point.setting, number(point.value), number(point.chance))
                    : tr("%1: %2").arg(point.setting, number(point.value)));
    }
    setAccessibleName(m_title);
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    setToolTip(said.join(QLatin1Char('\n')));
    update();
}

void SweepCurve::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    painter.setPen(theme.text);
    const int line = fontMetrics().height();
    painter.drawText(QRect(0, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_title, Qt::ElideRight, width()));
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const double side = metrics.horizontalAdvance(shownNumber(0.5, 1, 'f')) + 8;
    const double inset = m_points.empty() ? 0 : metrics.horizontalAdvance(m_points.back().setting) / 2.0 + 2;
    const QRectF room(side + inset, line + metrics.height() / 2.0 + 2, width() - side - inset * 2 - 2,
                      height() - line - metrics.height() * 1.5 - 10);
    const auto at = [&](std::size_t i, double value) {
        const double part
            = m_points.size() < 2 ? 0.5 : static_cast<double>(i) / static_cast<double>(m_points.size() - 1);
        return QPointF(room.left() + room.width() * part,
                       room.bottom() - room.height() * std::clamp(value, 0.0, 1.0));
    };
    for (const double level : {0.0, 0.5, 1.0}) {
        const double y = at(0, level).y();
        painter.setPen(theme.line);
        painter.drawLine(QPointF(side, y), QPointF(width() - 2, y));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, y - metrics.height() / 2.0, side - 4, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, shownNumber(level, level == 0.5 ? 1 : 0, 'f'));
    }
    const auto drawCurve = [&](std::optional<double> Point::*of, const QPen& pen) {
        QPainterPath path;
        bool isGoingOn = false;
        for (std::size_t i = 0; i < m_points.size(); ++i) {
            const std::optional<double>& value = m_points[i].*of;
            if (value && isGoingOn)
                path.lineTo(at(i, *value));
            else if (value)
                path.moveTo(at(i, *value));
            isGoingOn = value.has_value();
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(pen);
        painter.drawPath(path);
    };
    drawCurve(&Point::chance, QPen(theme.muted, 1.5, Qt::DashLine));
    drawCurve(&Point::value, QPen(theme.accent, 2));
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (m_points[i].value) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.accent);
            painter.drawEllipse(at(i, *m_points[i].value), 3, 3);
        }
        painter.setPen(theme.muted);
        const double wide = metrics.horizontalAdvance(m_points[i].setting) + 4.0;
        painter.drawText(
            QRectF(at(i, 0).x() - wide / 2, height() - metrics.height() - 2.0, wide, metrics.height()),
            Qt::AlignCenter, m_points[i].setting);
    }
}

}
