#include "engine/sequences/feature_pyramid.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

/// Rows that are looked at to find a dimension's range; enough for stable percentiles.
constexpr std::size_t kSampledRows = 4000;
constexpr double kClipped = 0.01; // of the rows, at each end

DimensionRange findRange(const FeatureMatrix& features, std::size_t dimension)
{
    std::vector<float> sample;
    const std::size_t stride = std::max<std::size_t>(1, features.rows / kSampledRows);
    for (std::size_t row = 0; row < features.rows; row += stride) {
        const float value = features.at(row, dimension);
        if (std::isfinite(value))
            sample.push_back(value);
    }
    if (sample.empty())
        return {};
    const auto last = static_cast<double>(sample.size() - 1);
    const auto pick = [&](double fraction) {
        const auto place = sample.begin() + static_cast<std::ptrdiff_t>(std::lround(fraction * last));
        std::nth_element(sample.begin(), place, sample.end());
        return *place;
    };
    DimensionRange range{pick(kClipped), pick(1.0 - kClipped)};
    if (range.constant()) { // rare events (a click, a blink) lie outside the percentiles
        const auto [low, high] = std::minmax_element(sample.begin(), sample.end());
        range = {*low, *high};
    }
    return range;
}

std::uint8_t toByte(float value, DimensionRange range)
{
    if (!std::isfinite(value))
        return FeaturePyramid::kNoNumber;
    if (range.constant())
        return 128;
    const float part = std::clamp((value - range.low) / (range.high - range.low), 0.0F, 1.0F);
    return static_cast<std::uint8_t>(1 + std::lround(part * 254.0F));
}

/// The mean of two neighbours; a missing one leaves the other.
std::uint8_t merged(std::uint8_t a, std::uint8_t b)
{
    if (a == FeaturePyramid::kNoNumber || b == FeaturePyramid::kNoNumber)
        return std::max(a, b);
    return static_cast<std::uint8_t>((a + b + 1) / 2);
}

}

std::shared_ptr<const FeaturePyramid> FeaturePyramid::build(std::shared_ptr<const TimedFeatures> source,
                                                            const RunContext& run)
{
    auto pyramid = std::make_shared<FeaturePyramid>();
    pyramid->m_source = std::move(source);
    const FeatureMatrix& features = pyramid->m_source->features;
    const std::size_t dimensions = features.columns;
    Level base{features.rows, std::vector<std::uint8_t>(features.rows * dimensions)};
    for (std::size_t d = 0; d < dimensions; ++d) {
        run.tick(d, dimensions);
        pyramid->m_ranges.push_back(findRange(features, d));
        std::uint8_t* target = base.bytes.data() + d * features.rows;
        for (std::size_t row = 0; row < features.rows; ++row)
            target[row] = toByte(features.at(row, d), pyramid->m_ranges[d]);
    }
    pyramid->m_levels.push_back(std::move(base));
    while (pyramid->m_levels.back().groups > 1) {
        run.tick(dimensions, dimensions);
        const Level& finer = pyramid->m_levels.back();
        Level coarser{(finer.groups + 1) / 2, {}};
        coarser.bytes.resize(coarser.groups * dimensions);
        for (std::size_t d = 0; d < dimensions; ++d) {
            const std::uint8_t* from = finer.bytes.data() + d * finer.groups;
            std::uint8_t* to = coarser.bytes.data() + d * coarser.groups;
            for (std::size_t g = 0; g < coarser.groups; ++g)
                to[g] = 2 * g + 1 < finer.groups ? merged(from[2 * g], from[2 * g + 1]) : from[2 * g];
        }
        pyramid->m_levels.push_back(std::move(coarser));
    }
    return pyramid;
}

FeaturePyramid::Columns FeaturePyramid::columns(double start, double secondsPerColumn,
                                                std::size_t count) const
{
    const std::vector<Interval>& intervals = m_source->intervals;
    Columns result{0, std::vector<int>(count, -1)};
    if (intervals.empty() || count == 0)
        return result;
    const auto byStart = [](double time, const Interval& interval) { return time < interval.start; };
    const auto first = std::upper_bound(intervals.begin(), intervals.end(), start, byStart);
    const auto last = std::upper_bound(first, intervals.end(),
                                       start + secondsPerColumn * static_cast<double>(count), byStart);
    const double rowsPerColumn = static_cast<double>(last - first) / static_cast<double>(count);
    while (rowsPerColumn > static_cast<double>(std::size_t{2} << result.level)
           && result.level + 1 < m_levels.size())
        ++result.level;

    auto next = first == intervals.begin() ? first : first - 1;
    for (std::size_t column = 0; column < count; ++column) {
        const double time = start + (static_cast<double>(column) + 0.5) * secondsPerColumn;
        while (next + 1 != intervals.end() && (next + 1)->start <= time)
            ++next;
        const double reach
            = std::max(next->end, next->start + secondsPerColumn); // short rows do not fall between pixels
        if (next->start <= time && time < reach)
            result.groups[column]
                = static_cast<int>(static_cast<std::size_t>(next - intervals.begin()) >> result.level);
    }
    return result;
}

std::span<const std::uint8_t> FeaturePyramid::values(std::size_t dimension, std::size_t level) const
{
    const Level& l = m_levels[level];
    return std::span(l.bytes).subspan(dimension * l.groups, l.groups);
}

float FeaturePyramid::value(std::size_t dimension, std::uint8_t byte) const
{
    const DimensionRange& range = m_ranges[dimension];
    return range.low + (range.high - range.low) * static_cast<float>(byte - 1) / 254.0F;
}

std::optional<std::size_t> rowAt(std::span<const Interval> intervals, double seconds)
{
    auto next = std::upper_bound(intervals.begin(), intervals.end(), seconds,
                                 [](double time, const Interval& interval) { return time < interval.start; });
    if (next == intervals.begin())
        return std::nullopt;
    --next;
    return seconds < next->end ? std::optional(static_cast<std::size_t>(next - intervals.begin()))
                               : std::nullopt;
}

}
