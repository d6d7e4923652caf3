#pragma once

#include "engine/core/run_context.h"
#include "engine/sequences/feature_tile.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace engine {

/// The coarse levels of features that are too large for the memory, in the cache folder: made in one pass
/// through all rows, valid as long as the csd keeps path, size and time. Any thread may read it.
class TileFile {
public:
    /// The finest level in the file; finer tiles are quick to make from the rows. The file has 5 % of the
    /// size of the csd.
    static constexpr std::size_t kFirstLevel = 6;

    TileFile(TileFile&&) = delete;
    ~TileFile();

    const TileGrid& grid() const { return m_grid; }
    const std::vector<DimensionRanges>& ranges() const { return m_ranges; }
    /// @param key  of level kFirstLevel or more. @throws IoError (`io`).
    FeatureTile read(TileKey key) const;

private:
    friend std::shared_ptr<const TileFile> cachedTiles(const StoredFeatures&, const std::filesystem::path&);
    TileFile() = default;

    std::filesystem::path m_path;
    int m_file = -1;
    TileGrid m_grid;
    std::vector<DimensionRanges> m_ranges;
};

/// The tiles that were made before; null when there are none of this state of the csd.
std::shared_ptr<const TileFile> cachedTiles(const StoredFeatures& source,
                                            const std::filesystem::path& cacheFolder);

/// Reads all rows and puts their tiles into the cache, from which the oldest ones go when it is full.
/// @param ranges  their `usual` ranges, by which values are packed, must be known; the `full` ranges are
/// found here.
/// @throws IoError (`io`, when the disk is full), Cancelled.
std::shared_ptr<const TileFile> buildTiles(const StoredFeatures& source, std::vector<DimensionRanges> ranges,
                                           const std::filesystem::path& cacheFolder,
                                           const RunContext& run = {});

}
