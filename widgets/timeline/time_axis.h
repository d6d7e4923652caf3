#pragma once

#include "widgets/base/time_scale.h"

namespace widgets {

/// The time axis of a media file: how long it is, and which part of it is in sight.
struct TimeAxis {
    TimeScale scale;
    double duration = 0.0; ///< seconds
    double closestZoom = 50000.0; ///< pixels per second: a sample of 48 kHz sound is one pixel wide

    /// The nearest scale that is allowed: the farthest view shows the whole file, the closest is
    /// `closestZoom`, and the view stays inside the file.
    /// @param width  of the tracks, in pixels
    TimeScale limited(const TimeScale& wished, double width) const;
    /// The time at a pixel; the first or the last moment of the file where the pixel lies outside.
    double secondsInside(double pixel) const;
};

}
