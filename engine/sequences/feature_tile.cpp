#include "engine/sequences/feature_tile.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace engine {

namespace {

constexpr std::size_t kTileHalves = std::size_t{1} << 18; // 512 KiB, of means
constexpr std::size_t kPieceBytes = std::size_t{4} << 20; // of rows, read at once
constexpr std::size_t kSampledValues = 1'000'000;

std::vector<ValueCode> codesOf(std::span<const DimensionRanges> ranges)
{
    std::vector<ValueCode> codes;
    codes.reserve(ranges.size());
    for (const DimensionRanges& range : ranges)
        codes.emplace_back(range.usual);
    return codes;
}

/// Sum, least and greatest of the finite values of some rows, by dimension.
class GroupOfRows {
public:
    explicit GroupOfRows(std::size_t dimensions)
        : m_sums(dimensions)
        , m_counts(dimensions)
        , m_low(dimensions)
        , m_high(dimensions)
    {
        startAgain();
    }

    void add(std::span<const float> row)
    {
        for (std::size_t d = 0; d < row.size(); ++d) {
            const bool isNumber = std::isfinite(row[d]);
            m_sums[d] += isNumber ? row[d] : 0.0F;
            m_counts[d] += isNumber ? 1.0F : 0.0F;
            m_low[d] = isNumber && row[d] < m_low[d] ? row[d] : m_low[d];
            m_high[d] = isNumber && row[d] > m_high[d] ? row[d] : m_high[d];
        }
    }

    /// Into the group's place of each dimension; then starts again.
    void take(std::span<const ValueCode> codes, FeatureTile& tile, std::size_t group, std::size_t stride)
    {
        for (std::size_t d = 0; d < m_sums.size(); ++d) {
            const std::size_t place = d * stride + group;
            tile.halves[place] = codes[d].pack(m_sums[d] / m_counts[d]); // 0/0 is no number
            if (!tile.low.empty()) {
                tile.low[place] = codes[d].pack(m_low[d]); // infinity is none either
                tile.high[place] = codes[d].pack(m_high[d]);
            }
        }
        startAgain();
    }

private:
    void startAgain()
    {
        std::fill(m_sums.begin(), m_sums.end(), 0.0F);
        std::fill(m_counts.begin(), m_counts.end(), 0.0F);
        std::fill(m_low.begin(), m_low.end(), std::numeric_limits<float>::infinity());
        std::fill(m_high.begin(), m_high.end(), -std::numeric_limits<float>::infinity());
    }

    std::vector<float> m_sums;
    std::vector<float> m_counts;
    std::vector<float> m_low;
    std::vector<float> m_high;
};

void widen(std::vector<DimensionRange>& seen, std::span<const float> row)
{
    for (std::size_t d = 0; d < row.size(); ++d) {
        const bool isNumber = std::isfinite(row[d]);
        seen[d].low = isNumber && row[d] < seen[d].low ? row[d] : seen[d].low;
        seen[d].high = isNumber && row[d] > seen[d].high ? row[d] : seen[d].high;
    }
}

}

TileGrid TileGrid::of(std::size_t rows, std::size_t dimensions)
{
    const std::size_t groups = kTileHalves / std::max<std::size_t>(1, dimensions);
    return {rows, dimensions, std::clamp<std::size_t>(std::bit_floor(groups), 16, 8192)};
}

std::size_t TileGrid::levels() const
{
    return rows == 0 ? 0 : static_cast<std::size_t>(std::bit_width(rows - 1)) + 1;
}

std::size_t TileGrid::groups(std::size_t level) const
{
    return (rows + (std::size_t{1} << level) - 1) >> level;
}

std::size_t TileGrid::tiles(std::size_t level) const
{
    return (groups(level) + groupsPerTile - 1) / groupsPerTile;
}

FeatureTile emptyTile(const TileGrid& grid, bool extremes)
{
    FeatureTile tile{std::vector<std::uint16_t>(grid.tileHalves(), kHalfNoNumber)};
    if (extremes)
        tile.low = tile.high = tile.halves;
    return tile;
}

FeatureTile readTile(const StoredFeatures& source, const TileGrid& grid,
                     std::span<const DimensionRanges> ranges, TileKey key, std::vector<DimensionRange>* seen,
                     const RunContext& run)
{
    FeatureTile tile = emptyTile(grid, key.level > 0);
    const std::vector<ValueCode> codes = codesOf(ranges);
    const std::size_t groupRows = std::size_t{1} << key.level;
    const std::size_t first = key.index * grid.groupsPerTile * groupRows;
    const std::size_t last = std::min(grid.rows, first + grid.groupsPerTile * groupRows);
    const std::size_t pieceRows
        = std::max<std::size_t>(1, kPieceBytes / (sizeof(float) * std::max<std::size_t>(1, grid.dimensions)));
    GroupOfRows rows(grid.dimensions);
    for (std::size_t row = first; row < last;) {
        run.tick(row - first, last - first);
        const FeatureMatrix piece = source.read(row, std::min(pieceRows, last - row));
        for (std::size_t i = 0; i < piece.rows; ++i, ++row) {
            rows.add(piece.row(i));
            if (seen)
                widen(*seen, piece.row(i));
            const std::size_t group = (row - first) / groupRows;
            if (row + 1 == last || (row + 1 - first) % groupRows == 0)
                rows.take(codes, tile, group, grid.groupsPerTile);
        }
    }
    return tile;
}

FeatureTile readRoughTile(const StoredFeatures& source, const TileGrid& grid,
                          std::span<const DimensionRanges> ranges, TileKey key, const RunContext& run)
{
    FeatureTile tile = emptyTile(grid, false);
    tile.isRough = true;
    const std::vector<ValueCode> codes = codesOf(ranges);
    const std::size_t first = key.index * grid.groupsPerTile;
    const std::size_t last = std::min(grid.groups(key.level), first + grid.groupsPerTile);
    GroupOfRows rows(grid.dimensions);
    for (std::size_t group = first; group < last; ++group) {
        run.tick(group - first, last - first);
        const std::size_t middle = (group << key.level) + (std::size_t{1} << key.level) / 2;
        rows.add(source.read(std::min(middle, grid.rows - 1), 1).row(0));
        rows.take(codes, tile, group - first, grid.groupsPerTile);
    }
    return tile;
}

void mergeTile(FeatureTile& upper, const FeatureTile& lower, std::size_t index, const TileGrid& grid)
{
    const std::size_t half = grid.groupsPerTile / 2;
    const auto merge
        = [&](const std::vector<std::uint16_t>& source, std::vector<std::uint16_t>& target, auto of) {
              for (std::size_t d = 0; d < grid.dimensions; ++d) {
                  const std::uint16_t* from = source.data() + d * grid.groupsPerTile;
                  std::uint16_t* to = target.data() + d * grid.groupsPerTile + index % 2 * half;
                  for (std::size_t g = 0; g < half; ++g)
                      to[g] = of(from[2 * g], from[2 * g + 1]);
              }
          };
    merge(lower.halves, upper.halves, meanOfHalves);
    merge(lower.lows(), upper.low, lesserHalf);
    merge(lower.highs(), upper.high, greaterHalf);
}

std::vector<DimensionRanges> sampledRanges(const StoredFeatures& source, const RunContext& run)
{
    const std::size_t wanted
        = std::clamp<std::size_t>(kSampledValues / std::max<std::size_t>(1, source.dimensions()), 64, 4000);
    const std::size_t count = std::min(wanted, source.rows());
    FeatureMatrix sample(count, source.dimensions());
    for (std::size_t i = 0; i < count; ++i) {
        run.tick(i, count);
        const std::size_t row = i * source.rows() / count;
        const FeatureMatrix values = source.read(row, 1);
        std::copy(values.values.begin(), values.values.end(), sample.row(i).begin());
    }
    return findRanges(sample);
}

}
