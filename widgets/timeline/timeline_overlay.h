#pragma once

#include "widgets/timeline/timeline_look.h"
#include "widgets/timeline/timeline_state.h"

#include <QCoreApplication>
#include <QPainter>

namespace widgets {

/// Paints what lies over the tracks: spans, the guide, the playhead, and the time under the mouse.
class TimelineOverlay {
    Q_DECLARE_TR_FUNCTIONS(widgets::TimelineOverlay)
public:
    TimelineOverlay(QPainter& painter, const TimelineState& state, const TimelineLook& look);

    /// Paints highlight and selection, with the times of the selection on the ruler.
    void paintSpans();
    void paintGuide();
    /// Paints a line where the mouse is. @param withTime  the time of the line is written on the ruler
    void paintPointer(bool withTime);
    void paintPlayhead();

private:
    void paintSpan(engine::Interval span, const QColor& colour, int alpha);
    void paintSelectedTimes(engine::Interval span);

    QPainter& m_painter;
    const TimelineState& m_state;
    const TimelineLook& m_look;
};

/// The place, in the timeline, where the time under the mouse is written. @param x  of the mouse, in pixels
/// from the left of the tracks
QRectF pointerNote(double x, const TimelineState& state, const TimelineLook& look);

}
