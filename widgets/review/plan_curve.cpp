#include "widgets/review/plan_curve.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

/// 1, 2 or 5 times a power of ten: some three steps up to `most`.
double roundStep(double most)
{
    const double power = std::pow(10.0, std::floor(std::log10(std::max(most, 1e-6) / 3.0)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (most / (power * factor) <= 4.0)
            return power * factor;
    }
    return power * 10.0;
}

}

PlanCurve::PlanCurve(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void PlanCurve::setFigures(std::vector<Line> lines, double wished, std::optional<QPointF> chosen, int people)
{
    m_lines = std::move(lines);
    m_wished = wished;
    m_chosen = chosen;
    m_people = people;
    m_mostRatings = 1.0;
    m_mostWidth = wished * 1.2;
    QStringList said;
    for (const Line& line : m_lines) {
        for (const QPointF& point : line.points) {
            m_mostRatings = std::max(m_mostRatings, point.x());
            m_mostWidth = std::max(m_mostWidth, point.y());
        }
        if (line.people == m_people) {
            for (const QPointF& point : line.points)
                said << tr("%1 ratings: ± %2")
                            .arg(QLocale().toString(std::lround(point.x())), shownNumber(point.y(), 3, 'f'));
        }
    }
    setAccessibleName(tr("Half width against ratings"));
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    setToolTip(said.join(QLatin1Char('\n')));
    update();
}

QPointF PlanCurve::at(const QRectF& room, QPointF figures) const
{
    return {room.left() + room.width() * figures.x() / m_mostRatings,
            room.bottom() - room.height() * figures.y() / m_mostWidth};
}

void PlanCurve::drawLines(QPainter& painter, const QRectF& room, const QFontMetrics& metrics) const
{
    const Theme& theme = themeOf(palette());
    for (const bool isChosen : {false, true}) { // the chosen one lies above the others
        for (const Line& line : m_lines) {
            if ((line.people == m_people) != isChosen || line.points.empty())
                continue;
            QPainterPath path(at(room, line.points.front()));
            for (const QPointF& point : line.points)
                path.lineTo(at(room, point));
            painter.setBrush(Qt::NoBrush);
            painter.setPen(isChosen ? QPen(theme.accent, 2) : QPen(theme.muted, 1.2, Qt::DotLine));
            painter.drawPath(path);
            painter.setPen(isChosen ? theme.text : theme.muted);
            const QPointF end = at(room, line.points.back());
            painter.drawText(
                QRectF(end.x() + 3, end.y() - metrics.height() / 2.0, metrics.height() * 2, metrics.height()),
                Qt::AlignLeft | Qt::AlignVCenter, QString::number(line.people));
        }
    }
}

void PlanCurve::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    painter.setFont(small);
    const QFontMetrics metrics(small);
    const double side = metrics.horizontalAdvance(shownNumber(0.05, 2, 'f')) + 8;
    const QRectF room(side, metrics.height() / 2.0, width() - side - metrics.height() * 1.5,
                      height() - metrics.height() * 2.0);
    const double step = roundStep(m_mostWidth);
    for (double level = 0.0; level <= m_mostWidth; level += step) {
        const double y = at(room, {0, level}).y();
        painter.setPen(theme.line);
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, y - metrics.height() / 2.0, side - 4, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, shownNumber(level, step < 0.1 ? 2 : 1, 'f'));
    }
    const double ratings = roundStep(m_mostRatings);
    for (double count = ratings; count <= m_mostRatings; count += ratings) {
        const double x = at(room, {count, 0}).x();
        painter.drawText(QRectF(x - 40, height() - metrics.height() - 1.0, 80, metrics.height()),
                         Qt::AlignCenter, QLocale().toString(std::lround(count)));
    }
    const double wish = at(room, {0, m_wished}).y();
    painter.setPen(QPen(theme.attention, 1.2, Qt::DashLine));
    painter.drawLine(QPointF(room.left(), wish), QPointF(room.right(), wish));
    drawLines(painter, room, metrics);
    const QString wished = tr("wished ± %1").arg(shownNumber(m_wished, 2, 'f'));
    const double wide = metrics.horizontalAdvance(wished) + 6.0;
    const QRectF said(room.right() - wide, wish - metrics.height() - 2, wide, metrics.height());
    painter.fillRect(said, theme.panel); // lines end here
    painter.setPen(theme.attention);
    painter.drawText(said, Qt::AlignCenter, wished);
    if (m_chosen) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(at(room, *m_chosen), 4.5, 4.5);
    }
}

}
