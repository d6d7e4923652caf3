#include "widgets/tracks/prediction_track.h"

#include "widgets/base/scale_number.h"

#include <algorithm>
#include <cmath>

namespace widgets {

void PredictionTrack::setSegments(std::vector<Segment> segments)
{
    if (m_segments == segments)
        return;
    m_segments = std::move(segments);
    emit headChanged();
}

void PredictionTrack::setModelName(const QString& name)
{
    m_model = name;
    emit headChanged();
}

void PredictionTrack::setCaution(const QString& sentence)
{
    if (m_caution == sentence)
        return;
    m_caution = sentence;
    emit headChanged();
}

void PredictionTrack::setCompared()
{
    m_isCompared = true;
    emit headChanged();
}

void PredictionTrack::setScale(double low, double high)
{
    m_low = low;
    m_high = high;
    emit headChanged();
}

QString PredictionTrack::subtitle() const
{
    const auto done = std::count_if(m_segments.begin(), m_segments.end(),
                                    [](const Segment& s) { return s.prediction.has_value(); });
    if (m_segments.empty())
        return tr("no segments");
    if (done < static_cast<std::ptrdiff_t>(m_segments.size()))
        return tr("%1 of %2 segments").arg(done).arg(m_segments.size());
    return m_model.isEmpty() ? tr("−3…+3") : m_isCompared ? m_model : tr("%1 · live").arg(m_model);
}

void PredictionTrack::paint(TrackCanvas& canvas) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const double margin = 7;
    const double above = margin + (isCautioned() ? QFontMetrics(painter.font()).height() : 0);
    const double height = canvas.size.height() - margin - above;
    const auto y = [&](double value) {
        return above + height * (m_high - std::clamp(value, m_low, m_high)) / (m_high - m_low);
    };
    const double base = std::clamp(0.0, m_low, m_high);

    painter.setPen(QPen(mixed(theme.background, theme.muted, 0.35), 1, Qt::DashLine));
    painter.drawLine(QPointF(0, std::round(y(base)) + 0.5),
                     QPointF(canvas.size.width(), std::round(y(base)) + 0.5));

    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    const QFontMetrics metrics(painter.font());
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Segment& segment : m_segments) {
        if (segment.interval.end <= visible.start || segment.interval.start >= visible.end)
            continue;
        const double left = canvas.scale.x(segment.interval.start);
        const double right = canvas.scale.x(segment.interval.end);
        if (segment.label) {
            painter.setPen(QPen(theme.muted, 1, Qt::DotLine));
            painter.drawLine(QPointF(left, y(*segment.label)), QPointF(right, y(*segment.label)));
        }
        if (!segment.prediction)
            continue;
        const double value = *segment.prediction;
        QColor fill = colour(theme);
        fill.setAlpha(theme.isDark() ? 46 : 36);
        painter.fillRect(
            QRectF(QPointF(left, std::min(y(base), y(value))), QPointF(right, std::max(y(base), y(value)))),
            fill);
        if (segment.deviation > 0.0)
            painter.fillRect(QRectF(QPointF(left, y(value + segment.deviation)),
                                    QPointF(right, y(value - segment.deviation))),
                             fill);
        painter.setPen(QPen(colour(theme), 2));
        painter.drawLine(QPointF(left, y(value)), QPointF(right, y(value)));
        QPolygonF running;
        for (const Word& word : segment.running) {
            const double x = std::clamp(canvas.scale.x(word.start), left, right);
            if (!running.isEmpty())
                running << QPointF(x, running.last().y());
            running << QPointF(x, y(word.prediction));
        }
        if (!running.isEmpty())
            running << QPointF(right, running.last().y());
        painter.setPen(QPen(mixed(theme.background, theme.text, 0.7), 1));
        painter.drawPolyline(running);

        const bool disagrees
            = segment.label && std::abs(*segment.label - value) >= kDisagreement * (m_high - m_low);
        QString text = scaleNumber(value, m_low, 1);
        if (disagrees) {
            const QRectF frame(left + 1, 2.5, right - left - 2, canvas.size.height() - 5);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.attention, 1.2, Qt::DashLine));
            painter.drawRoundedRect(frame, 3, 3);
            const QString full
                = tr("label %1, model %2: review").arg(labelNumber(*segment.label, m_low), text);
            if (metrics.horizontalAdvance(full) + 14 < frame.width())
                text = full;
        }
        const int textWidth = metrics.horizontalAdvance(text);
        if (textWidth + 10 > right - std::max(0.0, left))
            continue;
        // Beyond the line, seen from 0, where there is room: between them is how it came there.
        const double over = y(value) - metrics.height() - 2, under = y(value) + 3;
        const bool hasRoom
            = value < base ? under + metrics.height() < canvas.size.height() : over > above - margin + 1;
        const double top = (value < base) == hasRoom ? under : over;
        const QRectF place(std::max(0.0, left) + 7, top, textWidth + 4, metrics.height());
        QColor behind = theme.background; // lines that cross the number do not strike it through
        behind.setAlpha(200);
        painter.fillRect(place.adjusted(-2, 1, 0, -1), behind);
        painter.setPen(disagrees ? theme.attention : theme.text);
        painter.drawText(place, Qt::AlignVCenter, text);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintCaution(canvas);
}

bool PredictionTrack::isCautioned() const
{
    return !m_caution.isEmpty() && std::ranges::any_of(m_segments, [](const Segment& segment) {
        return segment.prediction.has_value();
    });
}

/// Over the answers, in pictures of the timeline as well: who sees one has nothing else that says it.
void PredictionTrack::paintCaution(TrackCanvas& canvas) const
{
    if (!isCautioned())
        return;
    QPainter& painter = canvas.painter;
    const QFontMetrics metrics(painter.font());
    const QString text
        = metrics.elidedText(QStringLiteral("⚠ ") + m_caution, Qt::ElideRight, canvas.size.width() - 16);
    const QRect place(6, 1, metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
    QColor behind = canvas.theme.panel;
    behind.setAlpha(225);
    painter.fillRect(place, behind);
    painter.setPen(canvas.theme.attention);
    painter.drawText(place, Qt::AlignCenter, text);
}

}
