#include "engine/sequences/index_bytes.h"

#include "engine/core/json_text.h"
#include "engine/core/sha256.h"

#include <algorithm>
#include <cstring>

namespace engine {

namespace {

/// Changes with the layout below: older caches are then made anew.
constexpr std::string_view kVersion = "polylogue csd index 5\n";

/// Bytes behind each other: numbers as they lie in memory (the cache stays on its machine), text with its
/// length in front.
class ByteWriter {
public:
    template <typename T>
    void number(T value)
    {
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(std::string_view value)
    {
        number<std::uint64_t>(value.size());
        m_bytes.append(value);
    }
    void extents(const std::vector<std::size_t>& values)
    {
        number(static_cast<std::uint8_t>(values.size()));
        for (const std::size_t value : values)
            number<std::uint64_t>(value);
    }
    /// Numbers behind each other, without their count.
    template <typename T>
    void numbers(const std::vector<T>& values)
    {
        m_bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    }
    std::string& bytes() { return m_bytes; }

private:
    std::string m_bytes;
};

/// Reads them again; what is not there is zero or empty, and `isWhole` says so.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_left(bytes) { }

    template <typename T>
    T number()
    {
        T value{};
        if (const std::string_view part = take(sizeof value); !part.empty())
            std::memcpy(&value, part.data(), sizeof value);
        return value;
    }
    std::string text() { return std::string(take(number<std::uint64_t>())); }
    std::vector<std::size_t> extents()
    {
        std::vector<std::size_t> values(number<std::uint8_t>());
        for (std::size_t& value : values)
            value = number<std::uint64_t>();
        return values;
    }
    template <typename T>
    std::vector<T> numbers(std::uint64_t count)
    {
        const std::string_view part
            = count <= m_left.size() ? take(count * sizeof(T)) : take(~std::uint64_t{0});
        std::vector<T> values(part.size() / sizeof(T));
        if (!part.empty())
            std::memcpy(values.data(), part.data(), part.size());
        return values;
    }
    ElementType type()
    {
        const auto value = number<std::uint8_t>();
        m_isWhole = m_isWhole && value <= static_cast<std::uint8_t>(ElementType::Text);
        return static_cast<ElementType>(value);
    }
    std::size_t left() const { return m_left.size(); }
    bool isWhole() const { return m_isWhole; }

private:
    std::string_view take(std::uint64_t size)
    {
        if (size > m_left.size()) {
            m_isWhole = false;
            m_left = {};
            return {};
        }
        const std::string_view part = m_left.substr(0, size);
        m_left.remove_prefix(size);
        return part;
    }

    std::string_view m_left;
    bool m_isWhole = true;
};

Digest digestOfBytes(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes.data(), bytes.size());
    return hash.digest();
}

}

/// The layout of a list's entries, as the list holds them.
class EntryListBytes {
public:
    static void write(const EntryList& list, ByteWriter& out)
    {
        out.text(list.m_ids);
        out.number<std::uint64_t>(list.size());
        out.numbers(list.m_ends);
        out.numbers(list.m_shapeOf);
        out.number<std::uint64_t>(list.m_shapes.size());
        for (const EntryShape& shape : list.m_shapes) {
            out.extents(shape.intervals);
            out.extents(shape.features);
            out.number(static_cast<std::uint8_t>(shape.intervalType));
            out.number(static_cast<std::uint8_t>(shape.featureType));
        }
        out.number<std::uint64_t>(list.m_problems.size());
        for (const auto& [place, problem] : list.m_problems) {
            out.number<std::uint64_t>(place);
            out.text(problem);
        }
    }

    static std::optional<EntryList> read(ByteReader& in)
    {
        EntryList list;
        list.m_ids = in.text();
        const auto count = in.number<std::uint64_t>();
        list.m_ends = in.numbers<std::uint64_t>(count);
        list.m_shapeOf = in.numbers<std::uint32_t>(count);
        const auto shapes = in.number<std::uint64_t>();
        for (std::uint64_t i = 0; in.isWhole() && i < shapes; ++i) {
            EntryShape shape;
            shape.intervals = in.extents();
            shape.features = in.extents();
            shape.intervalType = in.type();
            shape.featureType = in.type();
            list.m_placeOf.emplace(shape, static_cast<std::uint32_t>(i));
            list.m_shapes.push_back(std::move(shape));
        }
        const auto problems = in.number<std::uint64_t>();
        for (std::uint64_t i = 0; in.isWhole() && i < problems; ++i) {
            const auto place = in.number<std::uint64_t>();
            list.m_problems.emplace(place, in.text());
        }
        const bool fits = in.isWhole() && std::ranges::is_sorted(list.m_ends)
            && (list.m_ends.empty() ? list.m_ids.empty() : list.m_ends.back() == list.m_ids.size())
            && std::ranges::all_of(list.m_shapeOf, [&](std::uint32_t shape) { return shape < shapes; })
            && (list.m_problems.empty() || list.m_problems.rbegin()->first < count);
        return fits ? std::optional(std::move(list)) : std::nullopt;
    }
};

std::string encodeIndex(const CsdIndex& index, const FileState& state)
{
    ByteWriter out;
    out.bytes() = kVersion;
    out.text(state.path);
    out.number(state.size);
    out.number(state.modified);
    out.text(index.rootName);
    out.text(jsonText(nlohmann::json(index.metadata)));
    out.number<std::uint8_t>(index.duration.has_value());
    out.number(index.duration.value_or(0.0));
    EntryListBytes::write(index.items, out);
    const Digest digest = digestOfBytes(out.bytes());
    out.bytes().append(reinterpret_cast<const char*>(digest.data()), digest.size());
    return std::move(out.bytes());
}

std::optional<CsdIndex> decodeIndex(std::string_view bytes, const FileState& state)
{
    if (!bytes.starts_with(kVersion) || bytes.size() < kVersion.size() + sizeof(Digest))
        return std::nullopt;
    const std::string_view stored = bytes.substr(bytes.size() - sizeof(Digest));
    bytes.remove_suffix(sizeof(Digest));
    if (std::memcmp(digestOfBytes(bytes).data(), stored.data(), sizeof(Digest)) != 0)
        return std::nullopt;

    ByteReader in(bytes.substr(kVersion.size()));
    if (in.text() != state.path || in.number<std::uint64_t>() != state.size
        || in.number<std::int64_t>() != state.modified)
        return std::nullopt;
    CsdIndex index;
    index.rootName = in.text();
    const nlohmann::json metadata = nlohmann::json::parse(in.text(), nullptr, false);
    const bool hasDuration = in.number<std::uint8_t>() != 0;
    if (const auto seconds = in.number<double>(); hasDuration)
        index.duration = seconds;
    if (!metadata.is_object())
        return std::nullopt;
    index.metadata = metadata.get<Metadata>();
    std::optional<EntryList> items = EntryListBytes::read(in);
    if (!items || in.left() > 0)
        return std::nullopt;
    index.items = std::move(*items);
    return index;
}

}
