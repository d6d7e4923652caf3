#include "engine/sequences/index_bytes.h"

#include "engine/core/sha256.h"

#include <cstring>

namespace engine {

namespace {

/// Changes with the layout below: older caches are then made anew.
constexpr std::string_view kVersion = "polylogue csd index 3\n";

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

std::string encodeIndex(const CsdIndex& index, const FileState& state)
{
    ByteWriter out;
    out.bytes() = kVersion;
    out.text(state.path);
    out.number(state.size);
    out.number(state.modified);
    out.text(index.rootName);
    out.text(nlohmann::json(index.metadata).dump());
    out.number<std::uint8_t>(index.duration.has_value());
    out.number(index.duration.value_or(0.0));
    out.number<std::uint64_t>(index.items.size());
    for (const CsdIndex::Item& item : index.items) {
        out.text(item.id);
        out.extents(item.shape.intervals);
        out.extents(item.shape.features);
        out.number(static_cast<std::uint8_t>(item.shape.intervalType));
        out.number(static_cast<std::uint8_t>(item.shape.featureType));
        out.text(item.problem);
    }
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
    const auto count = in.number<std::uint64_t>();
    if (!metadata.is_object() || count > in.left())
        return std::nullopt;
    index.metadata = metadata.get<Metadata>();
    index.items.resize(count);
    for (CsdIndex::Item& item : index.items) {
        item.id = in.text();
        item.shape.intervals = in.extents();
        item.shape.features = in.extents();
        item.shape.intervalType = in.type();
        item.shape.featureType = in.type();
        item.problem = in.text();
    }
    if (!in.isWhole() || in.left() > 0)
        return std::nullopt;
    return index;
}

}
