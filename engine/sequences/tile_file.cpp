#include "engine/sequences/tile_file.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/core/sha256.h"
#include "engine/sequences/file_state.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <type_traits>
#include <unistd.h>

namespace engine {

namespace {

namespace fs = std::filesystem;

static_assert(std::endian::native == std::endian::little, "cache files are little-endian");
static_assert(std::is_trivially_copyable_v<DimensionRanges>);

/// Ends in the version: another layout gets another number, and old files are made anew.
constexpr std::array<char, 8> kMagic{'P', 'L', 'G', 'T', 'I', 'L', 'E', '2'};
constexpr std::uintmax_t kFullCache = std::uintmax_t{2} << 30; // bytes of tile files that are kept
constexpr auto kEnding = ".tiles";

struct Header {
    std::array<char, 8> magic = kMagic;
    std::uint64_t rows = 0;
    std::uint64_t dimensions = 0;
    std::uint64_t groupsPerTile = 0;
};

/// Of one of the three: means, least values, greatest values.
std::size_t partBytes(const TileGrid& grid)
{
    return grid.tileHalves() * sizeof(std::uint16_t);
}

std::size_t tileBytes(const TileGrid& grid)
{
    return 3 * partBytes(grid);
}

/// Header, ranges, then the tiles, level by level.
std::uint64_t placeOf(TileKey key, const TileGrid& grid)
{
    std::uint64_t before = key.index;
    for (std::size_t level = TileFile::kFirstLevel; level < key.level; ++level)
        before += grid.tiles(level);
    return sizeof(Header) + grid.dimensions * sizeof(DimensionRanges) + before * tileBytes(grid);
}

std::uint64_t sizeOf(const TileGrid& grid)
{
    return placeOf({std::max(grid.levels(), TileFile::kFirstLevel), 0}, grid);
}

/// Empty when the csd is gone.
fs::path cacheFile(const StoredFeatures& source, const fs::path& cacheFolder)
{
    const auto state = stateOf(source.file().path());
    if (!state)
        return {};
    Sha256 hash;
    hash.addAll(fmt::format("{}\n{}\n{}\n{}", state->path, state->size, state->modified, source.id()));
    return cacheFolder / "features" / (hexadecimal(hash.digest()).substr(0, 32) + kEnding);
}

void makeRoom(const fs::path& folder, std::uintmax_t bytes)
{
    std::error_code ignored;
    std::vector<fs::directory_entry> files;
    for (const fs::directory_entry& file : fs::directory_iterator(folder, ignored)) {
        if (file.path().extension() == kEnding && file.is_regular_file(ignored))
            files.push_back(file);
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
        std::error_code gone;
        return a.last_write_time(gone) > b.last_write_time(gone);
    });
    for (const fs::directory_entry& file : files) { // the newest first
        bytes += file.file_size(ignored);
        if (bytes > kFullCache)
            fs::remove(file.path(), ignored);
    }
}

/// Writes tiles in order of the finest level; coarser ones follow by themselves.
class Writer {
public:
    Writer(const fs::path& path, const TileGrid& grid)
        : m_file(path, std::ios::binary | std::ios::trunc)
        , m_path(path)
        , m_grid(grid)
        , m_waiting(grid.levels())
    {
    }

    void add(TileKey key, const FeatureTile& tile)
    {
        std::uint64_t place = placeOf(key, m_grid);
        for (const auto* part : {&tile.halves, &tile.lows(), &tile.highs()}) {
            put(place, part->data(), partBytes(m_grid));
            place += partBytes(m_grid);
        }
        if (key.level + 1 >= m_grid.levels())
            return;
        FeatureTile& upper = m_waiting[key.level + 1];
        if (key.index % 2 == 0)
            upper = emptyTile(m_grid, true);
        mergeTile(upper, tile, key.index, m_grid);
        if (key.index % 2 == 1 || key.index + 1 == m_grid.tiles(key.level))
            add({key.level + 1, key.index / 2}, std::exchange(upper, {}));
    }

    void close(const std::vector<DimensionRanges>& ranges)
    {
        const Header header{kMagic, m_grid.rows, m_grid.dimensions, m_grid.groupsPerTile};
        put(0, &header, sizeof header);
        put(sizeof header, ranges.data(), ranges.size() * sizeof(DimensionRanges));
        m_file.close();
        check();
    }

private:
    void put(std::uint64_t place, const void* bytes, std::size_t size)
    {
        m_file.seekp(static_cast<std::streamoff>(place));
        m_file.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
        check();
    }
    void check() const
    {
        if (!m_file)
            throw IoError("io", targetName(m_path),
                          std::string("cannot be written: ") + std::strerror(errno));
    }

    std::ofstream m_file;
    fs::path m_path;
    TileGrid m_grid;
    std::vector<FeatureTile> m_waiting; ///< by level: of which the first half is there
};

bool readAll(int file, void* to, std::size_t size, std::uint64_t place)
{
    for (std::size_t done = 0; done < size;) {
        const ssize_t got
            = pread(file, static_cast<char*>(to) + done, size - done, static_cast<off_t>(place + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

}

TileFile::~TileFile()
{
    if (m_file >= 0)
        close(m_file);
}

FeatureTile TileFile::read(TileKey key) const
{
    FeatureTile tile = emptyTile(m_grid, true);
    std::uint64_t place = placeOf(key, m_grid);
    for (auto* part : {&tile.halves, &tile.low, &tile.high}) {
        if (!readAll(m_file, part->data(), partBytes(m_grid), place))
            throw IoError("io", m_path.string(), "cannot be read");
        place += partBytes(m_grid);
    }
    return tile;
}

std::shared_ptr<const TileFile> cachedTiles(const StoredFeatures& source, const fs::path& cacheFolder)
{
    const fs::path path = cacheFile(source, cacheFolder);
    const std::shared_ptr<TileFile> tiles(new TileFile);
    tiles->m_path = path;
    tiles->m_file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    Header header;
    if (tiles->m_file < 0 || !readAll(tiles->m_file, &header, sizeof header, 0) || header.magic != kMagic
        || header.rows != source.rows() || header.dimensions != source.dimensions())
        return nullptr;
    tiles->m_grid = TileGrid::of(source.rows(), source.dimensions());
    tiles->m_ranges.resize(source.dimensions());
    std::error_code error;
    if (header.groupsPerTile != tiles->m_grid.groupsPerTile
        || fs::file_size(path, error) != sizeOf(tiles->m_grid)
        || !readAll(tiles->m_file, tiles->m_ranges.data(), tiles->m_ranges.size() * sizeof(DimensionRanges),
                    sizeof header))
        return nullptr;
    return tiles;
}

std::shared_ptr<const TileFile> buildTiles(const StoredFeatures& source, std::vector<DimensionRanges> ranges,
                                           const fs::path& cacheFolder, const RunContext& run)
{
    const fs::path path = cacheFile(source, cacheFolder);
    if (path.empty())
        throw IoError("file_not_found", source.file().path().string(), "is no longer there");
    const TileGrid grid = TileGrid::of(source.rows(), source.dimensions());
    std::error_code ignored;
    fs::create_directories(path.parent_path(), ignored);
    makeRoom(path.parent_path(), sizeOf(grid));
    PendingFile pending(path);
    Writer writer(pending.temporary(), grid);
    std::vector<DimensionRange> seen;
    for (const DimensionRanges& range : ranges)
        seen.push_back(range.full);
    const std::size_t tiles = grid.levels() > TileFile::kFirstLevel ? grid.tiles(TileFile::kFirstLevel) : 0;
    for (std::size_t index = 0; index < tiles; ++index) {
        RunContext part = run;
        part.progress = [&](double fraction) {
            if (run.progress)
                run.progress((static_cast<double>(index) + fraction) / static_cast<double>(tiles));
        };
        const TileKey key{TileFile::kFirstLevel, index};
        writer.add(key, readTile(source, grid, ranges, key, &seen, part));
        run.tick(index + 1, tiles);
    }
    for (std::size_t d = 0; d < ranges.size(); ++d)
        ranges[d].full = seen[d];
    writer.close(ranges);
    if (cacheFile(source, cacheFolder) != path)
        throw IoError("io", source.file().path().string(), "was changed while it was read");
    pending.commit();
    return cachedTiles(source, cacheFolder);
}

}
