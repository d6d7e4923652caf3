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
    std::optional<Value> valueAt(std::size_t row, std::size_t dimension) const override;

private:
    struct Level {
        std::size_t groups = 0;
        std::vector<std::uint16_t> halves; ///< dimensions × groups, as ValueCode packs them
    };

    std::shared_ptr<const TimedFeatures> m_source;
    std::vector<DimensionRanges> m_ranges;
    std::vector<Level> m_levels;
};

}
