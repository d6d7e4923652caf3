#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/feature_levels.h"
#include "engine/sequences/timed_features.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace engine {

/// A video's features at every zoom, all in memory: dimension after dimension, each level half as long as the
/// one before.
///
/// Immutable after building, so views and jobs may share it.
class FeaturePyramid : public FeatureLevels {
public:
    /// @throws Cancelled.
    static std::shared_ptr<const FeaturePyramid> build(std::shared_ptr<const TimedFeatures> source,
                                                       const RunContext& run = {});

    const std::vector<Interval>& intervals() const override { return m_source->intervals; }
    std::size_t dimensions() const override { return m_source->features.columns; }
    const DimensionRanges& ranges(std::size_t dimension) const override { return m_ranges[dimension]; }
    void read(std::size_t dimension, const Columns& columns, std::span<float> values) const override;
    void readExtremes(std::size_t dimension, const Columns& columns, std::span<float> low,
                      std::span<float> high) const override;
    std::optional<Value> valueAt(std::size_t row, std::size_t dimension) const override;

private:
    struct Level {
        std::size_t groups = 0;
        std::vector<std::uint16_t> halves; ///< means: dimensions × groups, as ValueCode packs them
        std::vector<std::uint16_t> low; ///< least and greatest values of the groups; none below kExtremes
        std::vector<std::uint16_t> high;
    };
    /// The first level that keeps extremes; of finer groups they are quick to find among the rows.
    static constexpr std::size_t kExtremes = 3;
    static Level coarser(const Level& finer, std::size_t dimensions);
    static void keepExtremes(Level& level, const Level& source, std::size_t dimensions, std::size_t parts);

    std::shared_ptr<const TimedFeatures> m_source;
    std::vector<DimensionRanges> m_ranges;
    std::vector<Level> m_levels;
};

}
