#include "widgets/tracks/attribution_track.h"

#include "widgets/tracks/pointer_note.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kPale = 0.35;
constexpr double kLaneMargin = 3.0; ///< pixels
constexpr double kSmallestLink = 0.005; ///< of the prediction's scale, below which no arc is drawn
constexpr double kBoldLink = 1.0 / 6.0; ///< of the scale, from which arcs are as bold as can be: 1 of −3…3
constexpr double kFinest = 0.5, kBoldest = 3.0; ///< pixels

QString laneName(engine::Modality modality)
{
    switch (modality) {
    case engine::Modality::Text:
        return AttributionTrack::tr("word");
    case engine::Modality::Acoustic:
        return AttributionTrack::tr("voice");
    case engine::Modality::Visual:
        break;
    }
    return AttributionTrack::tr("face");
}

}

void AttributionTrack::setContent(Content content)
{
    if (m_content == content)
        return;
    m_content = std::move(content);
    emit headChanged();
}

QString AttributionTrack::subtitle() const
{
    return m_content.steps.empty() ? tr("of the segment under the playhead") : m_content.method;
}

QString AttributionTrack::headTip() const
{
    return tr("How much each word, the voice and the face at it move the prediction of the segment. Arcs "
              "lead from a "
              "word to the voice or the face with which it does more than both alone.");
}

/// Text, sound, vision from top to bottom.
AttributionTrack::Lane AttributionTrack::lane(engine::Modality modality, int height) const
{
    const double each = (height - 2 * kLaneMargin) / static_cast<double>(engine::allModalities.size());
    return {kLaneMargin + each * static_cast<int>(modality), each};
}

AttributionTrack::Part AttributionTrack::part(std::size_t step) const
{
    const Step& shown = m_content.steps[step];
    QStringList numbers;
    for (const engine::Modality modality : engine::allModalities) {
        const float value = shown.values[static_cast<std::size_t>(modality)];
        if (!std::isnan(value))
            numbers << QStringLiteral("%1 %2").arg(laneName(modality),
                                                   signedNumber(static_cast<double>(value), 2));
    }
    return {QStringLiteral("“%1”: %2").arg(shown.word, numbers.join(QStringLiteral(", "))), shown.time};
}

QString AttributionTrack::textAt(double seconds, double y, int height) const
{
    for (const Step& step : m_content.steps) {
        if (seconds < step.time.start || seconds >= step.time.end)
            continue;
        for (const engine::Modality modality : engine::allModalities) {
            const Lane place = lane(modality, height);
            const float value = step.values[static_cast<std::size_t>(modality)];
            if (y < place.top || y >= place.top + place.height || std::isnan(value))
                continue;
            return QStringLiteral("“%1” · %2 %3")
                .arg(step.word, laneName(modality), signedNumber(static_cast<double>(value), 3));
        }
    }
    return {};
}

void AttributionTrack::paint(TrackCanvas& canvas) const
{
    double greatest = 1e-9;
    for (const Step& step : m_content.steps) {
        for (const float value : step.values)
            greatest
                = std::isnan(value) ? greatest : std::max(greatest, std::abs(static_cast<double>(value)));
    }
    paintBars(canvas, greatest);
    paintLinks(canvas);
    if (canvas.pointer)
        paintPointerNote(canvas, textAt(*canvas.pointer, canvas.pointerY, canvas.size.height()),
                         canvas.theme.accent);
}

void AttributionTrack::paintBars(TrackCanvas& canvas, double greatest) const
{
    QPainter& painter = canvas.painter;
    for (const engine::Modality modality : engine::allModalities) {
        const Lane place = lane(modality, canvas.size.height());
        painter.fillRect(QRectF(0, place.top + 2, 3, place.height - 4), canvas.theme.modality(modality));
        painter.setPen(QPen(canvas.theme.line, 1));
        painter.drawLine(QPointF(0, std::round(place.middle()) + 0.5),
                         QPointF(canvas.size.width(), std::round(place.middle()) + 0.5));
        for (const Step& step : m_content.steps) {
            const double value = static_cast<double>(step.values[static_cast<std::size_t>(modality)]);
            if (std::isnan(value))
                continue;
            const double left = canvas.scale.x(step.time.start), right = canvas.scale.x(step.time.end);
            if (right < 0 || left > canvas.size.width())
                continue;
            QColor fill = value < 0 ? canvas.theme.negative : canvas.theme.positive;
            if (!m_content.isCurrent)
                fill = mixed(canvas.theme.background, fill, kPale);
            const double end = place.middle() - value / greatest * (place.height / 2 - 1);
            painter.fillRect(QRectF(QPointF(left + 1, std::min(place.middle(), end)),
                                    QPointF(std::max(left + 2, right - 1), std::max(place.middle(), end))),
                             fill);
        }
    }
}

double AttributionTrack::linkWidth(double value) const
{
    const double part = std::abs(value) / m_content.range;
    return part < kSmallestLink ? 0.0 : kFinest + (kBoldest - kFinest) * std::min(1.0, part / kBoldLink);
}

/// As thick as they are large on the prediction's scale.
void AttributionTrack::paintLinks(TrackCanvas& canvas) const
{
    if (m_content.links.empty() || !m_content.isCurrent)
        return;
    QPainter& painter = canvas.painter;
    const Lane words = lane(engine::Modality::Text, canvas.size.height());
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Link& link : m_content.links) {
        const double value = static_cast<double>(link.value);
        const double width = linkWidth(value);
        if (width <= 0.0)
            continue;
        const Lane other = lane(link.modality, canvas.size.height());
        const QPointF from(canvas.scale.x(link.from), words.middle());
        const QPointF to(canvas.scale.x(link.to), other.middle());
        const double half = (from.y() + to.y()) / 2;
        QPainterPath arc(from);
        arc.cubicTo({from.x(), half}, {to.x(), half}, to);
        const QColor colour = value < 0 ? canvas.theme.negative : canvas.theme.positive;
        painter.setPen(QPen(mixed(colour, canvas.theme.text, 0.25), width));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(arc);
        painter.setBrush(painter.pen().color());
        const double end = 1.0 + width / 2;
        painter.drawEllipse(from, end, end);
        painter.drawEllipse(to, end, end);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

}
