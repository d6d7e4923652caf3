#include "widgets/player/transcript_strip.h"

#include "widgets/base/theme.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>

namespace widgets {

namespace {

constexpr int kPadding = 5; // inside the lit word
constexpr double kStripPause = 0.3; // seconds of silence that show as a wider gap

QFont stripFont(const QFont& base, bool lit)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 1.15);
    font.setWeight(lit ? QFont::DemiBold : QFont::Normal);
    return font;
}

}

TranscriptStrip::TranscriptStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("transcript"));
    setAccessibleName(tr("Transcript"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void TranscriptStrip::setWords(const engine::TimedText& words)
{
    m_words = words;
    if (m_current && *m_current >= m_words.texts.size())
        m_current.reset();
    update();
}

void TranscriptStrip::setCurrentWord(std::optional<std::size_t> word, bool spoken)
{
    if (m_current == word && m_spoken == spoken)
        return;
    m_current = word;
    m_spoken = spoken;
    update();
}

/// The current word in the middle, the others to its left and right as far as there is room.
std::vector<TranscriptStrip::Placed> TranscriptStrip::layOut() const
{
    std::vector<Placed> placed;
    if (m_words.texts.empty())
        return placed;
    const QFontMetrics metrics(stripFont(font(), true));
    const int space = metrics.horizontalAdvance(QLatin1Char(' ')) + kPadding;
    const auto widthOf = [&](std::size_t word) {
        return metrics.horizontalAdvance(QString::fromStdString(m_words.texts[word])) + 2 * kPadding;
    };
    const auto gapAfter = [&](std::size_t word) {
        const bool pause = m_words.intervals[word + 1].start - m_words.intervals[word].end > kStripPause;
        return pause ? space * 3 : space - kPadding;
    };
    const std::size_t centre = m_current.value_or(0);
    const int middle = widthOf(centre);
    int left = (width() - middle) / 2;
    placed.push_back({centre, {left, 4, middle, height() - 8}});
    int x = left;
    for (std::size_t word = centre; word > 0; --word) {
        const int wide = widthOf(word - 1);
        x -= wide + gapAfter(word - 1);
        if (x < 8)
            break;
        placed.push_back({word - 1, {x, 4, wide, height() - 8}});
    }
    x = left + middle;
    for (std::size_t word = centre + 1; word < m_words.texts.size(); ++word) {
        x += gapAfter(word - 1);
        const int wide = widthOf(word);
        if (x + wide > width() - 8)
            break;
        placed.push_back({word, {x, 4, wide, height() - 8}});
        x += wide;
    }
    return placed;
}

void TranscriptStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.setPen(theme.line);
    painter.drawLine(0, 0, width(), 0);
    if (m_words.texts.empty()) {
        painter.setPen(theme.muted);
        const QString hint = tr(
            "No words yet: type them (Transcribe), import them (menu File), or make one here (menu Edit).");
        painter.drawText(rect(), Qt::AlignCenter,
                         fontMetrics().elidedText(hint, Qt::ElideRight, width() - 20));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Placed& placed : layOut()) {
        const bool lit = m_spoken && m_current == placed.word;
        if (lit) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.language);
            painter.drawRoundedRect(placed.area, 4, 4);
        }
        painter.setFont(stripFont(font(), lit));
        painter.setPen(lit ? (theme.isDark() ? theme.background : theme.panel) : theme.muted);
        painter.drawText(placed.area, Qt::AlignCenter, QString::fromStdString(m_words.texts[placed.word]));
    }
}

void TranscriptStrip::mousePressEvent(QMouseEvent* event)
{
    for (const Placed& placed : layOut()) {
        if (placed.area.contains(event->position().toPoint()))
            emit seekRequested(m_words.intervals[placed.word].start);
    }
}

}
