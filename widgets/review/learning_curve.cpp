#include "widgets/review/learning_curve.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace widgets {

LearningCurve::LearningCurve(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("learningCurve"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LearningCurve::setCurve(std::vector<Point> points, const std::optional<Outlook>& outlook)
{
    m_points = std::move(points);
    m_outlook = outlook;
    if (!m_points.empty())
        setAccessibleName(
            tr("Correlation %1 after %n label(s)", nullptr, static_cast<int>(m_points.back().labels))
                .arg(shownNumber(m_points.back().correlation, 2, 'f')));
    update();
}

void LearningCurve::paintEvent(QPaintEvent*)
{
    if (m_points.empty())
        return;
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const double side = metrics.horizontalAdvance(QStringLiteral("−0.0")) + 6;
    const QRectF room(side, 6.5, width() - side - 10.0, height() - metrics.height() - 12.0);
    double low = 0.0, high = 1.0;
    for (const Point& point : m_points)
        low = std::min(low, point.correlation);
    low = low < -0.5 ? -1.0 : low < 0.0 ? -0.5 : 0.0; // a line of the scale
    const auto most = static_cast<double>(m_outlook ? m_outlook->then.labels : m_points.back().labels);
    const auto at = [&](double labels, double correlation) {
        return QPointF(room.left() + room.width() * labels / std::max(1.0, most),
                       room.bottom()
                           - room.height() * (std::clamp(correlation, low, high) - low) / (high - low));
    };
    for (const double level : {-1.0, -0.5, 0.0, 0.5, 1.0}) {
        if (level < low)
            continue;
        painter.setPen(theme.line);
        painter.drawLine(at(0, level), at(most, level));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, at(0, level).y() - metrics.height() / 2.0, side - 4, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, shownNumber(level, 1, 'f'));
    }
    const QPointF now = at(static_cast<double>(m_points.back().labels), m_points.back().correlation);
    if (m_outlook) {
        const QPointF then = at(most, m_outlook->then.correlation);
        QColor band = theme.accent;
        band.setAlphaF(0.25F);
        QPainterPath fan(now);
        fan.lineTo(at(most, m_outlook->high));
        fan.lineTo(at(most, m_outlook->low));
        fan.closeSubpath();
        painter.fillPath(fan, band);
        painter.setPen(QPen(theme.accent, 1.5, Qt::DashLine));
        painter.drawLine(now, then);
    }
    QPainterPath line;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const QPointF place = at(static_cast<double>(m_points[i].labels), m_points[i].correlation);
        if (i == 0)
            line.moveTo(place);
        else
            line.lineTo(place);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 2));
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(now, 3.5, 3.5);
    painter.setPen(theme.muted);
    const QRectF foot(room.left(), height() - metrics.height() - 2.0, room.width() + 10, metrics.height());
    painter.drawText(foot, Qt::AlignLeft, tr("answers"));
    painter.drawText(foot, Qt::AlignRight, QString::number(static_cast<int>(most)));
}

}
