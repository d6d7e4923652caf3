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
    Level base{features.rows, std::vector<std::uint16_t>(features.rows * dimensions)};
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
        const Level& finer = pyramid->m_levels.back();
        Level coarser{(finer.groups + 1) / 2, {}};
        coarser.halves.resize(coarser.groups * dimensions);
        for (std::size_t d = 0; d < dimensions; ++d) {
            const std::uint16_t* from = finer.halves.data() + d * finer.groups;
            std::uint16_t* to = coarser.halves.data() + d * coarser.groups;
            for (std::size_t g = 0; g < coarser.groups; ++g)
                to[g] = 2 * g + 1 < finer.groups ? meanOfHalves(from[2 * g], from[2 * g + 1]) : from[2 * g];
        }
        pyramid->m_levels.push_back(std::move(coarser));
    }
    return pyramid;
}

void FeaturePyramid::read(std::size_t dimension, const Columns& columns, std::span<float> values) const
{
    const Level& level = m_levels[columns.level];
    const std::uint16_t* halves = level.halves.data() + dimension * level.groups;
    const ValueCode code(m_ranges[dimension].usual);
    for (std::size_t x = 0; x < values.size(); ++x)
        values[x] = columns.groups[x] < 0 ? kGap : code.unpack(halves[columns.groups[x]]);
}

std::optional<FeatureLevels::Value> FeaturePyramid::valueAt(std::size_t row, std::size_t dimension) const
{
    return Value{m_source->features.at(row, dimension), true};
}

}
