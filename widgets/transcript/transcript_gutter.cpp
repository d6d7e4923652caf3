#include "widgets/transcript/transcript_gutter.h"

#include "widgets/base/theme.h"
#include "widgets/transcript/transcript_page.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <cmath>

namespace widgets {

namespace {

constexpr int kGutterMargin = 12;

/// `1:07`, `1:02:07`.
QString shownTime(double seconds)
{
    const int whole = static_cast<int>(std::floor(seconds));
    const auto two = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const QString minutes = whole >= 3600
        ? QStringLiteral("%1:%2").arg(whole / 3600).arg(two(whole / 60 % 60))
        : QString::number(whole / 60);
    return QStringLiteral("%1:%2").arg(minutes, two(whole % 60));
}

}

TranscriptGutter::TranscriptGutter(TranscriptPage& text) : QWidget(&text), m_text(text) { }

int TranscriptGutter::wantedWidth() const
{
    return fontMetrics().horizontalAdvance(QStringLiteral("0:00:00")) + kGutterMargin + 8;
}

void TranscriptGutter::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.setPen(theme.muted);
    const int scrolled = m_text.verticalScrollBar()->value();
    const QAbstractTextDocumentLayout* layout = m_text.document()->documentLayout();
    for (QTextBlock block = m_text.cursorForPosition(QPoint(0, 0)).block(); block.isValid();
         block = block.next()) {
        const QRectF area = layout->blockBoundingRect(block);
        if (area.top() - scrolled > height())
            break;
        const int place = m_text.placeBefore(block.position());
        const auto [word, last] = m_text.wordsIn(place, place + block.length());
        if (word == last || word >= m_text.words().size() || block.layout()->lineCount() == 0)
            continue;
        const TranscriptWord& first = m_text.words()[word];
        const QRectF line = block.layout()->lineAt(0).rect().translated(block.layout()->position());
        const double ascent = block.layout()->lineAt(0).ascent(); // on the line of the words
        painter.drawText(QPointF(kGutterMargin, line.top() - scrolled + ascent),
                         first.isTimed ? shownTime(first.start) : QStringLiteral("–"));
    }
}

}
