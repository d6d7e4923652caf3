#include "widgets/tracks/evidence_track.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace widgets {

namespace {

constexpr double kDot = 4.5; // pixels, radius
constexpr double kMostTicks = 12;

QColor colourOf(const EvidenceTrack::Point& point, double reach, const Theme& theme)
{
    using Tone = EvidenceTrack::Tone;
    switch (point.tone) {
    case Tone::Accent:
        return theme.accent;
    case Tone::Value:
        return theme.sentiment(reach > 0.0 ? point.value / reach * 3.0 : 0.0);
    case Tone::Language:
        return theme.language;
    case Tone::Sound:
        return theme.sound;
    case Tone::Vision:
        return theme.vision;
    }
    return theme.accent;
}

}

EvidenceTrack::EvidenceTrack(QString title, QString subtitle, QObject* parent)
    : Track(parent)
    , m_title(std::move(title))
    , m_subtitle(std::move(subtitle))
{
}

void EvidenceTrack::setEvidence(std::optional<Evidence> evidence)
{
    if (m_evidence == evidence)
        return;
    m_evidence = std::move(evidence);
    emit changed();
}

Track::Part EvidenceTrack::part(std::size_t) const
{
    return {m_evidence->sentence, m_evidence->span};
}

void EvidenceTrack::paint(TrackCanvas& canvas) const
{
    if (!m_evidence)
        return;
    const engine::Interval visible = canvas.scale.visible(canvas.size.width());
    if (m_evidence->span.end <= visible.start || m_evidence->span.start >= visible.end)
        return;
    canvas.painter.save();
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    if (m_evidence->isBox)
        paintBox(canvas);
    else
        paintAxis(canvas);
    canvas.painter.restore();
}

void EvidenceTrack::paintBox(TrackCanvas& canvas) const
{
    QPainter& painter = canvas.painter;
    const QRectF box(QPointF(canvas.scale.x(m_evidence->span.start) + 1, 3),
                     QPointF(canvas.scale.x(m_evidence->span.end) - 1, canvas.size.height() - 3));
    QColor fill = canvas.theme.accent;
    fill.setAlphaF(0.28F);
    painter.setPen(QPen(canvas.theme.accent, 1, Qt::DashLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 3, 3);
    QRectF room = box.intersected(QRectF(QPointF(), QSizeF(canvas.size))).adjusted(8, 0, -4, 0);
    room.setRight(canvas.size.width() - 4.0); // nothing else stands on this track
    painter.setPen(canvas.theme.text);
    painter.drawText(
        room, Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(m_evidence->caption, Qt::ElideRight, room.width()));
}

/// Each name below its point, or as near as the others leave room.
void EvidenceTrack::paintNames(QPainter& painter, const QFontMetricsF& metrics, const Theme& theme,
                               const std::function<double(double)>& x, std::pair<double, double> room,
                               double top) const
{
    constexpr double gap = 5.0; // pixels between two names
    std::vector<const Point*> named;
    double needed = 0.0;
    for (const Point& point : m_evidence->points) {
        if (!point.name.isEmpty()) {
            named.push_back(&point);
            needed += metrics.horizontalAdvance(point.name) + gap;
        }
    }
    std::ranges::sort(named, {}, &Point::value);
    painter.setPen(theme.muted);
    double from = room.first;
    for (const Point* point : named) {
        const double wide = metrics.horizontalAdvance(point->name) + gap;
        const double least = from, most = std::max(least, room.second - needed);
        from = std::clamp(x(point->value) - wide / 2, least, most);
        painter.drawText(QRectF(from, top, wide, metrics.height()), Qt::AlignCenter, point->name);
        from += wide;
        needed -= wide;
    }
}

void EvidenceTrack::paintAxis(TrackCanvas& canvas) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const Evidence& evidence = *m_evidence;
    const double left = canvas.scale.x(evidence.span.start) + 12,
                 right = canvas.scale.x(evidence.span.end) - 12;
    const double range = evidence.high - evidence.low;
    if (right <= left || range <= 0.0)
        return;
    const auto x = [&](double value) {
        return left + (right - left) * std::clamp((value - evidence.low) / range, 0.0, 1.0);
    };
    QFont small = painter.font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    const bool isNamed
        = std::ranges::any_of(evidence.points, [](const Point& point) { return !point.name.isEmpty(); });
    const double middle
        = isNamed ? canvas.size.height() / 2.0 - metrics.height() / 2 + 2 : canvas.size.height() / 2.0;
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(left, middle), QPointF(right, middle));
    for (double tick = std::ceil(evidence.low); tick <= evidence.high && range <= kMostTicks; ++tick)
        painter.drawLine(QPointF(x(tick), middle - 3), QPointF(x(tick), middle + 3));
    painter.setPen(Qt::NoPen);
    const double reach = std::max(-evidence.low, evidence.high);
    double behind = left; // the last point
    for (const Point& point : evidence.points) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colourOf(point, reach, theme));
        painter.drawEllipse(QPointF(x(point.value), middle), kDot, kDot);
        behind = std::max(behind, x(point.value));
    }
    paintNames(painter, metrics, theme, x, {left - 10, right + 10}, middle + kDot + 1);
    const double captionWide = metrics.horizontalAdvance(evidence.caption) + 4;
    const double labelAt = evidence.label ? x(*evidence.label) : right + 100;
    if (evidence.label) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.text);
        painter.drawPolygon(
            QPolygonF({{labelAt - 4, middle - 12}, {labelAt + 4, middle - 12}, {labelAt, middle - 5}}));
    }
    double from = behind + kDot + 8; // the caption stands behind the points, else before them
    if (from + captionWide > right + 10 || (from < labelAt + 6 && from + captionWide > labelAt - 6))
        from = left + 2;
    const double firstPoint = evidence.points.empty()
        ? right
        : x(std::ranges::min_element(evidence.points, {}, &Point::value)->value);
    if (from > behind || from + captionWide < firstPoint - kDot) {
        painter.setPen(theme.text);
        painter.drawText(QRectF(from, middle - metrics.height() / 2, captionWide, metrics.height()),
                         Qt::AlignVCenter, evidence.caption);
    }
}

}
