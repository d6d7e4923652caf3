#include "engine/sequences/tiled_features.h"

#include <algorithm>
#include <bit>

namespace engine {

namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20; // of tiles, for each sequence in sight
constexpr std::size_t kFewestTiles = 24; // what two screens take

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
    std::erase_if(m_tiles, [](const auto& item) { return item.second.tile.isRough; });
}

void TiledFeatures::insert(TileKey key, FeatureTile tile)
{
    if (tile.isRough && m_source.coarse)
        return; // it was read before they were there
    m_tiles[key] = {std::move(tile), ++m_uses};
    while (m_tiles.size() > kFewestTiles && bytes() > kMostBytes)
        m_tiles.erase(std::min_element(m_tiles.begin(), m_tiles.end(), [](const auto& a, const auto& b) {
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

void TiledFeatures::read(std::size_t dimension, const Columns& columns, std::span<float> values) const
{
    const ValueCode code(m_source.ranges[dimension].usual);
    const auto tileShift = static_cast<unsigned>(std::countr_zero(m_grid.groupsPerTile));
    const std::size_t inTile = m_grid.groupsPerTile - 1;
    const std::uint16_t* halves = nullptr; // of the dimension, in the tile that shows
    std::size_t coarser = 0; // by how many levels it is
    std::size_t wanted = SIZE_MAX; // the index of the tile that it stands for
    for (std::size_t x = 0; x < values.size(); ++x) {
        if (columns.groups[x] < 0) {
            values[x] = kGap;
            continue;
        }
        const auto group = static_cast<std::size_t>(columns.groups[x]);
        if (group >> tileShift != wanted) {
            wanted = group >> tileShift;
            TileKey shown{columns.level, wanted};
            const Slot* slot = finestFor(shown);
            halves = slot ? slot->tile.halves.data() + dimension * m_grid.groupsPerTile : nullptr;
            coarser = shown.level - columns.level;
        }
        values[x] = halves ? code.unpack(halves[(group >> coarser) & inTile]) : kNotRead;
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
