#include "engine/agreement/boundaries.h"

#include "engine/agreement/assignment.h"
#include "engine/numbers/moments.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace engine {

namespace {

constexpr double kRounding = 1e-9; // seconds: 0.12 − 0.10 is a little more than 0.02

std::vector<std::size_t> byStart(std::span<const Interval> intervals)
{
    std::vector<std::size_t> order(intervals.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, [&](std::size_t index) { return intervals[index].start; });
    return order;
}

/// Of each of the first, those of the second that it shares time with.
std::vector<std::vector<Worth>> overlaps(std::span<const Interval> first, std::span<const Interval> second)
{
    std::vector<std::vector<Worth>> shared(first.size());
    const std::vector<std::size_t> order = byStart(second);
    std::vector<std::size_t> open; // of the second, begun and not over
    std::size_t next = 0;
    for (const std::size_t index : byStart(first)) {
        const Interval interval = first[index];
        while (next < order.size() && second[order[next]].start < interval.end)
            open.push_back(order[next++]);
        std::erase_if(open, [&](std::size_t other) { return second[other].end <= interval.start; });
        for (const std::size_t other : open) {
            if (const double length = interval.overlap(second[other]); length > 0.0)
                shared[index].push_back({other, length});
        }
    }
    return shared;
}

Statistic named(const char* key, const char* name, const char* rule)
{
    Statistic statistic;
    statistic.key = key;
    statistic.name = name;
    statistic.rule = rule;
    statistic.raters = 2;
    return statistic;
}

}

std::vector<SegmentMatch> matchSegments(std::span<const Interval> first, std::span<const Interval> second)
{
    std::vector<SegmentMatch> matches;
    const auto columns = assignByWorth(overlaps(first, second), second.size());
    for (std::size_t index = 0; index < first.size(); ++index) {
        if (!columns[index])
            continue;
        const Interval other = second[*columns[index]];
        const double shared = first[index].overlap(other);
        matches.push_back(
            {index, *columns[index], shared / (first[index].length() + other.length() - shared)});
    }
    return matches;
}

BoundaryAgreement boundaryAgreement(std::span<const SegmentedPair> videos)
{
    BoundaryAgreement result;
    std::vector<double> ratios;
    std::vector<double> deviations;
    for (const SegmentedPair& pair : videos) {
        const std::vector<SegmentMatch> matches = matchSegments(pair.first, pair.second);
        for (const SegmentMatch& match : matches) {
            ratios.push_back(match.overlapRatio);
            const Interval a = pair.first[match.first];
            const Interval b = pair.second[match.second];
            deviations.push_back(std::abs(a.start - b.start));
            deviations.push_back(std::abs(a.end - b.end));
        }
        result.unmatchedFirst += pair.first.size() - matches.size();
        result.unmatchedSecond += pair.second.size() - matches.size();
    }

    const auto fill = [&](Statistic& statistic, auto value) {
        statistic.units = ratios.size();
        statistic.drop("unmatched segments of the first", result.unmatchedFirst);
        statistic.drop("unmatched segments of the second", result.unmatchedSecond);
        if (ratios.empty())
            statistic.refuse({"No segment of one overlaps one of the other."});
        else
            statistic.give(value());
    };
    const auto share = [](const std::vector<double>& values, auto isIn) {
        return static_cast<double>(std::ranges::count_if(values, isIn)) / static_cast<double>(values.size());
    };
    result.meanOverlapRatio
        = named("overlap_mean", "mean overlap ratio", "of the pairs matched by maximum overlap");
    fill(result.meanOverlapRatio, [&] { return meanOf(ratios); });
    result.shareOverHalf = named("overlap_over_half", "share with overlap ratio >= 0.5",
                                 "of the pairs matched by maximum overlap");
    fill(result.shareOverHalf, [&] { return share(ratios, [](double ratio) { return ratio >= 0.5; }); });
    result.medianDeviation
        = named("deviation_median", "boundary deviation, median (s)", "starts and ends together");
    fill(result.medianDeviation, [&] { return quantile(deviations, 0.5); });
    result.percentile95Deviation
        = named("deviation_p95", "boundary deviation, 95th percentile (s)", "starts and ends together");
    fill(result.percentile95Deviation, [&] { return quantile(deviations, 0.95); });
    for (std::size_t i = 0; i < result.shareWithin.size(); ++i) {
        const double bound = BoundaryAgreement::kWithin[i];
        const int ms = static_cast<int>(std::lround(bound * 1000.0));
        Statistic& within = result.shareWithin[i];
        within = named("", "", "starts and ends together");
        within.key = fmt::format("within_{}_ms", ms);
        within.name = fmt::format("boundaries within {} ms, share", ms);
        fill(within, [&] {
            return share(deviations, [bound](double deviation) { return deviation <= bound + kRounding; });
        });
    }
    return result;
}

}
