#include "widgets/tracks/edge_grip.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double kReach = 5.0; // pixels from an edge within which the mouse takes it

}

std::optional<IntervalEdge> edgeAt(std::span<const engine::Interval> intervals, double x,
                                   const TimeScale& scale)
{
    const double reach = kReach / scale.pixelsPerSecond;
    const double seconds = scale.seconds(x);
    auto next = std::partition_point(intervals.begin(), intervals.end(),
                                     [&](const engine::Interval& i) { return i.end < seconds - reach; });
    std::optional<IntervalEdge> nearest;
    double distance = reach;
    for (; next != intervals.end() && next->start <= seconds + reach; ++next) {
        const auto index = static_cast<std::size_t>(next - intervals.begin());
        for (const bool atEnd : {false, true}) {
            const double away = std::abs((atEnd ? next->end : next->start) - seconds);
            if (away < distance || (away == distance && !nearest)) {
                distance = away;
                nearest = IntervalEdge{index, atEnd};
            }
        }
    }
    return nearest;
}

bool EdgeGrip::take(const Lanes::Lane& lane, double x, const TimeScale& scale)
{
    m_edge = edgeAt(lane.intervals, x, scale);
    if (!m_edge)
        return false;
    const engine::Interval interval = lane.intervals[m_edge->index];
    m_edge->index = lane.indices[m_edge->index];
    m_before = m_edge->atEnd ? interval.end : interval.start;
    m_offset = m_before - scale.seconds(x);
    return true;
}

}
