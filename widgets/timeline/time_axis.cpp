#include "widgets/timeline/time_axis.h"

#include <algorithm>

namespace widgets {

TimeScale TimeAxis::limited(const TimeScale& wished, double width) const
{
    TimeScale result = wished;
    const double farthest = duration > 0 ? width / duration : 1.0;
    result.pixelsPerSecond = std::clamp(wished.pixelsPerSecond, farthest, std::max(farthest, closestZoom));
    const double last = std::max(0.0, duration - width / result.pixelsPerSecond);
    result.origin = std::clamp(wished.origin, 0.0, last);
    return result;
}

double TimeAxis::secondsInside(double pixel) const
{
    return std::clamp(scale.seconds(pixel), 0.0, duration);
}

}
