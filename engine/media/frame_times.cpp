#include "engine/media/frame_times.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

constexpr double kRounded = 0.0015; // seconds: Matroska and FLV count in milliseconds
constexpr double kUnsteady = 0.02; // share of a frame's length

}

FrameRate frameRateOf(std::span<const Interval> frames)
{
    if (frames.size() < 2)
        return {};
    const double usual
        = (frames.back().start - frames.front().start) / static_cast<double>(frames.size() - 1);
    const double most = std::max(kRounded, kUnsteady * usual);
    const auto differs = [&](const Interval& frame) { return std::abs(frame.length() - usual) > most; };
    return {usual > 0.0 ? 1.0 / usual : 0.0, std::ranges::any_of(frames.first(frames.size() - 1), differs)};
}

}
