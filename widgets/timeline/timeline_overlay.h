#pragma once

#include "widgets/timeline/timeline_look.h"
#include "widgets/timeline/timeline_state.h"

#include <QCoreApplication>
#include <QPainter>

namespace widgets {

/// Paints what lies over the tracks: spans, guide, playhead, and the time under the mouse.
class TimelineOverlay {
    Q_DECLARE_TR_FUNCTIONS(widgets::TimelineOverlay)
public:
    TimelineOverlay(QPainter& painter, const TimelineState& state, const TimelineLook& look);

    /// Highlight and selection, with the times of the selection.
    void paintSpans();
    void paintGuide();
    /// A line where the mouse is. @param withTime  its time stands on the ruler
    void paintPointer(bool withTime);
    void paintPlayhead();

private:
    void paintSpan(engine::Interval span, const QColor& colour, int alpha);
    void paintSelectedTimes(engine::Interval span);

    QPainter& m_painter;
    const TimelineState& m_state;
    const TimelineLook& m_look;
};

/// Where the time under the mouse stands on the ruler, in the timeline. @param x  pixels from the left of the
/// tracks
QRectF pointerNote(double x, const TimelineState& state, const TimelineLook& look);

}
