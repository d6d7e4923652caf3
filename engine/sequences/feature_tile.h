#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/stored_features.h"
#include "engine/sequences/value_code.h"

#include <cstdint>
#include <vector>

namespace engine {

/// How the levels of features are cut into tiles: each tile has all dimensions of `groupsPerTile` groups.
struct TileGrid {
    std::size_t rows = 0;
    std::size_t dimensions = 0;
    std::size_t groupsPerTile = 0; ///< a power of two, so that two tiles make one of the next level

    /// Tiles of about 1.5 MiB: means, least and greatest values.
    static TileGrid of(std::size_t rows, std::size_t dimensions);
    std::size_t levels() const; ///< the last has one group
    std::size_t groups(std::size_t level) const;
    std::size_t tiles(std::size_t level) const;
    std::size_t tileHalves() const { return dimensions * groupsPerTile; }
    friend bool operator==(const TileGrid&, const TileGrid&) = default;
};

/// Groups of rows, dimension after dimension, packed by ValueCode; places behind the last row hold no number.
struct FeatureTile {
    std::vector<std::uint16_t> halves; ///< means of the values: TileGrid::tileHalves()
    /// Least and greatest values of the groups; empty where the mean says it all: in groups of one
    /// row and in rough tiles.
    std::vector<std::uint16_t> low = {};
    std::vector<std::uint16_t> high = {};
    bool isRough = false; ///< one row of each group stands for all

    const std::vector<std::uint16_t>& lows() const { return low.empty() ? halves : low; }
    const std::vector<std::uint16_t>& highs() const { return high.empty() ? halves : high; }
    std::size_t bytes() const { return (halves.size() + low.size() + high.size()) * sizeof(std::uint16_t); }
};

/// Reads the rows of a tile, a few MiB at a time, and makes its groups from them.
/// @param ranges  one per dimension. @param seen  takes the full ranges of the rows; may be null
/// @throws IoError, Cancelled.
FeatureTile readTile(const StoredFeatures& source, const TileGrid& grid,
                     std::span<const DimensionRanges> ranges, TileKey key,
                     std::vector<DimensionRange>* seen = nullptr, const RunContext& run = {});

/// Makes the tile from only one row in the middle of each group, so that a far view need not read the whole
/// file.
/// @throws as readTile.
FeatureTile readRoughTile(const StoredFeatures& source, const TileGrid& grid,
                          std::span<const DimensionRanges> ranges, TileKey key, const RunContext& run = {});

/// Puts a tile of the level below into its half of a tile. @param index  of the lower tile
void mergeTile(FeatureTile& upper, const FeatureTile& lower, std::size_t index, const TileGrid& grid);

/// A tile that holds no number. @param extremes  whether it has least and greatest values
FeatureTile emptyTile(const TileGrid& grid, bool extremes);

/// The ranges of each dimension, estimated from rows spread over the whole video. @throws IoError, Cancelled.
std::vector<DimensionRanges> sampledRanges(const StoredFeatures& source, const RunContext& run = {});

}
