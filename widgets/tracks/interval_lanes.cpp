#include "widgets/tracks/interval_lanes.h"

#include <queue>

#include <functional>

namespace widgets {

namespace {

constexpr double kTouching = 1e-5; // seconds

template <typename T>
using LeastFirst = std::priority_queue<T, std::vector<T>, std::greater<>>;

}

Lanes::Lanes(std::span<const engine::Interval> intervals)
{
    LeastFirst<std::pair<double, std::size_t>> taken; // until when, lane
    LeastFirst<std::size_t> free;
    for (std::size_t i = 0; i < intervals.size(); ++i) {
        while (!taken.empty() && taken.top().first <= intervals[i].start + kTouching) {
            free.push(taken.top().second);
            taken.pop();
        }
        std::size_t lane = m_lanes.size();
        if (free.empty()) {
            m_lanes.emplace_back();
        } else {
            lane = free.top();
            free.pop();
        }
        m_lanes[lane].intervals.push_back(intervals[i]);
        m_lanes[lane].indices.push_back(i);
        taken.emplace(intervals[i].end, lane);
    }
}

}
