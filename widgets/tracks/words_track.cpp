#include "widgets/tracks/words_track.h"

#include <algorithm>
#include <cmath>

#include <QFontMetrics>

#include "widgets/tracks/interval_boxes.h"

namespace widgets {

namespace {

constexpr double kReach = 5.0; // pixels from an edge within which the mouse takes it
constexpr int kMostTexts = 4096;
constexpr double kFullImportance = 1.0; // of the sentiment scale: the bar fills its space

}

void WordsTrack::setWords(engine::TimedText words)
{
    m_words = std::move(words);
    if (m_importance.size() != m_words.texts.size())
        m_importance.assign(m_words.texts.size(), std::nanf(""));
    emit headChanged();
}

void WordsTrack::setCurrentWord(std::optional<std::size_t> word)
{
    if (m_current == word)
        return;
    m_current = word;
    emit changed();
}

void WordsTrack::setImportance(std::vector<float> importance)
{
    m_importance = std::move(importance);
    m_importance.resize(m_words.texts.size(), std::nanf(""));
    emit changed();
}

QString WordsTrack::subtitle() const
{
    const QString count = tr("%n word(s)", nullptr, static_cast<int>(m_words.texts.size()));
    const bool explained = std::any_of(m_importance.begin(), m_importance.end(), [](float v) { return !std::isnan(v); });
    return explained ? tr("%1 · importance below").arg(count) : count;
}

void WordsTrack::paint(TrackCanvas& canvas) const
{
    const int importanceHeight = std::clamp(canvas.size.height() / 4, 8, 20);
    const int boxHeight = canvas.size.height() - importanceHeight - 7;
    paintBoxes(canvas, boxHeight);
    paintImportance(canvas, boxHeight + 6);
}

void WordsTrack::paintBoxes(TrackCanvas& canvas, int boxHeight) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const IntervalBoxes visible = visibleBoxes(m_words.intervals, canvas.scale, canvas.size.width());
    const QColor fill = mixed(theme.background, theme.language, theme.isDark() ? 0.24 : 0.28);
    for (const IntervalBoxes::Run& run : visible.runs)
        painter.fillRect(run.left, 3, run.right - run.left, boxHeight, fill);

    const QFontMetrics metrics(painter.font());
    const QColor edge = mixed(fill, theme.language, 0.55);
    for (const IntervalBoxes::Box& box : visible.boxes) {
        const int left = static_cast<int>(std::lround(box.left));
        const int right = std::max(left + 1, static_cast<int>(std::lround(box.right)));
        const bool current = m_current == box.index;
        const QRect rect(left, 3, std::max(1, right - left - 1), boxHeight);
        painter.fillRect(rect, current ? theme.language : fill);
        painter.fillRect(QRect(left, 3, 1, boxHeight), edge);
        if (rect.width() < 12)
            continue;
        const QStaticText& text = elided(box.index, rect.width() - 6, metrics, painter.font());
        painter.setPen(current ? (theme.isDark() ? theme.background : theme.panel) : theme.text);
        const QSizeF size = text.size();
        painter.drawStaticText(QPointF(std::max<double>(left + 3, rect.center().x() - size.width() / 2),
                                       3 + (boxHeight - size.height()) / 2), text);
    }
    if (!m_dragged)
        return;
    const engine::Interval word = m_words.intervals[m_dragged->word];
    const double x = canvas.scale.x(m_dragged->atEnd ? word.end : word.start);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 2));
    painter.drawLine(QPointF(x, 0), QPointF(x, canvas.size.height()));
    painter.setBrush(theme.accent);
    painter.drawEllipse(QPointF(x, 3 + boxHeight / 2.0), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void WordsTrack::paintImportance(TrackCanvas& canvas, int top) const
{
    const int full = canvas.size.height() - top - 1;
    const IntervalBoxes visible = visibleBoxes(m_words.intervals, canvas.scale, canvas.size.width());
    for (const IntervalBoxes::Box& box : visible.boxes) {
        const float importance = m_importance[box.index];
        if (std::isnan(importance))
            continue;
        const double strength = std::min(1.0, std::abs(static_cast<double>(importance)) / kFullImportance);
        const int tall = std::max(1, static_cast<int>(std::lround(strength * full)));
        const int left = static_cast<int>(std::lround(box.left));
        canvas.painter.fillRect(left, top + full - tall, std::max(1, static_cast<int>(std::lround(box.right)) - left - 1),
                                tall, importance >= 0 ? canvas.theme.positive : canvas.theme.negative);
    }
}

const QStaticText& WordsTrack::elided(std::size_t word, int width, const QFontMetrics& metrics, const QFont& font) const
{
    const QString text = QString::fromStdString(m_words.texts[word]);
    const int needed = metrics.horizontalAdvance(text);
    const QPair<QString, int> key(text, needed <= width ? -1 : width);
    auto found = m_texts.find(key);
    if (found == m_texts.end()) {
        if (m_texts.size() > kMostTexts)
            m_texts.clear();
        QStaticText laidOut(needed <= width ? text : metrics.elidedText(text, Qt::ElideRight, width));
        laidOut.setTextFormat(Qt::PlainText);
        laidOut.setPerformanceHint(QStaticText::AggressiveCaching);
        laidOut.prepare({}, font);
        found = m_texts.insert(key, laidOut);
    }
    return *found;
}

std::optional<WordEdge> WordsTrack::edgeAt(double x, const TimeScale& scale) const
{
    const double reach = kReach / scale.pixelsPerSecond;
    const double seconds = scale.seconds(x);
    const auto& words = m_words.intervals;
    auto next = std::partition_point(words.begin(), words.end(),
                                     [&](const engine::Interval& i) { return i.end < seconds - reach; });
    std::optional<WordEdge> nearest;
    double distance = reach;
    for (; next != words.end() && next->start <= seconds + reach; ++next) {
        const auto word = static_cast<std::size_t>(next - words.begin());
        for (const bool atEnd : {false, true}) {
            const double away = std::abs((atEnd ? next->end : next->start) - seconds);
            if (away < distance || (away == distance && !nearest)) {
                distance = away;
                nearest = WordEdge {word, atEnd};
            }
        }
    }
    return nearest;
}

std::optional<Qt::CursorShape> WordsTrack::cursor(QPointF position, const TimeScale& scale) const
{
    return edgeAt(position.x(), scale) ? std::optional(Qt::SplitHCursor) : std::nullopt;
}

bool WordsTrack::press(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers)
{
    m_dragged = edgeAt(position.x(), scale);
    if (!m_dragged)
        return false;
    const engine::Interval word = m_words.intervals[m_dragged->word];
    m_edgeBefore = m_dragged->atEnd ? word.end : word.start;
    m_grabOffset = m_edgeBefore - scale.seconds(position.x());
    emit changed();
    return true;
}

void WordsTrack::move(QPointF position, const TimeScale& scale, Qt::KeyboardModifiers)
{
    if (m_dragged)
        emit edgeDragged(*m_dragged, scale.seconds(position.x()) + m_grabOffset);
}

void WordsTrack::release()
{
    m_dragged.reset();
    emit edgeReleased();
    emit changed();
}

void WordsTrack::cancel()
{
    if (m_dragged)
        emit edgeDragged(*m_dragged, m_edgeBefore);
    release();
}

}
