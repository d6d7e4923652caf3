#include "engine/sequences/feature_pyramid.h"

#include "engine/sequences/value_code.h"

#include <algorithm>

namespace engine {

std::shared_ptr<const FeaturePyramid> FeaturePyramid::build(std::shared_ptr<const TimedFeatures> source,
                                                            const RunContext& run)
{
    auto pyramid = std::make_shared<FeaturePyramid>();
    pyramid->m_source = std::move(source);
    const FeatureMatrix& features = pyramid->m_source->features;
    const std::size_t dimensions = features.columns;
    pyramid->m_ranges = findRanges(features);
    Level base{features.rows, std::vector<std::uint16_t>(features.rows * dimensions), {}, {}};
    for (std::size_t d = 0; d < dimensions; ++d) {
        run.tick(d, dimensions);
        const ValueCode code(pyramid->m_ranges[d].usual);
        std::uint16_t* target = base.halves.data() + d * features.rows;
        for (std::size_t row = 0; row < features.rows; ++row)
            target[row] = code.pack(features.at(row, d));
    }
    pyramid->m_levels.push_back(std::move(base));
    while (pyramid->m_levels.back().groups > 1) {
        run.tick(dimensions, dimensions);
        Level level = coarser(pyramid->m_levels.back(), dimensions);
        const std::size_t number = pyramid->m_levels.size();
        if (number == kExtremes)
            keepExtremes(level, pyramid->m_levels.front(), dimensions, std::size_t{1} << kExtremes);
        else if (number > kExtremes)
            keepExtremes(level, pyramid->m_levels.back(), dimensions, 2);
        pyramid->m_levels.push_back(std::move(level));
    }
    return pyramid;
}

FeaturePyramid::Level FeaturePyramid::coarser(const Level& finer, std::size_t dimensions)
{
    Level level{(finer.groups + 1) / 2, {}, {}, {}};
    level.halves.resize(level.groups * dimensions);
    for (std::size_t d = 0; d < dimensions; ++d) {
        const std::uint16_t* from = finer.halves.data() + d * finer.groups;
        std::uint16_t* to = level.halves.data() + d * level.groups;
        for (std::size_t g = 0; g < level.groups; ++g)
            to[g] = 2 * g + 1 < finer.groups ? meanOfHalves(from[2 * g], from[2 * g + 1]) : from[2 * g];
    }
    return level;
}

/// @param source  a finer level: each group is made of so many parts of it; rows, or a level with extremes
void FeaturePyramid::keepExtremes(Level& level, const Level& source, std::size_t dimensions,
                                  std::size_t parts)
{
    const auto& sourceLow = source.low.empty() ? source.halves : source.low;
    const auto& sourceHigh = source.high.empty() ? source.halves : source.high;
    level.low.resize(level.groups * dimensions);
    level.high.resize(level.groups * dimensions);
    for (std::size_t d = 0; d < dimensions; ++d) {
        for (std::size_t g = 0; g < level.groups; ++g) {
            const std::size_t first = d * source.groups + g * parts;
            const std::size_t last = std::min(first + parts, (d + 1) * source.groups);
            std::uint16_t low = sourceLow[first];
            std::uint16_t high = sourceHigh[first];
            for (std::size_t part = first + 1; part < last; ++part) {
                low = lesserHalf(low, sourceLow[part]);
                high = greaterHalf(high, sourceHigh[part]);
            }
            level.low[d * level.groups + g] = low;
            level.high[d * level.groups + g] = high;
        }
    }
}

void FeaturePyramid::read(std::size_t dimension, const Columns& columns, std::span<float> values) const
{
    const Level& level = m_levels[columns.level];
    const std::uint16_t* halves = level.halves.data() + dimension * level.groups;
    const ValueCode code(m_ranges[dimension].usual);
    for (std::size_t x = 0; x < values.size(); ++x)
        values[x] = columns.groups[x] < 0 ? kGap : code.unpack(halves[columns.groups[x]]);
}

void FeaturePyramid::readExtremes(std::size_t dimension, const Columns& columns, std::span<float> low,
                                  std::span<float> high) const
{
    const bool areKept = columns.level >= kExtremes;
    const Level& level = m_levels[areKept ? columns.level : 0];
    const std::size_t perGroup = areKept ? 1 : std::size_t{1} << columns.level;
    const std::uint16_t* lows = (areKept ? level.low : level.halves).data() + dimension * level.groups;
    const std::uint16_t* highs = (areKept ? level.high : level.halves).data() + dimension * level.groups;
    const ValueCode code(m_ranges[dimension].usual);
    for (std::size_t x = 0; x < low.size(); ++x) {
        if (columns.groups[x] < 0) {
            low[x] = high[x] = kGap;
            continue;
        }
        const std::size_t first = static_cast<std::size_t>(columns.firstGroup(x)) * perGroup;
        const std::size_t last
            = std::min((static_cast<std::size_t>(columns.groups[x]) + 1) * perGroup, level.groups);
        std::uint16_t least = lows[first];
        std::uint16_t greatest = highs[first];
        for (std::size_t group = first + 1; group < last; ++group) {
            least = lesserHalf(least, lows[group]);
            greatest = greaterHalf(greatest, highs[group]);
        }
        low[x] = code.unpack(least);
        high[x] = code.unpack(greatest);
    }
}

std::optional<FeatureLevels::Value> FeaturePyramid::valueAt(std::size_t row, std::size_t dimension) const
{
    return Value{m_source->features.at(row, dimension), true};
}

}
