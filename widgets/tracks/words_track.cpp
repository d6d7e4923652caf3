#include "widgets/tracks/words_track.h"

#include "widgets/base/scale_number.h"
#include "widgets/tracks/display_menu.h"
#include "widgets/tracks/interval_boxes.h"

#include <QFontMetrics>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kMostTexts = 1024; // of some 550 bytes; a picture shows a few hundred
constexpr double kWordText = 0.9; // of the ordinary size: all words alike
constexpr int kLeastWordWidth = 12; // pixels of a box with text
constexpr int kLeastEdgedWidth = 4; // and of one whose beginning is marked
constexpr int kConfidenceHeight = 10; // pixels at most
constexpr double kFullImportance = 1.0; // of the sentiment scale: the bar fills its space

int importanceHeight(int trackHeight)
{
    return std::clamp(trackHeight / 4, 8, 20);
}

}

void WordsTrack::setWords(engine::TimedText words, std::vector<bool> timed)
{
    m_words = std::move(words);
    m_timed = std::move(timed);
    m_untimed = static_cast<int>(std::ranges::count(m_timed, false));
    if (m_importance.size() != m_words.texts.size())
        setImportance({});
    m_advances.assign(m_words.texts.size(), -1);
    m_found.clear();
    setSureness({}, {}, {});
    setIntervals(m_words.intervals);
    emit headChanged();
}

void WordsTrack::setSureness(std::vector<double> confidence, std::vector<bool> doubtful,
                             std::vector<bool> drafts)
{
    const std::size_t words = m_words.texts.size();
    const bool isKnown = std::ranges::any_of(confidence, [](double sure) { return !std::isnan(sure); });
    m_confidence = isKnown && confidence.size() == words ? std::move(confidence) : std::vector<double>();
    m_doubtful = doubtful.size() == words ? std::move(doubtful) : std::vector<bool>();
    m_drafts = drafts.size() == words ? std::move(drafts) : std::vector<bool>();
    m_doubtfulCount = static_cast<int>(std::ranges::count(m_doubtful, true));
    m_draftCount = static_cast<int>(std::ranges::count(m_drafts, true));
    emit headChanged();
    emit changed();
}

void WordsTrack::setFound(std::vector<std::size_t> words)
{
    if (m_found == words)
        return;
    m_found = std::move(words);
    emit changed();
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
    m_isExplained
        = std::any_of(m_importance.begin(), m_importance.end(), [](float v) { return !std::isnan(v); });
    emit changed();
}

QString WordsTrack::subtitle() const
{
    QString count = tr("%n word(s)", nullptr, static_cast<int>(m_words.texts.size()));
    if (m_untimed > 0)
        count = tr("%1 · %n without times", nullptr, m_untimed).arg(count);
    if (m_draftCount > 0)
        count = tr("%1 · draft").arg(count);
    else if (m_doubtfulCount > 0)
        count = tr("%1 · %n doubtful", nullptr, m_doubtfulCount).arg(count);
    if (const QString lanes = laneNote(); !lanes.isEmpty())
        count = tr("%1 · %2").arg(count, lanes);
    if (!m_strip.name.isEmpty())
        return tr("%1 · below: %2").arg(count, m_strip.name);
    return m_isExplained       ? tr("%1 · importance below").arg(count)
        : m_confidence.empty() ? count
                               : tr("%1 · confidence below").arg(count);
}

void WordsTrack::setStripChoices(std::vector<StripChoice> choices)
{
    m_stripChoices = std::move(choices);
}

void WordsTrack::setStrip(WordStrip strip)
{
    if (m_strip == strip)
        return;
    const bool renamed = m_strip.name != strip.name;
    m_strip = std::move(strip);
    if (renamed)
        emit headChanged();
    emit changed();
}

void WordsTrack::setDisplay(const QString& display)
{
    if (std::exchange(m_chosenStrip, display) != display)
        emit stripChosen(display);
}

void WordsTrack::wishStrip(const QString& key)
{
    emit displayWished(key, tr("what is shown under the words"), false);
}

void WordsTrack::fillDisplayMenu(QMenu& menu)
{
    if (m_stripChoices.empty())
        return;
    QMenu* below = menu.addMenu(tr("&Under the words"));
    const bool isImportance = m_strip.name.isEmpty();
    connect(addChoice(*below, tr("&Importance"), isImportance), &QAction::triggered, this,
            [this] { wishStrip({}); });
    for (const StripChoice& choice : m_stripChoices)
        connect(addChoice(*below, choice.name, !isImportance && choice.key == m_chosenStrip),
                &QAction::triggered, this, [this, key = choice.key] { wishStrip(key); });
}

std::pair<int, int> WordsTrack::laneExtent(int trackHeight) const
{
    return {3, trackHeight - importanceHeight(trackHeight) - 7};
}

void WordsTrack::paint(TrackCanvas& canvas) const
{
    const QFont ordinary = canvas.painter.font();
    QFont font = ordinary;
    font.setPointSizeF(ordinary.pointSizeF() * kWordText);
    if (m_font != font) {
        m_font = font;
        m_texts.clear();
        m_advances.assign(m_words.texts.size(), -1);
    }
    if (m_words.texts.empty()) {
        canvas.painter.setPen(canvas.theme.muted);
        canvas.painter.drawText(QRect(QPoint(10, 0), canvas.size), Qt::AlignVCenter,
                                tr("No word yet: N makes one when this track's head was clicked."));
        return;
    }
    const std::vector<LaneRow> rows = laneRows(canvas.size.height());
    for (const LaneRow& row : rows) {
        paintLane(canvas, row, font);
        paintDoubts(canvas, row);
    }
    canvas.painter.setFont(ordinary);
    paintHeldEdge(canvas, rows);
    const int top = canvas.size.height() - importanceHeight(canvas.size.height()) - 1;
    for (const LaneRow& row : rows) {
        if (!m_strip.name.isEmpty())
            paintStrip(canvas, *row.lane, top);
        else if (m_isExplained)
            paintImportance(canvas, *row.lane, top);
        else if (!m_confidence.empty())
            paintConfidence(canvas, *row.lane, top);
    }
    paintHidden(canvas);
}

void WordsTrack::paintLane(TrackCanvas& canvas, const LaneRow& row, const QFont& font) const
{
    QPainter& painter = canvas.painter;
    const Theme& theme = canvas.theme;
    const QColor own = shownColour(theme);
    const IntervalBoxes visible = visibleBoxes(row.lane->intervals, canvas.scale, canvas.size.width());
    const QColor fill = mixed(theme.background, own, theme.isDark() ? 0.24 : 0.28);
    // Many rectangles of one colour at once: one by one they cost twice the time.
    m_fills.clear();
    m_edges.clear();
    m_dashed.clear();
    for (const IntervalBoxes::Run& run : visible.runs)
        m_fills.append({run.left, row.top, run.right - run.left, row.height});
    const auto rectOf = [&](const IntervalBoxes::Box& box) {
        const int left = static_cast<int>(std::lround(box.left));
        const int right = std::max(left + 1, static_cast<int>(std::lround(box.right)));
        return QRect(left, row.top, std::max(1, right - left - 1), row.height);
    };
    int widest = 0;
    for (const IntervalBoxes::Box& box : visible.boxes) {
        if (!isTimed(row.lane->indices[box.index])) {
            m_dashed.append(rectOf(box));
            widest = std::max(widest, m_dashed.back().width());
            continue;
        }
        m_fills.append(rectOf(box));
        widest = std::max(widest, m_fills.back().width());
        if (m_fills.back().width() >= kLeastEdgedWidth)
            m_edges.append({m_fills.back().left(), row.top, 1, row.height});
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRects(m_fills);
    painter.setBrush(mixed(fill, own, 0.55));
    painter.drawRects(m_edges);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.muted, 1, Qt::DashLine));
    for (const QRect& rect : std::as_const(m_dashed))
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
    const QColor found = mixed(fill, own, 0.45);
    if (widest < kLeastWordWidth && m_found.empty() && selected().empty() && !m_current)
        return; // nothing stands out, and no text fits
    for (const IntervalBoxes::Box& box : visible.boxes) {
        const std::size_t word = row.lane->indices[box.index];
        const QRect rect = rectOf(box);
        const int left = rect.left();
        const bool current = m_current == word;
        const bool isFound = std::binary_search(m_found.begin(), m_found.end(), word);
        if (current || isFound)
            painter.fillRect(rect, current ? own : found);
        if (isFound)
            painter.fillRect(QRect(left, row.top + row.height - 3, rect.width(), 3), own);
        if (rect.width() >= kLeastWordWidth) {
            const QStaticText& text = fitted(word, rect.width() - 4, font);
            painter.setFont(font);
            painter.setPen(current             ? (theme.isDark() ? theme.background : theme.panel)
                               : isTimed(word) ? theme.text
                                               : theme.muted);
            const QSizeF size = text.size();
            painter.drawStaticText(QPointF(std::max<double>(left + 2, rect.center().x() - size.width() / 2),
                                           row.top + (row.height - size.height()) / 2),
                                   text);
        }
        if (isSelected(word)) {
            painter.setPen(QPen(theme.text, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1));
        }
    }
}

void WordsTrack::paintHeldEdge(TrackCanvas& canvas, const std::vector<LaneRow>& rows) const
{
    if (!heldEdge() || heldEdge()->index >= m_words.intervals.size())
        return;
    QPainter& painter = canvas.painter;
    const engine::Interval word = m_words.intervals[heldEdge()->index];
    const double x = canvas.scale.x(heldEdge()->atEnd ? word.end : word.start);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(canvas.theme.accent, 2));
    painter.drawLine(QPointF(x, 0), QPointF(x, canvas.size.height()));
    painter.setBrush(canvas.theme.accent);
    if (const LaneRow* row = rowOf(heldEdge()->index, rows))
        painter.drawEllipse(QPointF(x, row->top + row->height / 2.0), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void WordsTrack::paintImportance(TrackCanvas& canvas, const Lanes::Lane& lane, int top) const
{
    const int full = canvas.size.height() - top - 1;
    const IntervalBoxes visible = visibleBoxes(lane.intervals, canvas.scale, canvas.size.width());
    for (const IntervalBoxes::Box& box : visible.boxes) {
        const float importance = m_importance[lane.indices[box.index]];
        if (std::isnan(importance))
            continue;
        const double strength = std::min(1.0, std::abs(static_cast<double>(importance)) / kFullImportance);
        const int tall = std::max(1, static_cast<int>(std::lround(strength * full)));
        const int left = static_cast<int>(std::lround(box.left));
        canvas.painter.fillRect(left, top + full - tall,
                                std::max(1, static_cast<int>(std::lround(box.right)) - left - 1), tall,
                                importance >= 0 ? canvas.theme.positive : canvas.theme.negative);
    }
}

/// Over the words, so that their texts stay readable: hatched boxes with a line below; drafts have a dotted
/// one.
void WordsTrack::paintDoubts(TrackCanvas& canvas, const LaneRow& row) const
{
    if (m_doubtfulCount == 0 && m_draftCount == 0)
        return;
    const QColor own = shownColour(canvas.theme);
    QColor hatch = own;
    hatch.setAlphaF(0.35F);
    const IntervalBoxes visible = visibleBoxes(row.lane->intervals, canvas.scale, canvas.size.width());
    for (const IntervalBoxes::Box& box : visible.boxes) {
        const std::size_t word = row.lane->indices[box.index];
        const bool isDraft = !m_drafts.empty() && m_drafts[word];
        const bool isDoubtful = !isDraft && !m_doubtful.empty() && m_doubtful[word];
        if (!isDraft && !isDoubtful)
            continue;
        const int left = static_cast<int>(std::lround(box.left));
        const int wide = std::max(1, static_cast<int>(std::lround(box.right)) - left - 1);
        if (isDoubtful) {
            canvas.painter.fillRect(left, row.top, wide, row.height, QBrush(hatch, Qt::BDiagPattern));
            canvas.painter.fillRect(left, row.top + row.height - 2, wide, 2, own);
        } else {
            canvas.painter.setPen(QPen(own, 2, Qt::DotLine));
            canvas.painter.drawLine(left, row.top + row.height - 1, left + wide - 1,
                                    row.top + row.height - 1);
        }
    }
}

void WordsTrack::paintConfidence(TrackCanvas& canvas, const Lanes::Lane& lane, int top) const
{
    const int full = std::min(canvas.size.height() - top - 1, kConfidenceHeight);
    const QColor own = shownColour(canvas.theme);
    const IntervalBoxes visible = visibleBoxes(lane.intervals, canvas.scale, canvas.size.width());
    for (const IntervalBoxes::Box& box : visible.boxes) {
        const std::size_t word = lane.indices[box.index];
        if (std::isnan(m_confidence[word]) || !isTimed(word))
            continue;
        const bool isDoubtful = !m_doubtful.empty() && m_doubtful[word];
        const int tall
            = std::max(2, static_cast<int>(std::lround(std::clamp(m_confidence[word], 0.0, 1.0) * full)));
        const int left = static_cast<int>(std::lround(box.left));
        canvas.painter.fillRect(left, top + full - tall,
                                std::max(1, static_cast<int>(std::lround(box.right)) - left - 1), tall,
                                isDoubtful ? own : mixed(canvas.theme.background, own, 0.5));
    }
}

/// The parts of each word on top of each other.
void WordsTrack::paintStrip(TrackCanvas& canvas, const Lanes::Lane& lane, int top) const
{
    const int full = canvas.size.height() - top - 1;
    const IntervalBoxes visible = visibleBoxes(lane.intervals, canvas.scale, canvas.size.width());
    for (const IntervalBoxes::Box& box : visible.boxes) {
        const std::size_t word = lane.indices[box.index];
        if (!m_strip.isKnown(word))
            continue;
        const int left = static_cast<int>(std::lround(box.left));
        const int wide = std::max(1, static_cast<int>(std::lround(box.right)) - left - 1);
        double reached = 0.0;
        int below = top + full;
        for (std::size_t part = 0; part < m_strip.parts.size(); ++part) {
            const double value = std::clamp(static_cast<double>(m_strip.at(word, part)), 0.0, 1.0);
            reached = std::min(1.0, reached + value);
            const int above = top + full - std::max(1, static_cast<int>(std::lround(reached * full)));
            canvas.painter.fillRect(left, above, wide, below - above, m_strip.colour(part, canvas.theme));
            below = above;
        }
    }
}

const QStaticText& WordsTrack::fitted(std::size_t word, int width, const QFont& font) const
{
    const QString text = QString::fromStdString(m_words.texts[word]);
    if (m_advances[word] < 0) // measuring shapes the text: too slow for every word of every picture
        m_advances[word] = QFontMetrics(font).horizontalAdvance(text);
    const bool whole = m_advances[word] <= width;
    const QPair<QString, int> key(text, whole ? -1 : width);
    const auto found = m_texts.constFind(key);
    if (found != m_texts.constEnd())
        return *found;
    if (m_texts.size() > kMostTexts)
        m_texts.clear();
    const QString shortened = whole ? text : QFontMetrics(font).elidedText(text, Qt::ElideRight, width);
    QStaticText fitted(shortened.size() > 2 || whole ? shortened : QString());
    fitted.setTextFormat(Qt::PlainText);
    fitted.setPerformanceHint(QStaticText::AggressiveCaching);
    fitted.prepare({}, font);
    return *m_texts.insert(key, fitted);
}

Track::Part WordsTrack::part(std::size_t word) const
{
    const engine::Interval span = m_words.intervals.at(word);
    return {(isTimed(word) ? tr("“%1”, %2 to %3 seconds") : tr("“%1”, without times, at %2 to %3 seconds"))
                .arg(QString::fromStdString(m_words.texts[word]))
                .arg(shownNumber(span.start, 2, 'f'))
                .arg(shownNumber(span.end, 2, 'f')),
            span, m_current == word, isSelected(word)};
}

}
