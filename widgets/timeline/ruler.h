#pragma once

#include "widgets/base/theme.h"
#include "widgets/base/time_scale.h"

#include <QPainter>
#include <QRect>

namespace widgets {

/// Distance of labelled marks and of the small marks between them, in seconds.
struct RulerSteps {
    double major = 1.0;
    double minor = 0.1;
};

/// The steps at which labels have room: 1, 2, 5 × 10ⁿ below a minute, down to 10 µs; then 1, 2, 5, 10, 15, 30
/// minutes, hours.
RulerSteps rulerSteps(const TimeScale& scale, double labelWidth);

/// `2 s`, `2.5 s`, `1:30`, `1:02:30`, as fine as `step` needs.
QString rulerLabel(double seconds, double step);

void paintRuler(QPainter& painter, const QRect& area, const TimeScale& scale, const Theme& theme);

}
