#include "engine/alignment/coverage.h"

#include "engine/alignment/overlap.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>

namespace engine {

namespace {

/// How many seconds the intervals, sorted by start, cover together.
double lengthOf(std::span<const Interval> intervals)
{
    double covered = 0.0;
    double reached = -1e300;
    for (const Interval& interval : intervals) {
        covered += std::max(0.0, interval.end - std::max(reached, interval.start));
        reached = std::max(reached, interval.end);
    }
    return covered;
}

std::size_t common(std::span<const std::size_t> a, std::span<const std::size_t> b)
{
    std::size_t count = 0;
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        count += a[i] == b[k] ? 1 : 0;
        const bool first = a[i] <= b[k];
        const bool second = b[k] <= a[i];
        i += first ? 1 : 0;
        k += second ? 1 : 0;
    }
    return count;
}

}

std::vector<TargetCoverage> coverage(std::span<const Interval> targets, std::span<const Interval> rows)
{
    const OverlapFinder finder(rows, ElementType::Float64, ElementType::Float64);
    std::vector<TargetCoverage> result;
    result.reserve(targets.size());
    OverlapFinder::Rows before;
    OverlapFinder::Rows here;
    for (const Interval& target : targets) {
        if (target.end - target.start > kTouching)
            finder.find(target, here);
        else
            here = {};
        TargetCoverage covered{target, here.indices.size(), 0, lengthOf(here.clipped)};
        const std::size_t both = common(before.indices, here.indices);
        if (both > 0) {
            result.back().shared = std::min(result.back().rows, result.back().shared + both);
            covered.shared = both;
        }
        result.push_back(covered);
        std::swap(before, here);
    }
    return result;
}

std::vector<Interval> gaps(std::span<const Interval> rows, double least)
{
    std::vector<Interval> result;
    double reached = rows.empty() ? 0.0 : rows.front().start;
    for (const Interval& row : rows) {
        if (row.start - reached > least)
            result.push_back({reached, row.start});
        reached = std::max(reached, row.end);
    }
    return result;
}

double medianStep(std::span<const Interval> rows)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < rows.size(); ++i)
        steps.push_back(rows[i].start - rows[i - 1].start);
    return steps.empty() ? 0.0 : upperMedian(std::move(steps));
}

}
