#pragma once

#include "widgets/timeline/timeline_look.h"
#include "widgets/timeline/timeline_state.h"

#include <QPainter>

namespace widgets {

/// Paints what stands still in a timeline: ruler, tracks with their heads, and the lines between them.
class TimelinePainter {
public:
    TimelinePainter(QPainter& painter, const TimelineState& state, const TimelineLook& look);

    /// Paints the ground of the tracks.
    void paintGround();
    /// Paints the ruler on its own ground.
    void paintRulerOnGround();
    /// Paints the ground of the heads.
    void paintHeadGround();
    void paintUnit();
    void paintHead(const TrackRow& row);
    /// @param pointer  the time under the mouse, where it is over this track
    void paintTrack(const TrackRow& row, std::optional<double> pointer);
    /// Paints the lines between heads, ruler and tracks.
    void paintBorders();

private:
    QPainter& m_painter;
    const TimelineState& m_state;
    const TimelineLook& m_look;
};

/// Paints a whole timeline with spans and playhead, at any resolution, without what belongs to the mouse.
void paintTimeline(QPainter& painter, const TimelineState& state, const TimelineLook& look);

}
