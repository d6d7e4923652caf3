#include "widgets/tracks/labels_track.h"

#include "widgets/tracks/interval_boxes.h"

#include <cmath>

namespace widgets {

void LabelsTrack::setLabels(engine::TimedFeatures labels, QStringList names)
{
    m_labels = std::move(labels);
    m_names = std::move(names);
    if (m_selected && *m_selected >= m_labels.intervals.size())
        m_selected.reset();
    emit headChanged();
}

void LabelsTrack::setSelected(std::optional<std::size_t> segment)
{
    m_selected = segment;
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
    return m_labels.intervals.empty() ? tr("no labels") : tr("labels · −3…+3");
}

/// The strongest other label: `happy 2`.
QString LabelsTrack::detail(std::size_t segment) const
{
    const auto values = m_labels.features.row(segment);
    std::size_t strongest = 0;
    for (std::size_t column = 1; column < values.size(); ++column) {
        if (values[column] > 0 && (strongest == 0 || values[column] > values[strongest]))
            strongest = column;
    }
    if (strongest == 0 || static_cast<qsizetype>(strongest) >= m_names.size())
        return {};
    return QStringLiteral("%1 %2")
        .arg(m_names[static_cast<qsizetype>(strongest)])
        .arg(static_cast<double>(values[strongest]), 0, 'g', 2);
}

void LabelsTrack::paint(TrackCanvas& canvas) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const int height = canvas.size.height() - 6;
    const IntervalBoxes visible = visibleBoxes(m_labels.intervals, canvas.scale, canvas.size.width());
    for (const IntervalBoxes::Run& run : visible.runs)
        painter.fillRect(run.left, 3, run.right - run.left, height, theme.neutral);

    QFont number = painter.font();
    number.setWeight(QFont::Bold);
    const QFont ordinary = painter.font();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const IntervalBoxes::Box& box : visible.boxes) {
        const double value
            = m_labels.features.columns > 0 ? m_labels.features.at(box.index, 0) : std::nan("");
        const bool isLabelled = !std::isnan(value);
        const bool isSelected = m_selected == box.index;
        const QColor colour = isLabelled ? theme.sentiment(value) : theme.line;
        const QColor fill = mixed(theme.background, colour, theme.isDark() ? 0.62 : 0.5);
        const QRectF rect(box.left + 0.5, 3.5, std::max(1.0, box.right - box.left - 1), height - 1);
        painter.setPen(isSelected ? QPen(theme.accent, 2) : QPen(colour, 1));
        painter.setBrush(fill);
        painter.drawRoundedRect(rect, 4, 4);
        if (rect.width() < 26)
            continue;
        painter.setPen(theme.text);
        painter.setFont(number);
        const QString text
            = isLabelled ? signedNumber(value, value == std::round(value) ? 0 : 1) : QStringLiteral("–");
        const int numberWidth = QFontMetrics(number).horizontalAdvance(text);
        // A box that starts left of the view keeps its number in sight.
        const double left = std::max(rect.left(), 0.0) + 8;
        painter.drawText(QRectF(left, rect.top(), rect.right() - left, rect.height()), Qt::AlignVCenter,
                         text);
        painter.setFont(ordinary);
        const double room = rect.right() - left - numberWidth - 16;
        if (room > 30)
            painter.drawText(
                QRectF(left + numberWidth + 10, rect.top(), room, rect.height()), Qt::AlignVCenter,
                QFontMetrics(ordinary).elidedText(detail(box.index), Qt::ElideRight, static_cast<int>(room)));
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

bool LabelsTrack::press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers modifiers)
{
    if (IntervalTrack::press(position, scale, modifiers))
        return true;
    const double seconds = scale.seconds(position.x());
    const engine::Interval* hit = intervalAt(m_labels.intervals, seconds);
    if (!hit)
        return false;
    emit segmentClicked(static_cast<std::size_t>(hit - m_labels.intervals.data()), seconds);
    return true;
}

}
