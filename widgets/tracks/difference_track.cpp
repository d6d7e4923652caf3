#include "widgets/tracks/difference_track.h"

#include "widgets/base/scale_number.h"

#include <algorithm>
#include <cmath>

namespace widgets {

void DifferenceTrack::setSegments(std::vector<Segment> segments)
{
    if (m_segments == segments)
        return;
    m_segments = std::move(segments);
    emit changed();
}

void DifferenceTrack::setNames(const QString& leading, const QString& other)
{
    m_leading = leading;
    m_other = other;
    emit headChanged();
}

void DifferenceTrack::setScale(double low, double high)
{
    m_range = high - low;
    emit changed();
}

QString DifferenceTrack::subtitle() const
{
    return m_other.isEmpty() ? QString() : tr("%1 − %2").arg(m_other, m_leading);
}

QString DifferenceTrack::headTip() const
{
    return tr("Bars above the line: %1 says more than %2; below it: less.").arg(m_other, m_leading);
}

Track::Part DifferenceTrack::part(std::size_t segment) const
{
    const Segment& one = m_segments[segment];
    return {one.difference ? tr("%1 to %2 s: difference %3")
                                 .arg(one.interval.start, 0, 'f', 2)
                                 .arg(one.interval.end, 0, 'f', 2)
                                 .arg(signedNumber(*one.difference, 2))
                           : tr("%1 to %2 s: not known yet")
                                 .arg(one.interval.start, 0, 'f', 2)
                                 .arg(one.interval.end, 0, 'f', 2),
            one.interval};
}

void DifferenceTrack::paint(TrackCanvas& canvas) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const double middle = std::round(canvas.size.height() / 2.0) + 0.5;
    const double reach = canvas.size.height() / 2.0 - 4;
    painter.setPen(QPen(mixed(theme.background, theme.muted, 0.35), 1, Qt::DashLine));
    painter.drawLine(QPointF(0, middle), QPointF(canvas.size.width(), middle));
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    const QFontMetrics metrics(painter.font());
    for (const Segment& segment : m_segments) {
        if (!segment.difference || segment.interval.end <= visible.start
            || segment.interval.start >= visible.end)
            continue;
        const double left = canvas.scale.x(segment.interval.start) + 1;
        const double right = canvas.scale.x(segment.interval.end) - 1;
        const double tall = reach * std::clamp(*segment.difference / (m_range / 2), -1.0, 1.0);
        QColor fill = *segment.difference < 0 ? theme.negative : theme.positive;
        fill.setAlphaF(segment.isCurrent ? 0.8F : 0.35F);
        painter.fillRect(QRectF(QPointF(left, middle), QPointF(right, middle - tall)).normalized(), fill);
        const QString text = signedNumber(*segment.difference, 2);
        const double wide = metrics.horizontalAdvance(text) + 8;
        const double from = std::max(0.0, left) + 4;
        if (from + wide > right)
            continue;
        const QRectF place(from, middle - metrics.height() / 2.0, wide, metrics.height());
        QColor behind = theme.background;
        behind.setAlpha(200);
        painter.fillRect(place.adjusted(0, 1, 0, -1), behind);
        painter.setPen(segment.isCurrent ? theme.text : theme.muted);
        painter.drawText(place.adjusted(4, 0, 0, 0), Qt::AlignVCenter, text);
    }
}

}
