#include "widgets/live/live_word_strip.h"

#include "widgets/base/theme.h"

#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr int kWordGap = 10; ///< pixels between two words

}

LiveWordStrip::LiveWordStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("liveWords"));
    setAccessibleName(tr("Words"));
    setFixedHeight(40);
}

void LiveWordStrip::setWords(const std::vector<LiveWord>& words)
{
    m_words = words;
    update();
}

void LiveWordStrip::setNow(double seconds)
{
    m_now = seconds;
    update();
}

void LiveWordStrip::setNote(const QString& note)
{
    m_note = note;
    update();
}

void LiveWordStrip::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.panel);
    painter.setPen(theme.line);
    painter.drawLine(0, 0, width(), 0);
    if (m_words.empty()) {
        painter.setPen(theme.muted);
        painter.drawText(rect(), Qt::AlignCenter, fontMetrics().elidedText(m_note, Qt::ElideRight, width()));
        return;
    }
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() + 1.5);
    QFont strong = large;
    strong.setBold(true);
    const auto begun = std::ranges::partition_point(
        m_words, [this](const LiveWord& word) { return word.interval.start <= m_now; });
    // From the newest backwards, as far as there is room.
    double right = width() * 0.72;
    for (auto word = begun; word != m_words.begin() && right > 0.0;) {
        --word;
        const bool isSaid = word->interval.contains(m_now);
        const QFontMetrics metrics(isSaid ? strong : large);
        const int wide = metrics.horizontalAdvance(word->text);
        const QRectF box(right - wide, 4, wide, height() - 8);
        if (isSaid) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.language);
            painter.drawRoundedRect(box.adjusted(-6, 2, 6, -2), 3, 3);
            painter.setPen(readableOn(theme.language));
        } else {
            painter.setPen(word + 4 >= begun ? theme.text : theme.muted);
        }
        painter.setFont(isSaid ? strong : large);
        painter.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine, word->text);
        right -= wide + kWordGap + (isSaid ? 6 : 0);
    }
}

}
