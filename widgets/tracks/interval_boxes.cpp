#include "widgets/tracks/interval_boxes.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

using Iterator = std::span<const engine::Interval>::iterator;

/// The first in [from, last) that ends after `seconds`; near `from`, so it gallops before it bisects.
Iterator firstEndingAfter(Iterator from, Iterator last, double seconds)
{
    std::ptrdiff_t step = 1;
    Iterator probe = from;
    while (step < last - probe && (probe + step)->end <= seconds) {
        probe += step;
        step *= 2;
    }
    const Iterator limit = step < last - probe ? probe + step : last;
    return std::partition_point(probe, limit, [&](const engine::Interval& i) { return i.end <= seconds; });
}

std::vector<IntervalBoxes::Run> pixelRuns(Iterator first, Iterator last, const TimeScale& scale, int width)
{
    std::vector<IntervalBoxes::Run> runs;
    while (first != last && width > 0) {
        const int left = std::clamp(static_cast<int>(scale.x(first->start)), 0, width - 1);
        const int right = std::clamp(static_cast<int>(scale.x(first->end)), left, width - 1) + 1;
        if (!runs.empty() && runs.back().right >= left)
            runs.back().right = std::max(runs.back().right, right);
        else
            runs.push_back({left, right});
        first = firstEndingAfter(first + 1, last, scale.seconds(right));
    }
    return runs;
}

}

IntervalBoxes visibleBoxes(std::span<const engine::Interval> intervals, const TimeScale& scale, int width)
{
    const engine::Interval visible = scale.visible(width);
    const auto first
        = std::partition_point(intervals.begin(), intervals.end(),
                               [&](const engine::Interval& i) { return i.end <= visible.start; });
    const auto last = std::partition_point(first, intervals.end(),
                                           [&](const engine::Interval& i) { return i.start < visible.end; });
    IntervalBoxes result;
    if (last - first > width / 2) {
        result.runs = pixelRuns(first, last, scale, width);
        return result;
    }
    for (auto next = first; next != last; ++next)
        result.boxes.push_back(
            {static_cast<std::size_t>(next - intervals.begin()), scale.x(next->start), scale.x(next->end)});
    return result;
}

const engine::Interval* intervalAt(std::span<const engine::Interval> intervals, double seconds)
{
    const auto found = std::partition_point(intervals.begin(), intervals.end(),
                                            [&](const engine::Interval& i) { return i.end <= seconds; });
    return found != intervals.end() && found->start <= seconds ? &*found : nullptr;
}

}
