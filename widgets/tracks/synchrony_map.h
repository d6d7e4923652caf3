#pragma once

#include "widgets/timeline/track.h"
#include "widgets/tracks/synchrony_content.h"

#include <QImage>

#include <optional>
#include <vector>

namespace widgets {

/// The map of a synchrony, time × lag, with positive lags above: blue below 0, orange above, missing cells
/// hatched, rows that are not more than chance pale. Its picture is made once for what is shown.
class SynchronyMap {
public:
    /// To be called when the content changes.
    void forget();
    /// @param content  with a synchrony. @param room  in pixels of the track
    void paint(TrackCanvas& canvas, const SynchronyContent& content, const QRectF& room);

    /// The place of a lag, in pixels of the track. @param lags  as of Synchrony, at least one
    static double yOf(double lag, const std::vector<double>& lags, const QRectF& room);
    /// The column of the matrix at a height within the room.
    static std::size_t columnAt(double y, std::size_t columns, const QRectF& room);
    /// The colour of a correlation. @param isPale  of a row that is not more than chance
    static QColor colourOf(const Theme& theme, double r, bool isPale);

private:
    void makePicture(const Theme& theme, const SynchronyContent& content);
    void paintDots(TrackCanvas& canvas, const SynchronyContent& content, const QRectF& room) const;

    QImage m_picture; ///< a pixel per row and lag; transparent where a cell is missing
    std::vector<std::optional<double>> m_dots; ///< the best lag of each row that is more than chance
    bool m_isDark = true; ///< of which theme the picture is
};

}
