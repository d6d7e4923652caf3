#include "widgets/player/subtitles.h"

#include "widgets/base/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {

constexpr double kPause = 0.3; // seconds of silence that begin a new line
constexpr double kStays = 0.8; // seconds that a line can be read after its last word
constexpr qsizetype kLongest = 42; // characters of a line, as subtitles have them
constexpr int kRowsInPicture = 17; // of letters, if all of the picture were text

}

/// From pause to pause; what is too long for one line is shared out over several of much the same length.
Subtitles::Subtitles(const engine::TimedText& words)
{
    const auto sizeOf
        = [&](std::size_t word) { return QString::fromStdString(words.texts[word]).size() + 1; };
    for (std::size_t first = 0; first < words.texts.size();) {
        std::size_t end = first;
        qsizetype total = 0;
        do
            total += sizeOf(end++);
        while (end < words.texts.size()
               && words.intervals[end].start - words.intervals[end - 1].end <= kPause);
        const qsizetype lines = (total + kLongest - 1) / kLongest;
        qsizetype length = total; // full, so that the first word begins a line
        for (; first < end; ++first) {
            if (length * lines >= total || length + sizeOf(first) > kLongest + 1) {
                m_lines.emplace_back();
                length = 0;
            }
            length += sizeOf(first);
            m_lines.back().words << QString::fromStdString(words.texts[first]);
            m_lines.back().times.push_back(words.intervals[first]);
        }
    }
}

SubtitleLine Subtitles::at(double seconds) const
{
    const auto next
        = std::upper_bound(m_lines.begin(), m_lines.end(), seconds,
                           [](double time, const Line& line) { return time < line.times.front().start; });
    if (next == m_lines.begin())
        return {};
    const Line& line = *std::prev(next);
    if (seconds >= line.times.back().end + kStays)
        return {};
    const auto spoken = std::find_if(line.times.begin(), line.times.end(), [seconds](engine::Interval word) {
        return word.start <= seconds && seconds < word.end;
    });
    return {line.words,
            spoken == line.times.end() ? std::nullopt
                                       : std::optional<qsizetype>(spoken - line.times.begin())};
}

void paintSubtitle(QPainter& painter, const QRect& picture, const SubtitleLine& line, const QFont& font,
                   const QPalette& palette)
{
    if (line.words.isEmpty())
        return;
    const Theme& theme = themeOf(palette);
    const int smallest = QFontMetrics(font).height();
    QFont large = font;
    large.setWeight(QFont::Medium);
    int height = std::max(smallest, picture.height() / kRowsInPicture);
    const auto gapOf = [](const QFontMetrics& metrics) {
        return std::max(4, metrics.horizontalAdvance(QLatin1Char(' ')));
    };
    const auto widthAt = [&](int pixels) {
        large.setPixelSize(std::max(1, pixels * 4 / 5)); // the letters of a row of this height
        const QFontMetrics metrics(large);
        int width = gapOf(metrics);
        for (const QString& word : line.words)
            width += metrics.horizontalAdvance(word) + gapOf(metrics);
        return width;
    };
    const int room = picture.width() * 19 / 20;
    int width = widthAt(height);
    if (width > room) {
        height = std::max(smallest * 3 / 4, height * room / width);
        width = widthAt(height);
    }
    const QFontMetrics metrics(large);
    const int gap = gapOf(metrics);
    const QRect plate(picture.center().x() - width / 2 - gap / 2,
                      picture.bottom() - picture.height() / 24 - height * 3 / 2, width + gap, height * 3 / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor under = theme.panel;
    under.setAlphaF(0.86F);
    painter.setBrush(under);
    painter.drawRoundedRect(plate, height / 4.0, height / 4.0);
    painter.setFont(large);
    int x = plate.left() + gap * 3 / 2;
    for (qsizetype i = 0; i < line.words.size(); ++i) {
        const int wide = metrics.horizontalAdvance(line.words[i]);
        const bool lit = line.lit == i;
        if (lit) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.language);
            painter.drawRoundedRect(QRect(x - gap / 2, plate.top() + height / 6, wide + gap, height * 7 / 6),
                                    height / 6.0, height / 6.0);
        }
        painter.setPen(lit ? (theme.isDark() ? theme.background : theme.panel) : theme.text);
        painter.drawText(QRect(x, plate.top(), wide + 1, plate.height()),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, line.words[i]);
        x += wide + gap;
    }
}

}
