// What lies over the timeline's tracks: spans, playhead, guide, and the measuring cursor.
#include "widgets/timeline/ruler.h"
#include "widgets/timeline/timeline_view.h"

#include <QPainter>

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

}

void TimelineView::paintSpans(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const QRect area = trackArea();
    painter.save();
    painter.setClipRect(kHeadWidth, 0, width() - kHeadWidth, height() - kScrollBarHeight);
    const auto column = [&](engine::Interval span, const QColor& colour, int alpha) {
        QColor tint = colour;
        tint.setAlpha(alpha);
        // Only what is in sight: a span may be millions of pixels wide.
        const double left = area.left() + std::clamp(m_scale.x(span.start), -2.0, area.width() + 2.0);
        const double right = area.left() + std::clamp(m_scale.x(span.end), -2.0, area.width() + 2.0);
        const QRectF rect(left, kRulerHeight, right - left, area.height());
        painter.fillRect(rect, tint);
        tint.setAlpha(std::min(255, alpha * 3));
        painter.setPen(tint);
        painter.drawLine(QPointF(rect.left(), rect.top()), QPointF(rect.left(), rect.bottom()));
        painter.drawLine(QPointF(rect.right(), rect.top()), QPointF(rect.right(), rect.bottom()));
    };
    if (m_highlight)
        column(*m_highlight, theme.accent, theme.isDark() ? 38 : 30);
    if (m_selection) {
        column(*m_selection, theme.text, 26);
        paintSelectedTimes(painter);
    }
    painter.restore();
}

/// Start, length and end of the selection on the ruler; where it is too narrow for them, all beside its end.
void TimelineView::paintSelectedTimes(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    const double left = kHeadWidth + m_scale.x(m_selection->start);
    const double right = kHeadWidth + m_scale.x(m_selection->end);
    if (right < kHeadWidth || left > width())
        return;
    painter.setFont(rulerFont());
    const QFontMetrics metrics(painter.font());
    QString length = timeText(m_selection->length(), m_scale);
    if (m_selectedFrames)
        length = tr("%1 · %n frame(s)", nullptr, *m_selectedFrames).arg(length);
    const QString start = timeText(m_selection->start, m_scale);
    const QString end = timeText(m_selection->end, m_scale);
    const auto widthOf = [&](const QString& text) { return metrics.horizontalAdvance(text) + 10.0; };
    const auto note = [&](double x, const QString& text) {
        paintNote(painter, {x, 2, widthOf(text), kRulerHeight - 5.0}, text, theme.accent, theme.onAccent);
    };
    if (right - left >= widthOf(start) + widthOf(length) + widthOf(end) + 16) {
        // What is wider than the view keeps its texts in sight.
        const double from = std::max<double>(left, kHeadWidth);
        const double to = std::min<double>(right, width());
        if (left >= kHeadWidth)
            note(left, start);
        if (right <= width())
            note(right - widthOf(end), end);
        note((from + to - widthOf(length)) / 2, length);
        return;
    }
    const QString all = tr("%1 – %2 · %3").arg(start, end, length);
    note(std::clamp(right + 4, static_cast<double>(kHeadWidth), width() - widthOf(all)), all);
}

void TimelineView::paintGuides(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    painter.save();
    painter.setClipRect(kHeadWidth, 0, width() - kHeadWidth, height() - kScrollBarHeight);
    if (m_guide) {
        const double guide = kHeadWidth + std::round(m_scale.x(*m_guide)) + 0.5;
        painter.setPen(QPen(theme.accent, 1, Qt::DashLine));
        painter.drawLine(QPointF(guide, kRulerHeight), QPointF(guide, height()));
    }
    if (m_pointerX) {
        QColor line = theme.text;
        line.setAlpha(90);
        painter.setPen(line);
        const double x = kHeadWidth + std::round(*m_pointerX) + 0.5;
        painter.drawLine(QPointF(x, kRulerHeight), QPointF(x, height()));
        if (!m_selection || m_gesture != Gesture::Select) { // its own end says it
            painter.setFont(rulerFont());
            paintNote(painter, pointerNote(*m_pointerX), pointerText(*m_pointerX), theme.raised, theme.text);
        }
    }
    painter.restore();
}

QString TimelineView::pointerText(double x) const
{
    return timeText(std::clamp(m_scale.seconds(x), 0.0, m_duration), m_scale);
}

/// Where the time under the pointer stands.
QRectF TimelineView::pointerNote(double x) const
{
    const double wide = QFontMetrics(rulerFont()).horizontalAdvance(pointerText(x)) + 10.0;
    const double left = std::clamp(kHeadWidth + x - wide / 2, static_cast<double>(kHeadWidth),
                                   std::max<double>(kHeadWidth, width() - wide));
    return {left, 2, wide, kRulerHeight - 5.0};
}

/// Both places are painted: the one that the pointer left, and the new one.
void TimelineView::setPointer(std::optional<double> x)
{
    if (m_pointerX == x)
        return;
    for (const std::optional<double>& place : {std::exchange(m_pointerX, x), x}) {
        if (!place)
            continue;
        update(kHeadWidth + static_cast<int>(*place) - 2, kRulerHeight, 6, height());
        update(pointerNote(*place).toAlignedRect().adjusted(-2, -2, 2, 2));
    }
}

void TimelineView::paintPlayhead(QPainter& painter) const
{
    const Theme& theme = themeOf(palette());
    painter.save();
    painter.setClipRect(kHeadWidth, 0, width() - kHeadWidth, height() - kScrollBarHeight);
    const double x = kHeadWidth + std::round(std::clamp(m_scale.x(m_playhead), -50.0, width() + 50.0)) + 0.5;
    QColor halo = theme.attention;
    halo.setAlpha(60);
    painter.setPen(QPen(halo, 3));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setPen(QPen(theme.attention, 1));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.attention);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF({{x - 5, 0}, {x + 5, 0}, {x + 5, 6}, {x, 12}, {x - 5, 6}}));
    painter.restore();
}

}
