#include "widgets/timeline/timeline_overlay.h"

#include "widgets/timeline/ruler.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

/// As fine as one pixel tells.
QString timeText(double seconds, const TimeScale& scale)
{
    const double step = std::pow(10.0, std::floor(std::log10(1.0 / scale.pixelsPerSecond)));
    return rulerLabel(seconds, std::min(step, 0.1));
}

/// Text on a rounded ground.
void paintNote(QPainter& painter, const QRectF& place, const QString& text, const QColor& ground,
               const QColor& colour)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(place, 3, 3);
    painter.setPen(colour);
    painter.drawText(place, Qt::AlignCenter, text);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

QString pointerText(double x, const TimeAxis& axis)
{
    return timeText(axis.secondsInside(x), axis.scale);
}

}

TimelineOverlay::TimelineOverlay(QPainter& painter, const TimelineState& state, const TimelineLook& look)
    : m_painter(painter)
    , m_state(state)
    , m_look(look)
{
}

void TimelineOverlay::paintSpans()
{
    const TimelineMarks& marks = m_state.marks;
    const Theme& theme = m_look.theme;
    m_painter.save();
    m_painter.setClipRect(m_look.areas.timed());
    if (marks.highlight)
        paintSpan(*marks.highlight, theme.accent, theme.isDark() ? 38 : 30);
    if (marks.selection) {
        paintSpan(*marks.selection, theme.text, 26);
        paintSelectedTimes(*marks.selection);
    }
    m_painter.restore();
}

/// A tinted column through all tracks.
void TimelineOverlay::paintSpan(engine::Interval span, const QColor& colour, int alpha)
{
    const QRect area = m_look.areas.tracks();
    const TimeScale& scale = m_state.axis.scale;
    // Only what is in sight: a span may be millions of pixels wide.
    const double left = area.left() + std::clamp(scale.x(span.start), -2.0, area.width() + 2.0);
    const double right = area.left() + std::clamp(scale.x(span.end), -2.0, area.width() + 2.0);
    const QRectF rect(left, area.top(), right - left, area.height());
    QColor tint = colour;
    tint.setAlpha(alpha);
    m_painter.fillRect(rect, tint);
    tint.setAlpha(std::min(255, alpha * 3));
    m_painter.setPen(tint);
    m_painter.drawLine(QPointF(rect.left(), rect.top()), QPointF(rect.left(), rect.bottom()));
    m_painter.drawLine(QPointF(rect.right(), rect.top()), QPointF(rect.right(), rect.bottom()));
}

/// Start, length and end of the selection on the ruler; where it is too narrow for them, all beside its end.
void TimelineOverlay::paintSelectedTimes(engine::Interval span)
{
    const Theme& theme = m_look.theme;
    const TimeScale& scale = m_state.axis.scale;
    const double leftEnd = TimelineAreas::kHeadWidth;
    const double rightEnd = m_look.areas.size.width();
    const double left = leftEnd + scale.x(span.start);
    const double right = leftEnd + scale.x(span.end);
    if (right < leftEnd || left > rightEnd)
        return;
    m_painter.setFont(m_look.rulerFont());
    const QFontMetrics metrics(m_painter.font());
    QString length = timeText(span.length(), scale);
    if (m_state.marks.selectedFrames)
        length = tr("%1 · %n frame(s)", nullptr, *m_state.marks.selectedFrames).arg(length);
    const QString start = timeText(span.start, scale);
    const QString end = timeText(span.end, scale);
    const auto widthOf = [&](const QString& text) { return metrics.horizontalAdvance(text) + 10.0; };
    const auto note = [&](double x, const QString& text) {
        paintNote(m_painter, {x, 2, widthOf(text), TimelineAreas::kRulerHeight - 5.0}, text, theme.accent,
                  theme.onAccent);
    };
    if (right - left >= widthOf(start) + widthOf(length) + widthOf(end) + 16) {
        // What is wider than the view keeps its texts in sight.
        if (left >= leftEnd)
            note(left, start);
        if (right <= rightEnd)
            note(right - widthOf(end), end);
        note((std::max(left, leftEnd) + std::min(right, rightEnd) - widthOf(length)) / 2, length);
        return;
    }
    const QString all = tr("%1 – %2 · %3").arg(start, end, length);
    note(std::clamp(right + 4, leftEnd, std::max(leftEnd, rightEnd - widthOf(all))), all);
}

void TimelineOverlay::paintGuide()
{
    if (!m_state.marks.guide)
        return;
    m_painter.save();
    m_painter.setClipRect(m_look.areas.timed());
    const double x = TimelineAreas::kHeadWidth + std::round(m_state.axis.scale.x(*m_state.marks.guide)) + 0.5;
    m_painter.setPen(QPen(m_look.theme.accent, 1, Qt::DashLine));
    m_painter.drawLine(QPointF(x, TimelineAreas::kRulerHeight), QPointF(x, m_look.areas.size.height()));
    m_painter.restore();
}

void TimelineOverlay::paintPointer(bool withTime)
{
    if (!m_state.pointer.x)
        return;
    const double x = *m_state.pointer.x;
    m_painter.save();
    m_painter.setClipRect(m_look.areas.timed());
    QColor line = m_look.theme.text;
    line.setAlpha(90);
    m_painter.setPen(line);
    const double column = TimelineAreas::kHeadWidth + std::round(x) + 0.5;
    m_painter.drawLine(QPointF(column, TimelineAreas::kRulerHeight),
                       QPointF(column, m_look.areas.size.height()));
    if (withTime) {
        m_painter.setFont(m_look.rulerFont());
        paintNote(m_painter, pointerNote(x, m_state, m_look), pointerText(x, m_state.axis),
                  m_look.theme.raised, m_look.theme.text);
    }
    m_painter.restore();
}

void TimelineOverlay::paintPlayhead()
{
    const Theme& theme = m_look.theme;
    const QSize size = m_look.areas.size;
    m_painter.save();
    m_painter.setClipRect(m_look.areas.timed());
    const double inTracks = m_state.axis.scale.x(m_state.marks.playhead);
    const double x
        = TimelineAreas::kHeadWidth + std::round(std::clamp(inTracks, -50.0, size.width() + 50.0)) + 0.5;
    QColor halo = theme.attention;
    halo.setAlpha(60);
    m_painter.setPen(QPen(halo, 3));
    m_painter.drawLine(QPointF(x, 0), QPointF(x, size.height()));
    m_painter.setPen(QPen(theme.attention, 1));
    m_painter.drawLine(QPointF(x, 0), QPointF(x, size.height()));
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(theme.attention);
    m_painter.setPen(Qt::NoPen);
    m_painter.drawPolygon(QPolygonF({{x - 5, 0}, {x + 5, 0}, {x + 5, 6}, {x, 12}, {x - 5, 6}}));
    m_painter.restore();
}

QRectF pointerNote(double x, const TimelineState& state, const TimelineLook& look)
{
    const double leftEnd = TimelineAreas::kHeadWidth;
    const double wide = QFontMetrics(look.rulerFont()).horizontalAdvance(pointerText(x, state.axis)) + 10.0;
    const double left
        = std::clamp(leftEnd + x - wide / 2, leftEnd, std::max(leftEnd, look.areas.size.width() - wide));
    return {left, 2, wide, TimelineAreas::kRulerHeight - 5.0};
}

}
