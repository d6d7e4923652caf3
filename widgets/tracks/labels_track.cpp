#include "widgets/tracks/labels_track.h"

#include "widgets/base/scale_number.h"
#include "widgets/tracks/interval_boxes.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace widgets {

void LabelsTrack::setLabels(engine::TimedFeatures labels, QStringList names, QStringList said)
{
    m_labels = std::move(labels);
    m_names = std::move(names);
    m_said = std::move(said);
    if (m_current && *m_current >= m_labels.intervals.size())
        m_current.reset();
    setIntervals(m_labels.intervals);
    emit headChanged();
}

void LabelsTrack::setCurrent(std::optional<std::size_t> segment)
{
    if (m_current == segment)
        return;
    m_current = segment;
    emit changed();
}

QString LabelsTrack::title() const
{
    if (m_names.isEmpty())
        return tr("Labels");
    QString first = m_names.front();
    first.front() = first.front().toUpper();
    return first;
}

QString LabelsTrack::subtitle() const
{
    if (m_labels.intervals.empty())
        return tr("no labels");
    const QString lanes = laneNote();
    const auto segments = std::views::iota(std::size_t{0}, m_labels.intervals.size());
    const bool hasNumbers
        = std::ranges::any_of(segments, [this](std::size_t segment) { return hasNumber(segment); });
    const auto isSaid = [](const QString& said) { return !said.isEmpty(); };
    if (!hasNumbers && !lanes.isEmpty())
        return tr("labels · %1").arg(lanes);
    if (!hasNumbers) // or they are not to be seen now
        return std::ranges::any_of(m_said, isSaid) ? tr("classes") : tr("labelled segments");
    const QString scale = QStringLiteral("%1…%2").arg(labelNumber(m_low, m_low), labelNumber(m_high, m_low));
    return lanes.isEmpty() ? tr("labels · %1").arg(scale) : tr("labels · %1 · %2").arg(scale, lanes);
}

void LabelsTrack::setScale(double low, double high)
{
    m_low = low;
    m_high = high;
}

/// The two ends have the colours of the strongest sentiments; where the scale has a zero within, 0 is
/// neutral.
QColor LabelsTrack::colourOf(double value, const Theme& theme) const
{
    constexpr double strongest = 3.0;
    const bool hasZero = m_low < 0 && m_high > 0;
    const double middle = hasZero ? 0.0 : (m_low + m_high) / 2;
    const double half = std::max(m_high - middle, middle - m_low);
    return theme.sentiment(half > 0 ? (value - middle) / half * strongest : 0.0);
}

bool LabelsTrack::hasNumber(std::size_t segment) const
{
    return m_labels.features.columns > 0 && !std::isnan(m_labels.features.at(segment, 0));
}

/// The strongest other label, `happy 2`; else what is said of the segment.
QString LabelsTrack::detail(std::size_t segment) const
{
    const auto values = m_labels.features.row(segment);
    std::size_t strongest = 0;
    for (std::size_t column = 1; column < values.size(); ++column) {
        if (values[column] > 0 && (strongest == 0 || values[column] > values[strongest]))
            strongest = column;
    }
    if (strongest == 0 || static_cast<qsizetype>(strongest) >= m_names.size())
        return hasNumber(segment) ? m_said.value(static_cast<qsizetype>(segment)) : QString();
    return QStringLiteral("%1 %2")
        .arg(m_names[static_cast<qsizetype>(strongest)])
        .arg(shownNumber(static_cast<double>(values[strongest]), 2));
}

void LabelsTrack::paint(TrackCanvas& canvas) const
{
    QPainter& painter = canvas.painter;
    QFont number = painter.font();
    number.setWeight(QFont::Bold);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const LaneRow& row : laneRows(canvas.size.height())) {
        const IntervalBoxes visible = visibleBoxes(row.lane->intervals, canvas.scale, canvas.size.width());
        for (const IntervalBoxes::Run& run : visible.runs)
            painter.fillRect(run.left, row.top, run.right - run.left, row.height, canvas.theme.neutral);
        for (const IntervalBoxes::Box& box : visible.boxes)
            paintBox(canvas,
                     QRectF(box.left + 0.5, row.top + 0.5, std::max(1.0, box.right - box.left - 1),
                            row.height - 1),
                     row.lane->indices[box.index], number);
    }
    paintHidden(canvas);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void LabelsTrack::paintBox(TrackCanvas& canvas, const QRectF& rect, std::size_t segment,
                           const QFont& number) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const double value = m_labels.features.columns > 0 ? m_labels.features.at(segment, 0) : std::nan("");
    const bool isLabelled = !std::isnan(value);
    const QColor colour = isLabelled ? colourOf(value, theme) : theme.line;
    const QColor fill = mixed(theme.background, colour, theme.isDark() ? 0.62 : 0.5);
    painter.setPen(isSelected(segment)        ? QPen(theme.text, 2)
                       : m_current == segment ? QPen(theme.accent, 2)
                                              : QPen(colour, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, 4, 4);
    if (rect.width() < 26)
        return;
    const QFont ordinary = painter.font();
    painter.setPen(theme.text);
    painter.setFont(number);
    const QString said = m_said.value(static_cast<qsizetype>(segment));
    const double width = rect.right() - std::max(rect.left(), 0.0) - 16;
    const QString text = isLabelled ? labelNumber(value, m_low)
        : said.isEmpty()            ? QStringLiteral("–")
                         : QFontMetrics(number).elidedText(said, Qt::ElideRight, static_cast<int>(width));
    const int numberWidth = QFontMetrics(number).horizontalAdvance(text);
    // A box that starts left of the view keeps its number in sight.
    const double left = std::max(rect.left(), 0.0) + 8;
    painter.drawText(QRectF(left, rect.top(), rect.right() - left, rect.height()), Qt::AlignVCenter, text);
    painter.setFont(ordinary);
    const double room = rect.right() - left - numberWidth - 16;
    if (room > 30)
        painter.drawText(
            QRectF(left + numberWidth + 10, rect.top(), room, rect.height()), Qt::AlignVCenter,
            QFontMetrics(ordinary).elidedText(detail(segment), Qt::ElideRight, static_cast<int>(room)));
}

Track::Part LabelsTrack::part(std::size_t segment) const
{
    const engine::Interval span = m_labels.intervals.at(segment);
    QString name = tr("Segment %1 of %2, %3 to %4 seconds")
                       .arg(segment + 1)
                       .arg(m_labels.intervals.size())
                       .arg(shownNumber(span.start, 2, 'f'))
                       .arg(shownNumber(span.end, 2, 'f'));
    for (std::size_t column = 0; column < m_labels.features.columns; ++column) {
        const float value = m_labels.features.at(segment, column);
        if (!std::isnan(value) && (column == 0 || value != 0.0F))
            name += QStringLiteral(", %1 %2")
                        .arg(m_names.value(static_cast<qsizetype>(column)))
                        .arg(shownNumber(static_cast<double>(value), 3));
    }
    if (const QString said = m_said.value(static_cast<qsizetype>(segment)); !said.isEmpty())
        name += QStringLiteral(", ") + said;
    return {name, span, m_current == segment, isSelected(segment)};
}

}
