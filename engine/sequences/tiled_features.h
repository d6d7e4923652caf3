#pragma once

#include "engine/sequences/feature_tile.h"
#include "engine/sequences/tile_file.h"

#include <map>
#include <memory>
#include <vector>

namespace engine {

/// Where the tiles of a video's features come from. Immutable, so any thread may use it.
struct TileSource {
    std::shared_ptr<const StoredFeatures> rows;
    std::vector<DimensionRanges> ranges; ///< one per dimension
    std::shared_ptr<const TileFile> coarse; ///< null: not made yet; coarse tiles are rough

    /// Opens the source without reading all rows. @throws IoError, Cancelled.
    static TileSource open(std::shared_ptr<const StoredFeatures> rows,
                           const std::filesystem::path& cacheFolder, const RunContext& run = {});
    FeatureTile read(TileKey key, const RunContext& run = {}) const; ///< @throws IoError, Cancelled.
};

/// A video's features that are too large for the memory, at every zoom: what is in sight lies in tiles, which
/// the caller reads when they are missing() and hands in with insert(). Where a tile is missing, a coarser
/// one is shown.
///
/// To be used on one thread only, except for its intervals and dimensions, which never change.
class TiledFeatures : public FeatureLevels {
public:
    explicit TiledFeatures(TileSource source);

    const TileSource& source() const { return m_source; }
    /// The coarse levels were made: they take the place of the rough ones.
    void setCoarse(std::shared_ptr<const TileFile> coarse);
    void insert(TileKey key, FeatureTile tile);
    std::size_t bytes() const { return m_bytes; } ///< of its tiles

    const std::vector<Interval>& intervals() const override { return m_source.rows->intervals(); }
    std::size_t dimensions() const override { return m_source.rows->dimensions(); }
    const DimensionRanges& ranges(std::size_t dimension) const override { return m_source.ranges[dimension]; }
    void read(std::size_t dimension, const Columns& columns, std::span<float> values) const override;
    void readExtremes(std::size_t dimension, const Columns& columns, std::span<float> low,
                      std::span<float> high) const override;
    std::vector<TileKey> missing(const Columns& columns) const override;
    std::optional<Value> valueAt(std::size_t row, std::size_t dimension) const override;

private:
    struct Slot {
        FeatureTile tile;
        mutable std::size_t lastUse = 0;
    };
    const Slot* find(TileKey key) const;
    const Slot* finestFor(TileKey& key) const;
    /// What is shown for one dimension. It is asked group by group, and looks for a tile only where the last
    /// one ends.
    class Shown;
    void remove(std::map<TileKey, Slot>::iterator slot);

    TileSource m_source;
    TileGrid m_grid;
    std::map<TileKey, Slot> m_tiles;
    std::size_t m_bytes = 0;
    mutable std::size_t m_uses = 0;
};

}
