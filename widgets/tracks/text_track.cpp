#include "widgets/tracks/text_track.h"

#include "widgets/base/scale_number.h"
#include "widgets/tracks/interval_boxes.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kTextSize = 0.8; // of the ordinary size
constexpr int kMostLaidOut = 4096;
constexpr int kTextMargin = 2; // pixels

}

TextTrack::TextTrack(QString title, engine::TimedText texts, QObject* parent)
    : Track(parent)
    , m_title(std::move(title))
    , m_texts(std::move(texts))
{
    double reached = 0.0;
    for (engine::Interval& interval : m_texts.intervals) {
        interval.start = std::max(interval.start, reached);
        interval.end = std::max(interval.end, interval.start);
        reached = interval.end;
    }
}

QString TextTrack::subtitle() const
{
    return tr("%n text(s), as in the file", nullptr, static_cast<int>(m_texts.texts.size()));
}

void TextTrack::paint(TrackCanvas& canvas) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const QFont ordinary = painter.font();
    QFont font = ordinary;
    font.setPointSizeF(ordinary.pointSizeF() * kTextSize);
    const QColor own = shownColour(theme);
    const QColor fill = mixed(theme.background, own, theme.isDark() ? 0.12 : 0.14);
    const int height = canvas.size.height() - 4;
    const IntervalBoxes visible = visibleBoxes(m_texts.intervals, canvas.scale, canvas.size.width());
    for (const IntervalBoxes::Run& run : visible.runs)
        painter.fillRect(run.left, 2, run.right - run.left, height, fill);
    painter.setFont(font);
    painter.setPen(mixed(theme.text, theme.muted, 0.5));
    for (const IntervalBoxes::Box& box : visible.boxes) {
        const int left = static_cast<int>(std::lround(box.left));
        const int wide = std::max(1, static_cast<int>(std::lround(box.right)) - left - 1);
        painter.fillRect(left, 2, wide, height, fill);
        const QStaticText& text = laidOut(QString::fromStdString(m_texts.texts[box.index]), font);
        if (text.size().width() + 2 * kTextMargin <= wide)
            painter.drawStaticText(
                QPointF(left + (wide - text.size().width()) / 2, 2 + (height - text.size().height()) / 2),
                text);
    }
    painter.setFont(ordinary);
}

const QStaticText& TextTrack::laidOut(const QString& text, const QFont& font) const
{
    if (m_font != font || m_laidOut.size() > kMostLaidOut) {
        m_font = font;
        m_laidOut.clear();
    }
    const auto found = m_laidOut.constFind(text);
    if (found != m_laidOut.constEnd())
        return *found;
    QStaticText made(text);
    made.setTextFormat(Qt::PlainText);
    made.prepare({}, font);
    return *m_laidOut.insert(text, made);
}

Track::Part TextTrack::part(std::size_t index) const
{
    const engine::Interval span = m_texts.intervals.at(index);
    return {tr("“%1”, %2 to %3 seconds")
                .arg(QString::fromStdString(m_texts.texts.at(index)), shownNumber(span.start, 2, 'f'),
                     shownNumber(span.end, 2, 'f')),
            span, false, false};
}

std::optional<std::size_t> TextTrack::partAt(QPointF place, const TimeScale& scale) const
{
    const engine::Interval* found = intervalAt(m_texts.intervals, scale.seconds(place.x()));
    return found ? std::optional(static_cast<std::size_t>(found - m_texts.intervals.data())) : std::nullopt;
}

}
