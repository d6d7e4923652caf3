#include "engine/npz/npz_reader.h"

#include "engine/core/error.h"
#include "engine/core/stored_bytes.h"
#include "engine/npz/npy_array.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <optional>
#include <zip.h>

namespace engine {

namespace {

constexpr zip_int64_t kMostArrays = 10'000;

/// Null: it is none, or is cut off.
zip_t* openedArchive(const StoredBytes& bytes)
{
    int failure = 0;
    if (!bytes.isPart)
        return zip_open(bytes.file.c_str(), ZIP_RDONLY, &failure);
    if (bytes.size == 0) // which would stand for all that follows
        return nullptr;
    zip_source_t* const part = zip_source_file_create(bytes.file.c_str(), bytes.begin,
                                                      static_cast<zip_int64_t>(bytes.size), nullptr);
    zip_t* const archive = part ? zip_open_from_source(part, ZIP_RDONLY, nullptr) : nullptr;
    if (part && !archive)
        zip_source_free(part);
    return archive;
}

struct ZipFileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}

struct NpzReader::State {
    struct Place {
        zip_uint64_t index = 0;
        std::size_t headerBytes = 0;
        bool isPacked = false;
    };
    /// The array that was read last, and how far.
    struct Cursor {
        zip_uint64_t index = 0;
        std::unique_ptr<zip_file_t, ZipFileCloser> file;
        std::size_t position = 0; ///< of the next byte, of the unpacked file
    };

    std::filesystem::path path;
    zip_t* archive = nullptr;
    std::vector<Array> arrays;
    std::vector<Place> places;
    Cursor cursor;

    ~State()
    {
        cursor.file.reset();
        if (archive)
            zip_discard(archive);
    }

    NpyName nameOf(const std::string& array) const { return {path.string(), array}; }

    std::unique_ptr<zip_file_t, ZipFileCloser> open(zip_uint64_t index) const
    {
        return std::unique_ptr<zip_file_t, ZipFileCloser>(zip_fopen_index(archive, index, 0));
    }

    /// Bytes first ≤ i < first + length of an unpacked file; absent when it is cut off or damaged.
    std::optional<std::string> bytesOf(const Place& place, std::size_t first, std::size_t length)
    {
        if (!cursor.file || cursor.index != place.index || (cursor.position > first && place.isPacked))
            cursor = {place.index, open(place.index), 0};
        std::string bytes(length, '\0');
        const bool isRead = cursor.file && (place.isPacked ? skipTo(first) : seekTo(place, first))
            && zip_fread(cursor.file.get(), bytes.data(), length) == static_cast<zip_int64_t>(length);
        cursor.position += length;
        if (isRead)
            return bytes;
        cursor.file.reset();
        return std::nullopt;
    }

    bool seekTo(const Place& place, std::size_t position)
    {
        if (cursor.position == position)
            return true;
        if (zip_fseek(cursor.file.get(), static_cast<zip_int64_t>(position), SEEK_SET) == 0) {
            cursor.position = position;
            return true;
        }
        cursor = {place.index, open(place.index), 0};
        return cursor.file && skipTo(position);
    }

    bool skipTo(std::size_t position)
    {
        constexpr std::size_t kMostAtOnce = 1 << 16;
        std::string skipped(std::min(kMostAtOnce, position - cursor.position), '\0');
        while (cursor.position < position) {
            const std::size_t length = std::min(skipped.size(), position - cursor.position);
            if (zip_fread(cursor.file.get(), skipped.data(), length) != static_cast<zip_int64_t>(length))
                return false;
            cursor.position += length;
        }
        return true;
    }

    void readHeader(zip_uint64_t index)
    {
        const char* stored = zip_get_name(archive, index, 0);
        std::string name = stored ? stored : "";
        const auto file = open(index);
        if (!name.ends_with(".npy") || !file)
            return;
        name.resize(name.size() - 4);
        const NpyHeader header = readNpyHeader(nameOf(name), [&file](std::size_t count) {
            std::string bytes(count, '\0');
            const zip_int64_t read = zip_fread(file.get(), bytes.data(), count);
            bytes.resize(read > 0 ? static_cast<std::size_t>(read) : 0);
            return bytes;
        });
        if (header.isByColumns)
            throw nameOf(name).error(
                "is stored column by column (Fortran order); save it with numpy.ascontiguousarray");
        zip_stat_t status;
        zip_stat_init(&status);
        const bool isKnown
            = zip_stat_index(archive, index, 0, &status) == 0 && (status.valid & ZIP_STAT_COMP_METHOD) != 0;
        const bool isPacked = !isKnown || status.comp_method != ZIP_CM_STORE;
        arrays.push_back({name, header.type, header.shape, header.rowBytes, isPacked});
        places.push_back({index, header.bytes, isPacked});
    }
};

NpzReader::NpzReader(std::filesystem::path path) : m_state(std::make_unique<State>())
{
    m_state->path = std::move(path);
    m_state->archive = openedArchive(storedBytes(m_state->path));
    if (!m_state->archive)
        throw FormatError("data_invalid", m_state->path.string(),
                          "is no NumPy archive (.npz), or is cut off");
    const zip_int64_t count = zip_get_num_entries(m_state->archive, 0);
    if (count > kMostArrays)
        throw FormatError("too_large", m_state->path.string(), fmt::format("holds {} files", count));
    for (zip_int64_t i = 0; i < count; ++i)
        m_state->readHeader(static_cast<zip_uint64_t>(i));
}

NpzReader::NpzReader(NpzReader&&) noexcept = default;
NpzReader& NpzReader::operator=(NpzReader&&) noexcept = default;
NpzReader::~NpzReader() = default;

const std::vector<NpzReader::Array>& NpzReader::arrays() const
{
    return m_state->arrays;
}

FeatureArray NpzReader::read(const Array& array, std::size_t mostBytes) const
{
    FeatureArray all = readRows(array, 0, array.shape.empty() ? 1 : array.shape.front(), mostBytes);
    all.shape = array.shape;
    return all;
}

FeatureArray NpzReader::readRows(const Array& array, std::size_t first, std::size_t count,
                                 std::size_t mostBytes) const
{
    State& state = *m_state;
    const NpyName name = state.nameOf(array.name);
    const auto found = std::ranges::find(state.arrays, array.name, &Array::name);
    if (found == state.arrays.end())
        throw name.error("is not in the archive");
    const State::Place& place = state.places[static_cast<std::size_t>(found - state.arrays.begin())];
    const NpyRows rows = npyRows(name, array.type, array.shape, first, count, mostBytes);
    const std::optional<std::string> bytes = state.bytesOf(place, place.headerBytes + rows.begin, rows.bytes);
    if (!bytes)
        throw name.error("is cut off or damaged");
    std::vector<std::size_t> shape = array.shape;
    if (!shape.empty())
        shape.front() = count;
    return npyArray(name, array.type, std::move(shape), *bytes);
}

}
