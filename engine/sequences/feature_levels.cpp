#include "engine/sequences/feature_levels.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace engine {

namespace {

constexpr double kClipped = 0.01; // of the rows, at each end
constexpr std::size_t kSampledRows = 4000; // enough for stable percentiles
constexpr double kManyRows = 24.0; // in a column; then it is quicker to search than to step

bool startsAfter(double time, const Interval& interval)
{
    return time < interval.start;
}

DimensionRange usualRange(std::vector<float>& sample)
{
    if (sample.empty())
        return {};
    const auto last = static_cast<double>(sample.size() - 1);
    const auto pick = [&](double fraction) {
        const auto place = sample.begin() + static_cast<std::ptrdiff_t>(std::lround(fraction * last));
        std::nth_element(sample.begin(), place, sample.end());
        return *place;
    };
    const DimensionRange range{pick(kClipped), pick(1.0 - kClipped)};
    if (!range.constant())
        return range;
    const auto [low, high] = std::minmax_element(sample.begin(), sample.end());
    return {*low, *high}; // rare events (a click, a blink) lie outside the percentiles
}

}

std::vector<DimensionRanges> findRanges(MatrixView features)
{
    constexpr float infinity = std::numeric_limits<float>::infinity();
    std::vector<DimensionRanges> ranges(features.columns, {{}, {infinity, -infinity}});
    for (std::size_t row = 0; row < features.rows; ++row) {
        const std::span<const float> values = features.row(row);
        for (std::size_t d = 0; d < values.size(); ++d) {
            DimensionRange& full = ranges[d].full;
            if (std::isfinite(values[d])) {
                full.low = std::min(full.low, values[d]);
                full.high = std::max(full.high, values[d]);
            }
        }
    }
    const std::size_t stride = std::max<std::size_t>(1, features.rows / kSampledRows);
    std::vector<float> sample;
    for (std::size_t d = 0; d < features.columns; ++d) {
        sample.clear();
        for (std::size_t row = 0; row < features.rows; row += stride) {
            const float value = features.at(row, d);
            if (std::isfinite(value))
                sample.push_back(value);
        }
        ranges[d].usual = usualRange(sample);
        if (ranges[d].full.low > ranges[d].full.high)
            ranges[d].full = {};
    }
    return ranges;
}

bool FeatureLevels::Columns::isDense() const
{
    if (level > 0)
        return true;
    for (std::size_t x = 1; x < groups.size(); ++x) {
        if (groups[x] >= 0 && firstGroup(x) < groups[x])
            return true;
    }
    return false;
}

FeatureLevels::Columns FeatureLevels::columns(double start, double secondsPerColumn, std::size_t count) const
{
    const std::vector<Interval>& rows = intervals();
    Columns result{0, std::vector<int>(count, -1)};
    if (rows.empty() || count == 0)
        return result;
    const auto first = std::upper_bound(rows.begin(), rows.end(), start, startsAfter);
    const auto last = std::upper_bound(first, rows.end(),
                                       start + secondsPerColumn * static_cast<double>(count), startsAfter);
    const double rowsPerColumn = static_cast<double>(last - first) / static_cast<double>(count);
    const auto coarsest = static_cast<std::size_t>(std::bit_width(rows.size() - 1));
    while (rowsPerColumn > static_cast<double>(std::size_t{2} << result.level) && result.level < coarsest)
        ++result.level;

    auto next = first == rows.begin() ? first : first - 1;
    for (std::size_t column = 0; column < count; ++column) {
        const double time = start + (static_cast<double>(column) + 0.5) * secondsPerColumn;
        if (rowsPerColumn > kManyRows) {
            const auto behind = std::upper_bound(next, last, time, startsAfter);
            next = behind == next ? next : behind - 1;
        } else {
            while (next + 1 != rows.end() && (next + 1)->start <= time)
                ++next;
        }
        const double reach
            = std::max(next->end, next->start + secondsPerColumn); // short rows do not fall between pixels
        if (next->start <= time && time < reach)
            result.groups[column]
                = static_cast<int>(static_cast<std::size_t>(next - rows.begin()) >> result.level);
    }
    return result;
}

std::optional<std::size_t> rowAt(std::span<const Interval> intervals, double seconds)
{
    auto next = std::upper_bound(intervals.begin(), intervals.end(), seconds, startsAfter);
    if (next == intervals.begin())
        return std::nullopt;
    --next;
    return seconds < next->end ? std::optional(static_cast<std::size_t>(next - intervals.begin()))
                               : std::nullopt;
}

}
