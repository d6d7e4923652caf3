#include "engine/sequences/entry_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

/// NaN is later than every number.
bool startsBefore(const Interval& a, const Interval& b)
{
    return std::isnan(b.start) ? !std::isnan(a.start) : a.start < b.start;
}

}

std::vector<std::size_t> orderByStart(std::span<const Interval> intervals)
{
    std::vector<std::size_t> order(intervals.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return startsBefore(intervals[a], intervals[b]); });
    return order;
}

Entry sortedByStart(Entry entry)
{
    if (std::is_sorted(entry.intervals.values.begin(), entry.intervals.values.end(), startsBefore))
        return entry; // as nearly all are
    const std::vector<std::size_t> order = orderByStart(entry.intervals.values);
    IntervalArray sorted{entry.intervals.type, {}};
    sorted.values.reserve(order.size());
    for (const std::size_t row : order)
        sorted.values.push_back(entry.intervals.values[row]);
    return {std::move(sorted), entry.features.gather(order)};
}

Entry concatenate(std::span<const EntryRows> parts)
{
    if (parts.size() == 1)
        return parts.front().copy();
    std::vector<IntervalArray> intervals;
    std::vector<FeatureArray> features;
    for (const EntryRows& part : parts) {
        Entry rows = part.copy();
        intervals.push_back(std::move(rows.intervals));
        features.push_back(std::move(rows.features));
    }
    return {concatenate(intervals), concatenate(features)};
}

}
