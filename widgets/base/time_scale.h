#pragma once

#include "engine/core/interval.h"

namespace widgets {

/// Time ↔ pixel: shared by everything on the time axis. Times in seconds, positions in (fractional) pixels
/// from the left edge of the tracks.
struct TimeScale {
    double origin = 0.0; ///< the time at pixel 0
    double pixelsPerSecond = 100.0;

    double x(double seconds) const { return (seconds - origin) * pixelsPerSecond; }
    double seconds(double pixel) const { return origin + pixel / pixelsPerSecond; }
    engine::Interval visible(double width) const { return {origin, seconds(width)}; }

    /// Zoomed by `factor` (> 1: closer) so that the time under `pixel` stays there.
    TimeScale zoomed(double factor, double pixel) const
    {
        const double fixed = seconds(pixel);
        const double scale = pixelsPerSecond * factor;
        return {fixed - pixel / scale, scale};
    }
    TimeScale panned(double pixels) const { return {origin + pixels / pixelsPerSecond, pixelsPerSecond}; }

    /// The span fills the width, with a margin of `margin` pixels on both sides.
    static TimeScale fitting(engine::Interval span, double width, double margin = 0.0)
    {
        const double scale = (width - 2 * margin) / (span.length() > 0 ? span.length() : 1.0);
        return {span.start - margin / scale, scale};
    }

    friend bool operator==(const TimeScale&, const TimeScale&) = default;
};

}
