#include "engine/synchrony/lag_windows.h"

#include "engine/core/error.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

/// Rounded to the nearest, and of two to the even one, as the reference does.
std::size_t samplesOf(double seconds, double rate)
{
    constexpr double kMost = 1e9;
    if (!(seconds >= 0.0) || !(rate > 0.0) || !(seconds * rate <= kMost))
        throw ShapeError("out_of_range",
                         "Windows, hops and lags are seconds of at least 0, and the rate is above 0 Hz; 0.1 "
                         "… 1e9 samples.");
    return static_cast<std::size_t>(std::nearbyint(seconds * rate));
}

}

LagWindows::LagWindows(const LagWindowOptions& options, std::size_t count)
    : samples(count)
    , window(samplesOf(options.window, options.rate))
    , hop(std::max<std::size_t>(samplesOf(options.hop, options.rate), 1))
    , longest(samplesOf(options.longest, options.rate))
    , step(std::max<std::size_t>(samplesOf(options.step, options.rate), 1))
    , rate(options.rate)
{
    if (window > 0 && samples >= window + longest)
        rows = (samples - window - longest) / hop + 1;
}

std::ptrdiff_t LagWindows::lagAt(std::size_t column) const
{
    return (static_cast<std::ptrdiff_t>(column) - static_cast<std::ptrdiff_t>(longest / step))
        * static_cast<std::ptrdiff_t>(step);
}

double LagWindows::least() const
{
    return std::max(static_cast<double>(window) / 2.0, 8.0);
}

std::vector<double> LagWindows::lagSeconds() const
{
    std::vector<double> seconds(lags());
    for (std::size_t column = 0; column < seconds.size(); ++column)
        seconds[column] = static_cast<double>(lagAt(column)) / rate;
    return seconds;
}

}
