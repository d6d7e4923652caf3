#pragma once

#include "widgets/timeline/timeline_look.h"
#include "widgets/timeline/timeline_state.h"

#include <QCoreApplication>
#include <QPainter>

namespace widgets {

/// Paints the heads of a timeline's tracks: colour, title, subtitle, and the signs of lock and solo.
class HeadPainter {
    Q_DECLARE_TR_FUNCTIONS(widgets::HeadPainter)
public:
    HeadPainter(QPainter& painter, const TimelineState& state, const TimelineLook& look);

    void paint(const TrackRow& row);

private:
    void paintColour(const QRect& head, const QColor& colour);
    void paintTexts(const QRect& head, const Track& track, int width);
    /// @return  the pixels that they take
    int paintSigns(const QRect& head, const Track& track, bool solo);

    QPainter& m_painter;
    const TimelineState& m_state;
    const TimelineLook& m_look;
};

}
