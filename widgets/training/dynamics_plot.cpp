#include "widgets/training/dynamics_plot.h"

#include "widgets/base/scale_number.h"
#include "widgets/base/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kPoint = 3.5; // pixels: the radius of a segment
constexpr double kReach = 14.0; // pixels: how near to a point the mouse has to be
constexpr double kRoom = 1.05; // of the largest value, up to the edge

}

DynamicsPlot::DynamicsPlot(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Segments that were learnt from"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void DynamicsPlot::setSegments(std::vector<SegmentDynamics> segments)
{
    std::ranges::stable_sort(segments, std::greater(), &SegmentDynamics::mean);
    if (segments == m_segments)
        return;
    m_segments = std::move(segments);
    m_mostMean = m_mostDeviation = 0.0;
    for (const SegmentDynamics& segment : m_segments) {
        m_mostMean = std::max(m_mostMean, segment.mean);
        m_mostDeviation = std::max(m_mostDeviation, segment.deviation);
    }
    m_mostMean = m_mostMean > 0.0 ? m_mostMean * kRoom : 1.0;
    m_mostDeviation = m_mostDeviation > 0.0 ? m_mostDeviation * kRoom : 1.0;
    mark(std::nullopt);
}

void DynamicsPlot::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

QRectF DynamicsPlot::area() const
{
    const int line = fontMetrics().height();
    const int numbers = fontMetrics().horizontalAdvance(QStringLiteral("0.000"));
    return QRectF(rect()).adjusted(numbers + 2 * line, line, -line, -2.4 * line);
}

QPointF DynamicsPlot::pointOf(std::size_t index) const
{
    const QRectF area = this->area();
    const SegmentDynamics& segment = m_segments.at(index);
    return {area.left() + segment.deviation / m_mostDeviation * area.width(),
            area.bottom() - segment.mean / m_mostMean * area.height()};
}

std::optional<std::size_t> DynamicsPlot::nearest(QPointF place) const
{
    std::optional<std::size_t> found;
    double least = kReach;
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        const QPointF apart = pointOf(i) - place;
        if (const double distance = std::hypot(apart.x(), apart.y()); distance < least) {
            least = distance;
            found = i;
        }
    }
    return found;
}

QString DynamicsPlot::textOf(std::size_t index) const
{
    const SegmentDynamics& segment = m_segments.at(index);
    return tr("%1: error %2, deviation %3")
        .arg(segment.id, shownNumber(segment.mean, 3, 'f'), shownNumber(segment.deviation, 3, 'f'));
}

void DynamicsPlot::mark(std::optional<std::size_t> index)
{
    m_marked = index;
    setAccessibleDescription(index ? textOf(*index) : QString());
    update();
}

void DynamicsPlot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = themeOf(palette());
    const int line = fontMetrics().height();
    if (m_segments.empty()) {
        painter.setPen(theme.muted);
        painter.drawText(rect().adjusted(line, line, -line, -line), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    const QRectF area = this->area();
    painter.setPen(theme.line);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.drawLine(area.bottomLeft(), area.topLeft());
    painter.setPen(theme.muted);
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = area.bottom() - share / kRoom * area.height();
        painter.drawText(QRectF(line, y - line, area.left() - 1.5 * line, 2 * line),
                         Qt::AlignRight | Qt::AlignVCenter, shownNumber(share * m_mostMean / kRoom, 2, 'f'));
        const double x = area.left() + share / kRoom * area.width();
        painter.drawText(QRectF(x - 3 * line, area.bottom() + 2, 6 * line, line), Qt::AlignCenter,
                         shownNumber(share * m_mostDeviation / kRoom, 2, 'f'));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + 1.2 * line, area.width(), 1.2 * line),
                     Qt::AlignCenter, tr("deviation of the error over the epochs"));
    painter.save();
    painter.translate(line * 0.7, area.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-area.height() / 2, -line / 2.0, area.height(), line), Qt::AlignCenter,
                     tr("mean error"));
    painter.restore();
    painter.setPen(QPen(theme.panel, 0.7));
    QColor colour = theme.accent;
    colour.setAlphaF(0.75F);
    painter.setBrush(colour);
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        painter.drawEllipse(pointOf(i), kPoint, kPoint);
    if (m_marked) {
        painter.setBrush(theme.accent);
        painter.setPen(QPen(theme.text, 1.5));
        painter.drawEllipse(pointOf(*m_marked), 1.7 * kPoint, 1.7 * kPoint);
        painter.setPen(theme.text);
        painter.drawText(QRectF(area.left(), 0, area.width(), line), Qt::AlignRight, textOf(*m_marked));
    }
}

void DynamicsPlot::mouseMoveEvent(QMouseEvent* event)
{
    const std::optional<std::size_t> index = nearest(event->position());
    setCursor(index ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (index != m_marked)
        mark(index);
}

void DynamicsPlot::mousePressEvent(QMouseEvent* event)
{
    if (const std::optional<std::size_t> index = nearest(event->position())) {
        mark(index);
        emit chosen(SegmentDynamics(m_segments[*index]));
    }
}

void DynamicsPlot::keyPressEvent(QKeyEvent* event)
{
    const bool isNext = event->key() == Qt::Key_Down || event->key() == Qt::Key_Right;
    const bool isPrevious = event->key() == Qt::Key_Up || event->key() == Qt::Key_Left;
    if (m_segments.empty())
        return QWidget::keyPressEvent(event);
    if (isNext)
        return mark(m_marked ? std::min(*m_marked + 1, m_segments.size() - 1) : 0);
    if (isPrevious)
        return mark(m_marked && *m_marked > 0 ? *m_marked - 1 : 0);
    if (m_marked && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        emit chosen(SegmentDynamics(m_segments[*m_marked]));
    else
        QWidget::keyPressEvent(event);
}

void DynamicsPlot::leaveEvent(QEvent*)
{
    if (!hasFocus())
        mark(std::nullopt);
}

}
