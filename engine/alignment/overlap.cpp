#include "engine/alignment/overlap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace engine {

namespace {

bool isSingle(ElementType type)
{
    return type == ElementType::Float32 || type == ElementType::Float16;
}

}

OverlapFinder::OverlapFinder(std::span<const Interval> source, ElementType sourceType,
                             ElementType referenceType)
    : m_source(source)
    , m_singlePrecision(isSingle(sourceType) && isSingle(referenceType))
    , m_clippedType(isInteger(sourceType) && !isInteger(referenceType) ? ElementType::Float64 : sourceType)
{
    m_latestEnd.reserve(m_source.size());
    double latest = -std::numeric_limits<double>::infinity();
    for (const Interval& interval : m_source) {
        if (interval.end > latest)
            latest = interval.end;
        m_latestEnd.push_back(latest);
    }
}

template <typename T>
bool OverlapFinder::overlaps(Interval source, Interval reference) const
{
    const T touching = static_cast<T>(kTouching);
    return static_cast<T>(reference.end) - static_cast<T>(source.start) > -touching
        && static_cast<T>(source.end) - static_cast<T>(reference.start) > -touching;
}

Interval OverlapFinder::clip(Interval source, Interval reference) const
{
    if (isSingle(m_clippedType))
        reference = {static_cast<float>(reference.start), static_cast<float>(reference.end)};
    return {std::max(source.start, reference.start), std::min(source.end, reference.end)};
}

bool OverlapFinder::longEnough(Interval clipped) const
{
    if (isSingle(m_clippedType))
        return std::abs(static_cast<float>(clipped.start) - static_cast<float>(clipped.end))
            > static_cast<float>(kTouching);
    return std::abs(clipped.start - clipped.end) > kTouching;
}

OverlapFinder::Rows OverlapFinder::find(Interval reference) const
{
    // Bounds a little wider than the test below, so that its precision alone decides.
    const double margin = 2 * kTouching + 1e-6 * (std::abs(reference.start) + std::abs(reference.end));
    const auto first = std::lower_bound(m_latestEnd.begin(), m_latestEnd.end(), reference.start - margin);
    Rows rows;
    for (auto index = static_cast<std::size_t>(first - m_latestEnd.begin()); index < m_source.size();
         ++index) {
        const Interval source = m_source[index];
        if (!(source.start <= reference.end + margin))
            break;
        if (!(m_singlePrecision ? overlaps<float>(source, reference) : overlaps<double>(source, reference)))
            continue;
        const Interval clipped = clip(source, reference);
        if (!longEnough(clipped))
            continue;
        rows.indices.push_back(index);
        rows.clipped.push_back(clipped);
    }
    return rows;
}

std::vector<std::size_t> orderByStart(std::span<const Interval> intervals)
{
    std::vector<std::size_t> order(intervals.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double first = intervals[a].start;
        const double second = intervals[b].start;
        return std::isnan(second) ? !std::isnan(first) : first < second;
    });
    return order;
}

}
