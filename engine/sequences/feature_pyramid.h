#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/timed_features.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// Range of one dimension that the heat map spreads over its colours; outliers are clipped.
struct DimensionRange {
    float low = 0.0F;
    float high = 0.0F;
    bool constant() const { return !(high > low); }
};

/// A video's features at every zoom: 8-bit levels, dimension after dimension, each level half as long as the
/// one before.
///
/// Immutable after building, so views and jobs may share it.
class FeaturePyramid {
public:
    /// The byte for "no number": NaN, infinite. Numbers are 1…255.
    static constexpr std::uint8_t kNoNumber = 0;

    /// @throws Cancelled.
    static std::shared_ptr<const FeaturePyramid> build(std::shared_ptr<const TimedFeatures> source,
                                                       const RunContext& run = {});

    const TimedFeatures& source() const { return *m_source; }
    std::size_t dimensions() const { return m_source->features.columns; }
    const DimensionRange& range(std::size_t dimension) const { return m_ranges[dimension]; }

    /// Which row shows at the middle of each pixel column: its group at `level`, or -1 in a gap.
    struct Columns {
        std::size_t level = 0;
        std::vector<int> groups;
    };
    Columns columns(double start, double secondsPerColumn, std::size_t count) const;

    /// The bytes of one dimension at one level, by group of 2^level rows.
    std::span<const std::uint8_t> values(std::size_t dimension, std::size_t level) const;
    /// Back from byte to number.
    float value(std::size_t dimension, std::uint8_t byte) const;

private:
    struct Level {
        std::size_t groups = 0;
        std::vector<std::uint8_t> bytes; ///< dimensions × groups
    };

    std::shared_ptr<const TimedFeatures> m_source;
    std::vector<DimensionRange> m_ranges;
    std::vector<Level> m_levels;
};

/// The row whose interval holds `seconds`; absent in gaps. @param intervals  sorted by start.
std::optional<std::size_t> rowAt(std::span<const Interval> intervals, double seconds);

}
