#include "engine/sequences/tiled_features.h"

#include <algorithm>
#include <bit>

namespace engine {

namespace {

constexpr std::size_t kMostTileBytes = std::size_t{96} << 20; // of tiles, for each sequence in sight
constexpr std::size_t kFewestTiles = 48; // what two screens take

}

TileSource TileSource::open(std::shared_ptr<const StoredFeatures> rows,
                            const std::filesystem::path& cacheFolder, const RunContext& run)
{
    TileSource source{std::move(rows), {}, nullptr};
    source.coarse = cachedTiles(*source.rows, cacheFolder);
    source.ranges = source.coarse ? source.coarse->ranges() : sampledRanges(*source.rows, run);
    return source;
}

FeatureTile TileSource::read(TileKey key, const RunContext& run) const
{
    if (coarse && key.level >= TileFile::kFirstLevel)
        return coarse->read(key);
    const TileGrid grid = TileGrid::of(rows->rows(), rows->dimensions());
    return key.level >= TileFile::kFirstLevel ? readRoughTile(*rows, grid, ranges, key, run)
                                              : readTile(*rows, grid, ranges, key, nullptr, run);
}

TiledFeatures::TiledFeatures(TileSource source)
    : m_source(std::move(source))
    , m_grid(TileGrid::of(m_source.rows->rows(), m_source.rows->dimensions()))
{
}

void TiledFeatures::setCoarse(std::shared_ptr<const TileFile> coarse)
{
    m_source.coarse = std::move(coarse);
    m_source.ranges = m_source.coarse->ranges();
    for (auto slot = m_tiles.begin(); slot != m_tiles.end();) {
        const auto next = std::next(slot);
        if (slot->second.tile.isRough)
            remove(slot);
        slot = next;
    }
}

void TiledFeatures::remove(std::map<TileKey, Slot>::iterator slot)
{
    m_bytes -= slot->second.tile.bytes();
    m_tiles.erase(slot);
}

void TiledFeatures::insert(TileKey key, FeatureTile tile)
{
    if (tile.isRough && m_source.coarse)
        return; // it was read before they were there
    if (const auto there = m_tiles.find(key); there != m_tiles.end())
        remove(there);
    m_bytes += tile.bytes();
    m_tiles[key] = {std::move(tile), ++m_uses};
    while (m_tiles.size() > kFewestTiles && bytes() > kMostTileBytes)
        remove(std::min_element(m_tiles.begin(), m_tiles.end(), [](const auto& a, const auto& b) {
            return a.second.lastUse < b.second.lastUse;
        }));
}

const TiledFeatures::Slot* TiledFeatures::find(TileKey key) const
{
    const auto found = m_tiles.find(key);
    return found == m_tiles.end() ? nullptr : &found->second;
}

/// The tile, else a coarser one that covers the same time; `key` becomes its key.
const TiledFeatures::Slot* TiledFeatures::finestFor(TileKey& key) const
{
    for (TileKey coarser = key; coarser.level < m_grid.levels(); ++coarser.level, coarser.index /= 2) {
        if (const Slot* slot = find(coarser)) {
            key = coarser;
            slot->lastUse = ++m_uses;
            return slot;
        }
    }
    return nullptr;
}

class TiledFeatures::Shown {
public:
    Shown(const TiledFeatures& features, std::size_t dimension, std::size_t level)
        : m_features(features)
        , m_offset(dimension * features.m_grid.groupsPerTile)
        , m_level(level)
        , m_tileShift(static_cast<unsigned>(std::countr_zero(features.m_grid.groupsPerTile)))
    {
    }

    /// The tile that has this group, or a coarser one; null where there is none.
    const FeatureTile* tileOf(std::size_t group)
    {
        if (group >> m_tileShift != m_wanted) {
            m_wanted = group >> m_tileShift;
            TileKey shown{m_level, m_wanted};
            const Slot* slot = m_features.finestFor(shown);
            m_tile = slot ? &slot->tile : nullptr;
            m_coarser = shown.level - m_level;
        }
        return m_tile;
    }
    /// Its place in the tile that tileOf found.
    std::size_t placeOf(std::size_t group) const
    {
        return m_offset + ((group >> m_coarser) & (m_features.m_grid.groupsPerTile - 1));
    }

private:
    const TiledFeatures& m_features;
    std::size_t m_offset; // of the dimension, in each tile
    std::size_t m_level;
    unsigned m_tileShift;
    const FeatureTile* m_tile = nullptr;
    std::size_t m_coarser = 0; // by how many levels it is
    std::size_t m_wanted = SIZE_MAX; // the index of the tile that it stands for
};

void TiledFeatures::read(std::size_t dimension, const Columns& columns, std::span<float> values) const
{
    const ValueCode code(m_source.ranges[dimension].usual);
    Shown shown(*this, dimension, columns.level);
    for (std::size_t x = 0; x < values.size(); ++x) {
        if (columns.groups[x] < 0) {
            values[x] = kGap;
            continue;
        }
        const auto group = static_cast<std::size_t>(columns.groups[x]);
        const FeatureTile* tile = shown.tileOf(group);
        values[x] = tile ? code.unpack(tile->halves[shown.placeOf(group)]) : kNotRead;
    }
}

void TiledFeatures::readExtremes(std::size_t dimension, const Columns& columns, std::span<float> low,
                                 std::span<float> high) const
{
    const ValueCode code(m_source.ranges[dimension].usual);
    Shown shown(*this, dimension, columns.level);
    for (std::size_t x = 0; x < low.size(); ++x) {
        if (columns.groups[x] < 0) {
            low[x] = high[x] = kGap;
            continue;
        }
        std::uint16_t least = kHalfNoNumber;
        std::uint16_t greatest = kHalfNoNumber;
        bool isThere = false;
        for (int number = columns.firstGroup(x); number <= columns.groups[x]; ++number) {
            const auto group = static_cast<std::size_t>(number);
            const FeatureTile* tile = shown.tileOf(group);
            if (!tile)
                continue;
            isThere = true;
            least = lesserHalf(least, tile->lows()[shown.placeOf(group)]);
            greatest = greaterHalf(greatest, tile->highs()[shown.placeOf(group)]);
        }
        low[x] = isThere ? code.unpack(least) : kNotRead;
        high[x] = isThere ? code.unpack(greatest) : kNotRead;
    }
}

std::vector<TileKey> TiledFeatures::missing(const Columns& columns) const
{
    std::vector<TileKey> keys;
    std::size_t last = SIZE_MAX;
    for (const int group : columns.groups) {
        const std::size_t index = group < 0 ? last : static_cast<std::size_t>(group) / m_grid.groupsPerTile;
        if (index == last)
            continue;
        last = index;
        if (!find({columns.level, index}))
            keys.push_back({columns.level, index});
    }
    return keys;
}

std::optional<FeatureLevels::Value> TiledFeatures::valueAt(std::size_t row, std::size_t dimension) const
{
    TileKey key{0, row / m_grid.groupsPerTile};
    const Slot* slot = finestFor(key);
    if (!slot)
        return std::nullopt;
    const std::size_t place = (row >> key.level) % m_grid.groupsPerTile;
    const ValueCode code(m_source.ranges[dimension].usual);
    return Value{code.unpack(slot->tile.halves[dimension * m_grid.groupsPerTile + place]), false};
}

}
