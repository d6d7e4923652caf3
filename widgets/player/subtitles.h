#pragma once

#include "engine/sequences/timed_features.h"

#include <QFont>
#include <QPalette>
#include <QRect>
#include <QStringList>

#include <optional>
#include <vector>

class QPainter;

namespace widgets {

/// What stands below the picture at one moment.
struct SubtitleLine {
    QStringList words; ///< empty: nothing is said
    std::optional<qsizetype> lit; ///< the word that is being spoken

    friend bool operator==(const SubtitleLine&, const SubtitleLine&) = default;
};

/// Words cut into lines that stay as they are while they are spoken: at pauses, and where a line is full.
class Subtitles {
public:
    Subtitles() = default;
    explicit Subtitles(const engine::TimedText& words); ///< in the order of time

    /// The line that is read at this time: from its first word until a little after its last.
    SubtitleLine at(double seconds) const;

private:
    struct Line {
        QStringList words;
        std::vector<engine::Interval> times;
    };
    std::vector<Line> m_lines;
};

/// Paints a line at the bottom of the picture's area, on a plate of its own, so that it can be read on any
/// picture. Letters grow with the picture, and shrink where the line would be too long.
void paintSubtitle(QPainter& painter, const QRect& picture, const SubtitleLine& line, const QFont& font,
                   const QPalette& palette);

}
