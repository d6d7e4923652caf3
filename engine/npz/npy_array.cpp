#include "engine/npz/npy_array.h"

#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>

namespace engine {

static_assert(std::endian::native == std::endian::little, "arrays are read as they lie in the file");

namespace {

constexpr std::size_t kMostHeaderBytes = 1 << 16;
constexpr std::size_t kMostAxes = 32; // as NumPy

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

/// Half precision (IEEE 754), as extractors save space with.
FeatureArray::Values halvesOf(const std::string& bytes, std::size_t count)
{
    constexpr int lowest = -24; // exponent of the last bit of what is not normal
    std::vector<float> result;
    result.reserve(count);
    for (const std::uint16_t bits : numbers<std::uint16_t, std::uint16_t>(bytes, count)) {
        const int exponent = bits >> 10 & 0x1F;
        const auto fraction = static_cast<float>(bits & 0x3FF);
        const float size = exponent == 0x1F ? (fraction == 0.0F ? std::numeric_limits<float>::infinity()
                                                                : std::numeric_limits<float>::quiet_NaN())
            : exponent == 0                 ? std::ldexp(fraction, lowest)
                                            : std::ldexp(fraction + 1024.0F, lowest + exponent - 1);
        result.push_back((bits & 0x8000) != 0 ? -size : size);
    }
    return result;
}

constexpr NumberType kNumberTypes[]{
    {"f2", 2, ElementType::Float32, halvesOf},
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

/// What stands column by column, row by row.
template <typename Value>
std::vector<Value> byRows(const std::vector<Value>& values, std::span<const std::size_t> shape)
{
    std::vector<Value> result(values.size());
    std::vector<std::size_t> at(shape.size(), 0);
    for (const Value& value : values) {
        std::size_t place = 0;
        for (std::size_t axis = 0; axis < shape.size(); ++axis)
            place = place * shape[axis] + at[axis];
        result[place] = value;
        for (std::size_t axis = 0; axis < shape.size() && ++at[axis] == shape[axis]; ++axis)
            at[axis] = 0;
    }
    return result;
}

}

FormatError NpyName::error(const std::string& what) const
{
    return {"data_invalid", file, array.empty() ? what : array + " " + what};
}

NpyHeader readNpyHeader(const NpyName& name, const NextBytes& next)
{
    std::string head = next(10);
    if (head.size() != 10 || !head.starts_with("\x93NUMPY"))
        throw name.error("is no NumPy array");
    const auto isVersion1 = head[6] == 1;
    if (!isVersion1) // versions 2 and 3 have four bytes
        head += next(2);
    if (head.size() != (isVersion1 ? 10 : 12))
        throw name.error("is cut off");
    const auto byte
        = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(head[i])); };
    std::size_t length = byte(8) | byte(9) << 8;
    if (!isVersion1)
        length |= byte(10) << 16 | byte(11) << 24;
    if (length > kMostHeaderBytes)
        throw name.error("has a header that is no NumPy header");
    const std::string text = next(length);
    if (text.size() != length)
        throw name.error("is cut off");
    const auto shape = shapeIn(valueOf(text, "'shape'"));
    std::string_view type = valueOf(text, "'descr'");
    if (!shape || !type.starts_with('\'') || type.find('\'', 1) == std::string_view::npos)
        throw name.error("has a header that is no NumPy header");
    type = type.substr(1, type.find('\'', 1) - 1);
    const bool isByColumns = shape->size() > 1 && valueOf(text, "'fortran_order'").starts_with("True");
    return {std::string(type), *shape, isByColumns, head.size() + length, rowBytesOf(type, *shape)};
}

NpyRows npyRows(const NpyName& name, const std::string& type, std::span<const std::size_t> whole,
                std::size_t first, std::size_t count, std::size_t mostBytes)
{
    const std::size_t rows = whole.empty() ? 1 : whole.front();
    if (first > rows || count > rows - first)
        throw name.error(fmt::format("has {} rows, not {}", rows, first + count));
    std::size_t elements = 1;
    std::size_t rowElements = 1; // a large extent behind one of 0 is no large array
    for (std::size_t axis = 0; axis < whole.size(); ++axis) {
        const std::size_t extent = whole[axis];
        if (extent > 0 && elements > std::numeric_limits<std::size_t>::max() / extent)
            throw FormatError("too_large", name.file, name.array + " claims more than can be");
        elements *= extent;
        rowElements *= axis > 0 ? extent : 1;
    }
    if (type.find('O') != std::string::npos)
        throw name.error("holds Python objects, which are a pickle: not read. "
                         + Installation::ofThisProgram().unpickleCommand(name.file));
    const std::optional<ElementLayout> layout = layoutOf(type);
    if (!layout)
        throw name.error("has the type " + type + ", which is not read");
    elements = count == rows ? elements : count * rowElements;
    if (layout->bytes > mostBytes || elements > mostBytes / std::max<std::size_t>(layout->bytes, 1))
        throw FormatError(
            "too_large", name.file,
            fmt::format("{} is larger than the {} MiB that are read at most", name.array, mostBytes >> 20));
    return {first * rowElements * layout->bytes, elements * layout->bytes};
}

FeatureArray npyArray(const NpyName& name, const std::string& type, std::vector<std::size_t> shape,
                      const std::string& bytes)
{
    const std::optional<ElementLayout> layout = layoutOf(type);
    const std::size_t elements
        = std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>());
    if (!layout->number)
        return {ElementType::Text, std::move(shape),
                layout->isCharacters ? characterTexts(bytes, elements, layout->width)
                                     : texts(bytes, elements, layout->width)};
    FeatureArray result{layout->number->type, std::move(shape), layout->number->read(bytes, elements)};
    if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&result.values);
        result.type == ElementType::UInt64
        && std::ranges::any_of(*integers, [](std::int64_t integer) { return integer < 0; }))
        throw name.error("holds integers from 2^63 on, which cannot be held exactly, and is not read");
    return result;
}

namespace {

/// The bytes of a file, one after the other.
NextBytes nextOf(std::ifstream& stream)
{
    return [&stream](std::size_t count) {
        std::string bytes(count, '\0');
        stream.read(bytes.data(), static_cast<std::streamsize>(count));
        bytes.resize(static_cast<std::size_t>(stream.gcount()));
        return bytes;
    };
}

std::ifstream opened(const std::filesystem::path& path)
{
    std::error_code unreadable;
    if (!std::filesystem::exists(path, unreadable))
        throw IoError("file_not_found", path.string(), "there is no such file");
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw IoError("io", path.string(), "cannot be opened for reading");
    return stream;
}

}

NpyHeader readNpyHeader(const std::filesystem::path& path)
{
    std::ifstream stream = opened(path);
    return readNpyHeader({path.string(), {}}, nextOf(stream));
}

FeatureArray readNpy(const std::filesystem::path& path, std::size_t mostBytes)
{
    std::ifstream stream = opened(path);
    const NpyName name{path.string(), {}};
    const NextBytes next = nextOf(stream);
    const NpyHeader header = readNpyHeader(name, next);
    const std::size_t rows = header.shape.empty() ? 1 : header.shape.front();
    const NpyRows all = npyRows(name, header.type, header.shape, 0, rows, mostBytes);
    const std::string bytes = next(all.bytes);
    if (bytes.size() != all.bytes)
        throw name.error("is cut off");
    FeatureArray array = npyArray(name, header.type, header.shape, bytes);
    if (header.isByColumns)
        std::visit([&](auto& values) { values = byRows(values, header.shape); }, array.values);
    return array;
}

}
