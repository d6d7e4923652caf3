#pragma once

#include "widgets/tracks/interval_track.h"

#include <QStringList>

#include <variant>
#include <vector>

namespace widgets {

/// Shows a tier that people made: segments as boxes, or points as flags, with their text or values. Edges and
/// points can be dragged.
class TierTrack : public IntervalTrack {
    Q_OBJECT
public:
    using IntervalTrack::IntervalTrack;

    struct Content {
        QString title;
        QString subtitle; ///< follows the number of segments: who made the tier, and which labels it has
        QColor colour; ///< of the tier; invalid: the theme's
        bool arePoints = false;
        std::vector<engine::Interval> intervals; ///< sorted by start
        QStringList texts; ///< one per interval
        /// One per segment: a colour of its own, or a value on the scale −3…+3, which is coloured as
        /// sentiment. A segment with neither has the tier's colour.
        std::vector<std::variant<std::monostate, QColor, double>> colours;
    };
    void setContent(Content content);

    QString title() const override { return m_content.title; }
    QString subtitle() const override;
    QColor colour(const Theme& theme) const override;
    int stretch() const override { return 0; }
    void paint(TrackCanvas& canvas) const override;
    std::size_t partCount() const override { return m_content.intervals.size(); }
    Part part(std::size_t segment) const override;

protected:
    std::pair<int, int> laneExtent(int trackHeight) const override { return {3, trackHeight - 6}; }
    int heightOfOneLane() const override { return 30; }

private:
    void paintBox(TrackCanvas& canvas, const QRectF& rect, std::size_t segment) const;
    void paintPoints(TrackCanvas& canvas, const LaneRow& row) const;
    QColor colourOf(std::size_t segment, const Theme& theme) const;

    Content m_content;
};

}
