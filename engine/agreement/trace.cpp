#include "engine/agreement/trace.h"

#include <cmath>

namespace engine {

namespace {

constexpr double kSameFrame = 1e-6; // of a frame: times that differ by rounding only

std::optional<double> valueAt(const Trace& trace, double seconds)
{
    const double place = (seconds - trace.start) * trace.rate;
    const double nearest = std::round(place);
    const auto frame = [&](double index) -> std::optional<double> {
        if (index < 0.0 || index >= static_cast<double>(trace.frames.size()))
            return std::nullopt;
        return trace.frames[static_cast<std::size_t>(index)];
    };
    if (std::abs(place - nearest) < kSameFrame)
        return frame(nearest);
    const auto before = frame(std::floor(place));
    const auto after = frame(std::ceil(place));
    if (!before || !after)
        return std::nullopt;
    return std::lerp(*before, *after, place - std::floor(place));
}

}

TraceFrames onClock(const Trace& trace, Interval span, double rate)
{
    TraceFrames frames;
    const auto count = static_cast<std::size_t>(std::max(0.0, std::ceil(span.length() * rate - kSameFrame)));
    frames.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        frames.push_back(valueAt(trace, span.start + static_cast<double>(i) / rate));
    return frames;
}

}
