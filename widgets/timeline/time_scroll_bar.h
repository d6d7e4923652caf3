#pragma once

#include "widgets/timeline/time_axis.h"

#include <QScrollBar>

namespace widgets {

/// A horizontal scroll bar that counts in seconds.
class TimeScrollBar : public QScrollBar {
    Q_OBJECT
public:
    explicit TimeScrollBar(QWidget* parent = nullptr);

    /// Shows which part of the axis is in sight. Never emits. @param width  of the tracks, in pixels
    void showAxis(const TimeAxis& axis, double width);

signals:
    void scrolled(double seconds); ///< a person wants this time at the left

private:
    double m_ticksPerSecond = 1000.0;
};

}
