#include "widgets/tracks/tier_track.h"

#include "widgets/base/scale_number.h"
#include "widgets/tracks/interval_boxes.h"

#include <algorithm>

namespace widgets {

namespace {

constexpr double kLeastTextWidth = 18.0; // pixels
constexpr double kMostFlag = 140.0;

}

void TierTrack::setContent(Content content)
{
    m_content = std::move(content);
    setIntervals(m_content.intervals);
    emit headChanged();
}

QString TierTrack::subtitle() const
{
    if (answers() == Answers::Unlocked) // who did that is not to be cut off
        return m_content.subtitle;
    const int count = static_cast<int>(m_content.intervals.size());
    QString text
        = m_content.arePoints ? tr("%n point(s)", nullptr, count) : tr("%n segment(s)", nullptr, count);
    for (const QString& more : {m_content.subtitle, laneNote()}) {
        if (!more.isEmpty())
            text = QStringLiteral("%1 · %2").arg(text, more);
    }
    return text;
}

QColor TierTrack::colour(const Theme& theme) const
{
    return m_content.colour.isValid() ? m_content.colour : theme.accent;
}

QColor TierTrack::colourOf(std::size_t segment, const Theme& theme) const
{
    if (segment < m_content.colours.size()) {
        if (const auto* own = std::get_if<QColor>(&m_content.colours[segment]); own && own->isValid())
            return *own;
        if (const auto* value = std::get_if<double>(&m_content.colours[segment]))
            return theme.sentiment(*value);
    }
    return shownColour(theme);
}

void TierTrack::paint(TrackCanvas& canvas) const
{
    QPainter& painter = canvas.painter;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const LaneRow& row : laneRows(canvas.size.height())) {
        if (m_content.arePoints) {
            paintPoints(canvas, row);
            continue;
        }
        const IntervalBoxes visible = visibleBoxes(row.lane->intervals, canvas.scale, canvas.size.width());
        for (const IntervalBoxes::Run& run : visible.runs)
            painter.fillRect(run.left, row.top, run.right - run.left, row.height, shownColour(canvas.theme));
        for (const IntervalBoxes::Box& box : visible.boxes)
            paintBox(canvas,
                     QRectF(box.left + 0.5, row.top + 0.5, std::max(1.0, box.right - box.left - 1),
                            row.height - 1),
                     row.lane->indices[box.index]);
    }
    paintHidden(canvas);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void TierTrack::paintBox(TrackCanvas& canvas, const QRectF& rect, std::size_t segment) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const QColor own = colourOf(segment, theme);
    painter.setPen(isSelected(segment) ? QPen(theme.text, 2) : QPen(own, 1));
    painter.setBrush(mixed(theme.background, own, theme.isDark() ? 0.45 : 0.35));
    painter.drawRoundedRect(rect, 4, 4);
    if (rect.width() < kLeastTextWidth)
        return;
    painter.setPen(theme.text);
    const double left = std::max(rect.left(), 0.0) + 6; // in sight where the box begins left of the view
    const double room = rect.right() - left - 4;
    painter.drawText(QRectF(left, rect.top(), room, rect.height()), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_content.texts.value(static_cast<qsizetype>(segment)),
                                                      Qt::ElideRight, static_cast<int>(room)));
}

/// Each a line with its text as a flag, as far as the next one leaves room.
void TierTrack::paintPoints(TrackCanvas& canvas, const LaneRow& row) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const std::vector<engine::Interval>& points = row.lane->intervals;
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    const double reach = kMostFlag / canvas.scale.pixelsPerSecond; // a flag reaches in from the left
    auto next = std::partition_point(points.begin(), points.end(), [&](const engine::Interval& point) {
        return point.start < visible.start - reach;
    });
    int painted = -1; // several on one pixel are one line
    for (; next != points.end() && next->start <= visible.end; ++next) {
        const double x = canvas.scale.x(next->start);
        if (static_cast<int>(x) == painted)
            continue;
        painted = static_cast<int>(x);
        const std::size_t segment = row.lane->indices[static_cast<std::size_t>(next - points.begin())];
        const QColor own = colourOf(segment, theme);
        painter.setPen(isSelected(segment) ? QPen(theme.text, 2) : QPen(own, 1.5));
        painter.drawLine(QPointF(x, row.top), QPointF(x, row.top + row.height));
        const double room
            = std::min(kMostFlag,
                       next + 1 == points.end() ? kMostFlag : canvas.scale.x((next + 1)->start) - x)
            - 8;
        if (room < kLeastTextWidth)
            continue;
        painter.setPen(theme.text);
        painter.drawText(
            QRectF(x + 5, row.top, room, row.height), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(m_content.texts.value(static_cast<qsizetype>(segment)),
                                             Qt::ElideRight, static_cast<int>(room)));
    }
}

Track::Part TierTrack::part(std::size_t segment) const
{
    const engine::Interval span = m_content.intervals.at(segment);
    const QString where = m_content.arePoints ? tr("Point %1 of %2 at %3 seconds")
                                                    .arg(segment + 1)
                                                    .arg(m_content.intervals.size())
                                                    .arg(shownNumber(span.start, 2, 'f'))
                                              : tr("Segment %1 of %2, %3 to %4 seconds")
                                                    .arg(segment + 1)
                                                    .arg(m_content.intervals.size())
                                                    .arg(shownNumber(span.start, 2, 'f'))
                                                    .arg(shownNumber(span.end, 2, 'f'));
    const QString text = m_content.texts.value(static_cast<qsizetype>(segment));
    return {text.isEmpty() ? where : QStringLiteral("%1: %2").arg(where, text), span, false,
            isSelected(segment)};
}

}
