#include "engine/npz/npz_reader.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <limits>
#include <optional>
#include <span>
#include <zip.h>

namespace engine {

static_assert(std::endian::native == std::endian::little, "arrays are read as they lie in the file");

namespace {

constexpr zip_int64_t kMostArrays = 10'000;
constexpr std::size_t kMostHeaderBytes = 1 << 16;
constexpr std::size_t kMostAxes = 32; // as NumPy

struct ZipFileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// What stands behind `'key':` in the header, a Python dictionary.
std::string_view valueOf(std::string_view header, std::string_view key)
{
    const std::size_t at = header.find(key);
    if (at == std::string_view::npos)
        return {};
    const std::size_t value = header.find_first_not_of(": ", at + key.size());
    return value == std::string_view::npos ? std::string_view() : header.substr(value);
}

std::optional<std::vector<std::size_t>> shapeIn(std::string_view text)
{
    std::vector<std::size_t> shape;
    if (!text.starts_with('('))
        return std::nullopt;
    for (std::size_t i = 1; i < text.size() && text[i] != ')';) {
        if (text[i] == ' ' || text[i] == ',') {
            ++i;
            continue;
        }
        std::size_t extent = 0;
        const auto [end, failure] = std::from_chars(text.data() + i, text.data() + text.size(), extent);
        if (failure != std::errc() || shape.size() >= kMostAxes)
            return std::nullopt;
        shape.push_back(extent);
        i = static_cast<std::size_t>(end - text.data());
    }
    return shape;
}

std::vector<std::string> texts(const std::string& bytes, std::size_t count, std::size_t width)
{
    std::vector<std::string> result;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string text = bytes.substr(i * width, width);
        const std::size_t last = text.find_last_not_of('\0');
        result.push_back(last == std::string::npos ? std::string() : text.substr(0, last + 1));
    }
    return result;
}

std::vector<std::string> characterTexts(const std::string& bytes, std::size_t count, std::size_t width)
{
    std::vector<std::string> result(count);
    for (std::size_t i = 0; i < count * width; ++i) {
        char32_t point = 0;
        std::memcpy(&point, bytes.data() + 4 * i, 4);
        if (point != 0)
            appendUtf8(result[i / width], point);
    }
    return result;
}

template <typename Stored, typename Held>
std::vector<Held> numbers(const std::string& bytes, std::size_t count)
{
    std::vector<Held> result(count);
    for (std::size_t i = 0; i < count; ++i) {
        Stored value{};
        std::memcpy(&value, bytes.data() + i * sizeof(Stored), sizeof(Stored));
        result[i] = static_cast<Held>(value);
    }
    return result;
}

struct NumberType {
    std::string_view name; ///< without the sign of byte order
    std::size_t bytes;
    ElementType type;
    FeatureArray::Values (*read)(const std::string&, std::size_t);
};

template <typename Stored, typename Held>
FeatureArray::Values valuesOf(const std::string& bytes, std::size_t count)
{
    return numbers<Stored, Held>(bytes, count);
}

constexpr NumberType kNumberTypes[]{
    {"f4", 4, ElementType::Float32, valuesOf<float, float>},
    {"f8", 8, ElementType::Float64, valuesOf<double, double>},
    {"b1", 1, ElementType::Int8, valuesOf<std::int8_t, std::int64_t>},
    {"i1", 1, ElementType::Int8, valuesOf<std::int8_t, std::int64_t>},
    {"i2", 2, ElementType::Int16, valuesOf<std::int16_t, std::int64_t>},
    {"i4", 4, ElementType::Int32, valuesOf<std::int32_t, std::int64_t>},
    {"i8", 8, ElementType::Int64, valuesOf<std::int64_t, std::int64_t>},
    {"u1", 1, ElementType::UInt8, valuesOf<std::uint8_t, std::int64_t>},
    {"u2", 2, ElementType::UInt16, valuesOf<std::uint16_t, std::int64_t>},
    {"u4", 4, ElementType::UInt32, valuesOf<std::uint32_t, std::int64_t>},
    {"u8", 8, ElementType::UInt64,
     valuesOf<std::uint64_t, std::int64_t>}, // what is too large is negative, and refused
};

/// How the elements of an array lie in it.
struct ElementLayout {
    const NumberType* number = nullptr; ///< none: text
    bool isCharacters = false; ///< of text: four bytes each
    std::size_t width = 0; ///< of text: its longest
    std::size_t bytes = 0; ///< of one element
};

/// Absent for a type that is not read.
std::optional<ElementLayout> layoutOf(std::string_view type)
{
    if (type.size() < 3 || type[0] == '>')
        return std::nullopt;
    type.remove_prefix(1);
    ElementLayout layout;
    std::from_chars(type.data() + 1, type.data() + type.size(), layout.width);
    const auto* number = std::ranges::find(kNumberTypes, type, &NumberType::name);
    if (number != std::end(kNumberTypes)) {
        layout.number = number;
        layout.bytes = number->bytes;
        return layout;
    }
    if (type[0] != 'S' && type[0] != 'U')
        return std::nullopt;
    layout.isCharacters = type[0] == 'U';
    layout.bytes = layout.isCharacters ? 4 * layout.width : layout.width;
    return layout;
}

/// As much as a number holds where it would be more.
std::size_t rowBytesOf(std::string_view type, std::span<const std::size_t> shape)
{
    const std::optional<ElementLayout> layout = layoutOf(type);
    std::size_t bytes = layout ? layout->bytes : 0;
    for (std::size_t axis = 1; axis < shape.size(); ++axis) {
        const bool fits = shape[axis] == 0 || bytes <= std::numeric_limits<std::size_t>::max() / shape[axis];
        bytes = fits ? bytes * shape[axis] : std::numeric_limits<std::size_t>::max();
    }
    return bytes;
}

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

    FormatError error(const std::string& name, const std::string& what) const
    {
        return FormatError("data_invalid", path.string(), name + " " + what);
    }

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
        std::string head(12, '\0');
        if (!name.ends_with(".npy") || !file)
            return;
        name.resize(name.size() - 4);
        if (zip_fread(file.get(), head.data(), 10) != 10 || !head.starts_with("\x93NUMPY"))
            throw error(name, "is no NumPy array");
        const auto byte
            = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(head[i])); };
        std::size_t length = byte(8) | byte(9) << 8;
        std::size_t before = 10;
        if (head[6] != 1) { // versions 2 and 3 have four bytes
            if (zip_fread(file.get(), head.data() + 10, 2) != 2)
                throw error(name, "is cut off");
            length |= byte(10) << 16 | byte(11) << 24;
            before = 12;
        }
        if (length > kMostHeaderBytes)
            throw error(name, "has a header that is no NumPy header");
        std::string header(length, '\0');
        if (zip_fread(file.get(), header.data(), length) != static_cast<zip_int64_t>(length))
            throw error(name, "is cut off");
        const auto shape = shapeIn(valueOf(header, "'shape'"));
        std::string_view type = valueOf(header, "'descr'");
        if (!shape || !type.starts_with('\'') || type.find('\'', 1) == std::string_view::npos)
            throw error(name, "has a header that is no NumPy header");
        type = type.substr(1, type.find('\'', 1) - 1);
        if (shape->size() > 1 && valueOf(header, "'fortran_order'").starts_with("True"))
            throw error(name,
                        "is stored column by column (Fortran order); save it with numpy.ascontiguousarray");
        zip_stat_t status;
        zip_stat_init(&status);
        const bool isKnown
            = zip_stat_index(archive, index, 0, &status) == 0 && (status.valid & ZIP_STAT_COMP_METHOD) != 0;
        const bool isPacked = !isKnown || status.comp_method != ZIP_CM_STORE;
        arrays.push_back({name, std::string(type), *shape, rowBytesOf(type, *shape), isPacked});
        places.push_back({index, before + length, isPacked});
    }
};

NpzReader::NpzReader(std::filesystem::path path) : m_state(std::make_unique<State>())
{
    m_state->path = std::move(path);
    std::error_code ignored;
    if (!std::filesystem::exists(m_state->path, ignored))
        throw IoError("file_not_found", m_state->path.string(), "there is no such file");
    int failure = 0;
    m_state->archive = zip_open(m_state->path.c_str(), ZIP_RDONLY, &failure);
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
    const auto found = std::ranges::find(state.arrays, array.name, &Array::name);
    if (found == state.arrays.end())
        throw state.error(array.name, "is not in the archive");
    const State::Place& place = state.places[static_cast<std::size_t>(found - state.arrays.begin())];
    const std::size_t rows = array.shape.empty() ? 1 : array.shape.front();
    if (first > rows || count > rows - first)
        throw state.error(array.name, fmt::format("has {} rows, not {}", rows, first + count));
    std::vector<std::size_t> shape = array.shape;
    if (!shape.empty())
        shape.front() = count;
    std::size_t elements = 1;
    std::size_t rowElements = 1; // a large extent behind one of 0 is no large array
    for (std::size_t axis = 0; axis < array.shape.size(); ++axis) {
        const std::size_t extent = array.shape[axis];
        if (extent > 0 && elements > std::numeric_limits<std::size_t>::max() / extent)
            throw FormatError("too_large", state.path.string(), array.name + " claims more than can be");
        elements *= extent;
        rowElements *= axis > 0 ? extent : 1;
    }
    if (array.type.find('O') != std::string::npos)
        throw state.error(array.name,
                          "holds Python objects, which are a pickle: not read. "
                              + Installation::ofThisProgram().unpickleCommand(state.path));
    const std::optional<ElementLayout> layout = layoutOf(array.type);
    if (!layout)
        throw state.error(array.name, "has the type " + array.type + ", which is not read");
    elements = count == rows ? elements : count * rowElements;
    if (layout->bytes > mostBytes || elements > mostBytes / std::max<std::size_t>(layout->bytes, 1))
        throw FormatError(
            "too_large", state.path.string(),
            fmt::format("{} is larger than the {} MiB that are read at most", array.name, mostBytes >> 20));
    const std::optional<std::string> bytes = state.bytesOf(
        place, place.headerBytes + first * rowElements * layout->bytes, elements * layout->bytes);
    if (!bytes)
        throw state.error(array.name, "is cut off or damaged");
    if (!layout->number)
        return {ElementType::Text, shape,
                layout->isCharacters ? characterTexts(*bytes, elements, layout->width)
                                     : texts(*bytes, elements, layout->width)};
    FeatureArray result{layout->number->type, shape, layout->number->read(*bytes, elements)};
    if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&result.values);
        result.type == ElementType::UInt64
        && std::ranges::any_of(*integers, [](std::int64_t integer) { return integer < 0; }))
        throw state.error(array.name,
                          "holds integers from 2^63 on, which cannot be held exactly, and is not read");
    return result;
}

}
