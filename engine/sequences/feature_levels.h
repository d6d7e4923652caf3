#pragma once

#include "engine/core/interval.h"
#include "engine/core/matrix_view.h"

#include <compare>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// Range of the values of one dimension.
struct DimensionRange {
    float low = 0.0F;
    float high = 0.0F;
    bool constant() const { return !(high > low); }
    friend bool operator==(const DimensionRange&, const DimensionRange&) = default;
};

struct DimensionRanges {
    DimensionRange usual; ///< without outliers (1 % at each end)
    DimensionRange full; ///< of all finite values
    friend bool operator==(const DimensionRanges&, const DimensionRanges&) = default;
};

/// The ranges of each dimension over these rows; 0…0 for dimensions without any number.
std::vector<DimensionRanges> findRanges(MatrixView features);

/// A piece of one level of features that are read piece by piece.
struct TileKey {
    std::size_t level = 0;
    std::size_t index = 0;
    friend auto operator<=>(const TileKey&, const TileKey&) = default;
};

/// A video's features at every zoom, for painting: level k has the mean, the least and the greatest value of
/// groups of 2^k rows.
///
/// Either all of them lie in memory (FeaturePyramid), or pieces are read when they are needed
/// (TiledFeatures).
class FeatureLevels {
public:
    /// What stands for the value of a pixel where there is no row (kGap), and where it has not been read yet
    /// (kNotRead). NaN stands for a row that holds no number.
    static constexpr float kGap = -std::numeric_limits<float>::infinity();
    static constexpr float kNotRead = std::numeric_limits<float>::infinity();

    virtual ~FeatureLevels() = default;

    virtual const std::vector<Interval>& intervals() const = 0; ///< one per row, sorted by start
    virtual std::size_t dimensions() const = 0;
    virtual const DimensionRanges& ranges(std::size_t dimension) const = 0;

    /// Which row shows at the middle of each pixel column: its group at `level`, or -1 in a gap.
    struct Columns {
        std::size_t level = 0;
        std::vector<int> groups;

        /// The first group that a column stands for; the last is its own group. Groups that fall between two
        /// columns belong to the second of them. The column must not lie in a gap.
        int firstGroup(std::size_t column) const
        {
            const int before = column > 0 ? groups[column - 1] : -1;
            return before >= 0 && before < groups[column] ? before + 1 : groups[column];
        }
        /// Whether some columns stand for several rows.
        bool isDense() const;
    };
    Columns columns(double start, double secondsPerColumn, std::size_t count) const;

    /// The values of one dimension, one per column. @param values  as many as there are columns
    virtual void read(std::size_t dimension, const Columns& columns, std::span<float> values) const = 0;
    /// The least and the greatest value among all rows that a column stands for. Where there is no value,
    /// both are as in `read`.
    /// @param low, high  as many as there are columns
    virtual void readExtremes(std::size_t dimension, const Columns& columns, std::span<float> low,
                              std::span<float> high) const = 0;
    /// The pieces that `read` and `readExtremes` lack for these columns.
    virtual std::vector<TileKey> missing(const Columns&) const { return {}; }

    /// One value, as near to the row's own as can be told at once.
    struct Value {
        float value = 0.0F;
        bool exact = true; ///< else a mean of rows, or rounded
    };
    virtual std::optional<Value> valueAt(std::size_t row, std::size_t dimension) const = 0;
};

/// The row whose interval holds `seconds`; absent in gaps. @param intervals  sorted by start.
std::optional<std::size_t> rowAt(std::span<const Interval> intervals, double seconds);

}
