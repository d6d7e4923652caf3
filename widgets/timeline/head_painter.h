#pragma once

#include "widgets/timeline/timeline_look.h"
#include "widgets/timeline/timeline_state.h"

#include <QCoreApplication>
#include <QPainter>

namespace widgets {

/// Paints the heads of a timeline's tracks: colour, title, subtitle, and the signs that can be clicked.
class HeadPainter {
    Q_DECLARE_TR_FUNCTIONS(widgets::HeadPainter)
public:
    HeadPainter(QPainter& painter, const TimelineState& state, const TimelineLook& look);

    void paint(const TrackRow& row);

private:
    void paintColour(const QRect& head, const QColor& colour);
    void paintTexts(const QRect& head, const Track& track, int titleWidth);
    /// Those that are on stand out. @return  the pixels that all take at the right
    int paintSigns(const TrackRow& row);
    void paintLock(const QRect& area, const Track& track, bool isOn, const QColor& faint);
    void paintSolo(const QRect& area, bool isOn, const QColor& faint);

    QPainter& m_painter;
    const TimelineState& m_state;
    const TimelineLook& m_look;
};

}
