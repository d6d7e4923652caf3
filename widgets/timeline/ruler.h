#pragma once

#include "widgets/base/theme.h"
#include "widgets/base/time_scale.h"

#include <QPainter>
#include <QRect>

namespace widgets {

/// The distances between labelled marks and between the small marks, in seconds.
struct RulerSteps {
    double major = 1.0;
    double minor = 0.1;
};

/// The smallest steps at which labels of this width have room. Steps are 1, 2 or 5 × 10ⁿ seconds below a few
/// seconds, down to 10 µs, and above that the usual parts of minutes and hours.
RulerSteps rulerSteps(const TimeScale& scale, double labelWidth);

/// A time as text, with the digits that `step` needs: `2 s`, `2.5 s`, `1:30`, `1:02:30`.
QString rulerLabel(double seconds, double step);

/// What the ruler counts. Steps are whole: one takes a second of the scale.
enum class RulerUnit { Seconds, Steps };

void paintRuler(QPainter& painter, const QRect& area, const TimeScale& scale, const Theme& theme,
                RulerUnit unit = RulerUnit::Seconds);

}
