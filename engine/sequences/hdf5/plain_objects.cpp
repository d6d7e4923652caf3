#include "engine/sequences/hdf5/plain_objects.h"

#include "engine/sequences/hdf5/datatype_message.h"
#include "engine/sequences/hdf5/metadata_checksum.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace engine::hdf5 {

namespace {

constexpr std::uint64_t kNoAddress = ~std::uint64_t{0};
/// An ordinary header has some 300 bytes; those with attributes may have 64 KiB.
constexpr std::uint64_t kMostHeaderBytes = 4096;
constexpr std::size_t kMostContinuations = 4;
constexpr std::size_t kMostRank = 8;
/// A tree of more levels than this has more names than a file has bytes.
constexpr std::size_t kMostDepth = 12;

// IV.A.2: types of messages.
constexpr std::uint16_t kNil = 0x0000;
constexpr std::uint16_t kDataspace = 0x0001;
constexpr std::uint16_t kLinkInfo = 0x0002;
constexpr std::uint16_t kDatatype = 0x0003;
constexpr std::uint16_t kOldFillValue = 0x0004;
constexpr std::uint16_t kFillValue = 0x0005;
constexpr std::uint16_t kLink = 0x0006;
constexpr std::uint16_t kLayout = 0x0008;
constexpr std::uint16_t kGroupInfo = 0x000a;
constexpr std::uint16_t kContinuation = 0x0010;
constexpr std::uint16_t kSymbolTable = 0x0011;
constexpr std::uint16_t kModificationTime = 0x0012;

/// Little-endian numbers behind each other. What is not there is zero, and `isWhole` says so.
class Fields {
public:
    explicit Fields(std::span<const std::byte> bytes) : m_left(bytes) { }

    template <typename T>
    T next()
    {
        T value{};
        if (const auto bytes = take(sizeof value); !bytes.empty())
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::span<const std::byte> take(std::uint64_t count)
    {
        if (count > m_left.size()) {
            m_isWhole = false;
            m_left = {};
            return {};
        }
        const auto taken = m_left.first(static_cast<std::size_t>(count));
        m_left = m_left.subspan(static_cast<std::size_t>(count));
        return taken;
    }
    bool startsWith(std::string_view signature)
    {
        const auto bytes = take(signature.size());
        return bytes.size() == signature.size()
            && std::memcmp(bytes.data(), signature.data(), signature.size()) == 0;
    }
    std::size_t left() const { return m_left.size(); }
    bool isWhole() const { return m_isWhole; }

private:
    std::span<const std::byte> m_left;
    bool m_isWhole = true;
};

bool isOrdinary(std::uint16_t type)
{
    constexpr std::array known{kNil,          kDataspace,    kLinkInfo,    kDatatype,
                               kOldFillValue, kFillValue,    kLink,        kLayout,
                               kGroupInfo,    kContinuation, kSymbolTable, kModificationTime};
    return std::ranges::find(known, type) != known.end();
}

/// IV.A.2.d. Versions 1 and 3 differ in kinds of types that are none of ours.
std::optional<ElementType> elementTypeIn(std::span<const std::byte> message, std::size_t& elementBytes)
{
    Fields fields(message);
    const auto versionAndClass = fields.next<std::uint8_t>();
    const auto bits = fields.next<std::array<std::uint8_t, 3>>();
    const auto bytes = fields.next<std::uint32_t>();
    if (!fields.isWhole() || (versionAndClass >> 4 != 1 && versionAndClass >> 4 != 3) || bytes == 0)
        return std::nullopt;
    elementBytes = bytes;
    const unsigned kind = versionAndClass & 0x0fU;
    if (kind == 3) { // text: ended or padded by NUL, ASCII or UTF-8
        const bool isKnown = (bits[0] & 0x0fU) <= 1 && bits[0] >> 4 <= 1 && bits[1] == 0 && bits[2] == 0;
        return isKnown ? std::optional(ElementType::Text) : std::nullopt;
    }
    for (const ElementType type :
         {ElementType::Float32, ElementType::Float64, ElementType::Int64, ElementType::Int32,
          ElementType::Float16, ElementType::Int8, ElementType::Int16, ElementType::UInt8,
          ElementType::UInt16, ElementType::UInt32, ElementType::UInt64}) {
        const DatatypeMessage known = datatypeMessage(type, bytesOf(type));
        // A number's properties fill 12 bytes of those 16, or 4 of 8; the rest is padding.
        const std::size_t properties = known.propertyBytes == 16 ? 12 : 4;
        if ((known.versionAndClass & 0x0fU) != kind || known.elementBytes != bytes || known.bits != bits)
            continue;
        const auto stored = fields.take(properties);
        if (stored.size() == properties
            && std::memcmp(stored.data(), known.properties.data(), properties) == 0)
            return type;
        return std::nullopt;
    }
    return std::nullopt;
}

/// IV.A.2.b, versions 1 and 2.
std::optional<std::vector<std::size_t>> extents(std::span<const std::byte> message)
{
    Fields fields(message);
    const auto version = fields.next<std::uint8_t>();
    const auto rank = fields.next<std::uint8_t>();
    const auto flags = fields.next<std::uint8_t>();
    if (rank == 0 || rank > kMostRank || flags > 1)
        return std::nullopt;
    if (version == 1)
        fields.take(5);
    else if (version != 2 || fields.next<std::uint8_t>() != 1) // 1: an array
        return std::nullopt;
    std::vector<std::size_t> found(rank);
    for (std::size_t& extent : found)
        extent = fields.next<std::uint64_t>();
    for (std::size_t axis = 0; flags == 1 && axis < found.size(); ++axis) {
        if (fields.next<std::uint64_t>() != found[axis]) // it may grow: then it is not contiguous either
            return std::nullopt;
    }
    return fields.isWhole() ? std::optional(found) : std::nullopt;
}

/// IV.A.2.f and IV.A.2.e: without a value of its own, since a value has the type's length.
bool isOrdinaryFill(std::span<const std::byte> message)
{
    Fields fields(message);
    const auto version = fields.next<std::uint8_t>();
    if (version == 3) {
        const auto flags = fields.next<std::uint8_t>();
        return fields.isWhole() && (flags & 0xe0U) == 0;
    }
    return version == 2 && message.size() >= 4;
}

}

std::optional<PlainObjects> PlainObjects::of(const std::filesystem::path& path)
{
    PlainObjects objects{FileBytes(path)};
    std::array<std::byte, 40> start{}; // up to the base address of version 1
    if (!objects.m_bytes.read(0, start))
        return std::nullopt;
    Fields fields(start); // II.A
    if (!fields.startsWith("\x89HDF\r\n\x1a\n"))
        return std::nullopt;
    const auto version = fields.next<std::uint8_t>();
    const bool isOld = version <= 1;
    if (isOld)
        fields.take(4); // versions of what is in it
    const auto offsetBytes = fields.next<std::uint8_t>();
    const auto lengthBytes = fields.next<std::uint8_t>();
    if (version > 3 || offsetBytes != 8 || lengthBytes != 8)
        return std::nullopt;
    fields.take(isOld ? 9 : 1);
    if (version == 1)
        fields.take(4);
    if (fields.next<std::uint64_t>() != 0 || !fields.isWhole()) // the base that addresses count from
        return std::nullopt;
    return objects;
}

bool PlainObjects::append(Address offset, std::uint64_t size)
{
    if (size > kMostHeaderBytes)
        return false;
    const std::size_t begin = m_header.size();
    m_header.resize(begin + static_cast<std::size_t>(size));
    return m_bytes.read(offset, std::span(m_header).subspan(begin));
}

std::span<const std::byte> PlainObjects::content(const Message& message) const
{
    return std::span(m_header).subspan(message.offset, message.size);
}

/// The message of a type that comes once.
const PlainObjects::Message* PlainObjects::only(std::uint16_t type) const
{
    const auto found = std::ranges::find(m_messages, type, &Message::type);
    if (found == m_messages.end()
        || std::find_if(found + 1, m_messages.end(), [&](const Message& m) { return m.type == type; })
            != m_messages.end())
        return nullptr;
    return &*found;
}

bool PlainObjects::addMessages(std::size_t begin, std::size_t end, bool isOld, bool hasCreationOrder,
                               std::vector<std::pair<Address, std::uint64_t>>& continued)
{
    const std::size_t prefix = isOld ? 8 : hasCreationOrder ? 6 : 4;
    while (end - begin >= prefix) { // less than a prefix behind the last message of a new header is a gap
        Fields fields(std::span<const std::byte>(m_header).subspan(begin, prefix));
        const std::uint16_t type = isOld ? fields.next<std::uint16_t>() : fields.next<std::uint8_t>();
        const std::size_t size = fields.next<std::uint16_t>();
        const auto flags = fields.next<std::uint8_t>();
        constexpr std::uint8_t constant = 1;
        if ((flags & ~constant) != 0 || !isOrdinary(type) || (isOld && size % 8 != 0)
            || size > end - begin - prefix)
            return false;
        const Message message{type, begin + prefix, size};
        begin = message.offset + size;
        if (type != kContinuation) {
            m_messages.push_back(message);
            continue;
        }
        Fields place(content(message));
        const auto offset = place.next<std::uint64_t>();
        const auto length = place.next<std::uint64_t>();
        if (!place.isWhole())
            return false;
        continued.emplace_back(offset, length);
    }
    return !isOld || begin == end;
}

/// IV.A.1.a
bool PlainObjects::readOldHeader(Address object)
{
    Fields fields(m_header);
    fields.take(2); // the version, and nothing
    const auto count = fields.next<std::uint16_t>();
    fields.take(4); // how many links lead here
    const auto size = fields.next<std::uint32_t>();
    m_header.clear();
    std::vector<std::pair<Address, std::uint64_t>> continued;
    if (!append(object + 16, size) || !addMessages(0, m_header.size(), true, false, continued))
        return false;
    std::size_t blocks = 0;
    for (; blocks < continued.size(); ++blocks) {
        const std::size_t begin = m_header.size();
        const auto [offset, length] = continued[blocks];
        if (blocks == kMostContinuations || !append(offset, length)
            || !addMessages(begin, m_header.size(), true, false, continued))
            return false;
    }
    return m_messages.size() + blocks == count;
}

/// IV.A.1.b
bool PlainObjects::readNewHeader(Address object)
{
    Fields fields(m_header);
    fields.take(5); // signature and version
    const auto flags = fields.next<std::uint8_t>();
    const bool hasCreationOrder = (flags & 0x04U) != 0;
    if ((flags & 0xc0U) != 0)
        return false;
    std::size_t prefix = 6 + ((flags & 0x20U) != 0 ? 16 : 0) + ((flags & 0x10U) != 0 ? 4 : 0);
    const std::size_t sizeBytes = std::size_t{1} << (flags & 0x03U);
    if (sizeBytes == 8)
        return false;
    m_header.clear();
    if (!append(object, prefix + sizeBytes))
        return false;
    std::uint64_t size = 0;
    std::memcpy(&size, m_header.data() + prefix, sizeBytes);
    prefix += sizeBytes;

    const auto checked = [&](std::size_t begin) { // the last four bytes are the sum of those before
        const auto bytes = std::span<const std::byte>(m_header).subspan(begin);
        std::uint32_t sum = 0;
        std::memcpy(&sum, bytes.data() + bytes.size() - sizeof sum, sizeof sum);
        return metadataChecksum(bytes.first(bytes.size() - sizeof sum)) == sum;
    };
    std::vector<std::pair<Address, std::uint64_t>> continued;
    if (size > kMostHeaderBytes || !append(object + prefix, size + 4) || !checked(0)
        || !addMessages(prefix, m_header.size() - 4, false, hasCreationOrder, continued))
        return false;
    for (std::size_t block = 0; block < continued.size(); ++block) {
        const std::size_t begin = m_header.size();
        const auto [offset, length] = continued[block];
        if (block == kMostContinuations || length < 8 || !append(offset, length) || !checked(begin)
            || std::memcmp(m_header.data() + begin, "OCHK", 4) != 0
            || !addMessages(begin + 4, m_header.size() - 4, false, hasCreationOrder, continued))
            return false;
    }
    return true;
}

bool PlainObjects::readHeader(Address object)
{
    m_header.clear();
    m_messages.clear();
    if (!append(object, 16))
        return false;
    if (std::memcmp(m_header.data(), "OHDR\x02", 5) == 0)
        return readNewHeader(object);
    return m_header[0] == std::byte{1} && readOldHeader(object);
}

std::optional<PlainObjects::Dataset> PlainObjects::dataset(Address dataset)
{
    if (!readHeader(dataset))
        return std::nullopt;
    const Message* space = only(kDataspace);
    const Message* type = only(kDatatype);
    const Message* layout = only(kLayout);
    for (const Message& message : m_messages) {
        if (message.type == kLink || message.type == kLinkInfo || message.type == kSymbolTable
            || message.type == kGroupInfo
            || (message.type == kFillValue && !isOrdinaryFill(content(message))))
            return std::nullopt;
    }
    if (!space || !type || !layout)
        return std::nullopt;
    std::size_t elementBytes = 0;
    const std::optional<ElementType> element = elementTypeIn(content(*type), elementBytes);
    std::optional<std::vector<std::size_t>> shape = extents(content(*space));
    if (!element || !shape)
        return std::nullopt;

    Fields fields(content(*layout)); // IV.A.2.i
    const auto version = fields.next<std::uint8_t>();
    const auto kind = fields.next<std::uint8_t>();
    const auto address = fields.next<std::uint64_t>();
    const auto bytes = fields.next<std::uint64_t>();
    constexpr std::uint8_t contiguous = 1;
    if (!fields.isWhole() || version < 3 || version > 4 || kind != contiguous || address == kNoAddress
        || address > m_bytes.size() || bytes > m_bytes.size() - address)
        return std::nullopt;
    std::uint64_t elements = 1;
    for (const std::size_t extent : *shape) {
        if (extent != 0 && elements > m_bytes.size() / extent)
            return std::nullopt;
        elements *= extent;
    }
    if (bytes / elementBytes != elements || bytes % elementBytes != 0)
        return std::nullopt;
    return Dataset{*element, std::move(*shape), address, elementBytes, static_cast<std::size_t>(elements)};
}

std::optional<FeatureArray::Values> PlainObjects::values(const Dataset& dataset)
{
    const auto read = [&]<typename T>(std::vector<T> stored) -> std::optional<std::vector<T>> {
        if (!m_bytes.read(dataset.data, std::as_writable_bytes(std::span(stored))))
            return std::nullopt;
        return stored;
    };
    const auto same = [&]<typename T>(T) -> std::optional<FeatureArray::Values> {
        auto stored = read(std::vector<T>(dataset.elements));
        return stored ? std::optional(FeatureArray::Values(std::move(*stored))) : std::nullopt;
    };
    const auto widened = [&]<typename T>(T) -> std::optional<FeatureArray::Values> {
        const auto stored = read(std::vector<T>(dataset.elements));
        if (!stored)
            return std::nullopt;
        return FeatureArray::Values(std::vector<std::int64_t>(stored->begin(), stored->end()));
    };
    switch (dataset.type) {
    case ElementType::Float32:
        return same(float{});
    case ElementType::Float64:
        return same(double{});
    case ElementType::Int64:
        return same(std::int64_t{});
    case ElementType::Int8:
        return widened(std::int8_t{});
    case ElementType::Int16:
        return widened(std::int16_t{});
    case ElementType::Int32:
        return widened(std::int32_t{});
    case ElementType::UInt8:
        return widened(std::uint8_t{});
    case ElementType::UInt16:
        return widened(std::uint16_t{});
    case ElementType::UInt32:
        return widened(std::uint32_t{});
    case ElementType::UInt64: {
        auto numbers = same(std::int64_t{});
        const bool fits = numbers
            && std::ranges::all_of(std::get<std::vector<std::int64_t>>(*numbers),
                                   [](std::int64_t number) { return number >= 0; });
        return fits ? std::move(numbers) : std::nullopt;
    }
    case ElementType::Text: {
        const auto stored = read(std::vector<char>(dataset.elements * dataset.elementBytes));
        if (!stored)
            return std::nullopt;
        std::vector<std::string> texts(dataset.elements);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const char* text = stored->data() + i * dataset.elementBytes;
            texts[i].assign(text, strnlen(text, dataset.elementBytes));
        }
        return FeatureArray::Values(std::move(texts));
    }
    case ElementType::Float16:
        break;
    }
    return std::nullopt;
}

std::optional<PlainObjects::Entry> PlainObjects::entry(Address group)
{
    const auto addresses = entryAddresses(group);
    auto features = addresses ? dataset(addresses->features) : std::nullopt;
    auto intervals = features ? dataset(addresses->intervals) : std::nullopt;
    if (!intervals)
        return std::nullopt;
    return Entry{std::move(*features), std::move(*intervals)};
}

std::optional<PlainObjects::EntryAddresses> PlainObjects::entryAddresses(Address group)
{
    if (!readHeader(group))
        return std::nullopt;
    if (const Message* table = only(kSymbolTable)) {
        const bool isAlone = std::ranges::all_of(m_messages, [](const Message& message) {
            return message.type == kSymbolTable || message.type == kNil || message.type == kModificationTime;
        });
        return isAlone ? linksInTable(content(*table)) : std::nullopt;
    }
    return linksInHeader();
}

/// Links as messages of a header, IV.A.2.g, without a heap (IV.A.2.c).
std::optional<PlainObjects::EntryAddresses> PlainObjects::linksInHeader()
{
    EntryAddresses found{kNoAddress, kNoAddress};
    std::size_t links = 0;
    const Message* info = only(kLinkInfo);
    if (!info)
        return std::nullopt;
    for (const Message& message : m_messages) {
        Fields fields(content(message));
        const auto version = fields.next<std::uint8_t>();
        const auto flags = fields.next<std::uint8_t>();
        if (message.type == kLinkInfo) {
            if ((flags & 0x01U) != 0)
                fields.take(8);
            if (version != 0 || flags > 3 || fields.next<std::uint64_t>() != kNoAddress || !fields.isWhole())
                return std::nullopt;
        } else if (message.type == kLink) {
            ++links;
            const bool isHard = (flags & 0x08U) == 0 || fields.next<std::uint8_t>() == 0;
            if ((flags & 0x04U) != 0)
                fields.take(8);
            if ((flags & 0x10U) != 0)
                fields.take(1);
            if (version != 1 || !isHard || (flags & 0xe3U) != 0) // names here have less than 256 bytes
                return std::nullopt;
            const auto bytes = fields.take(fields.next<std::uint8_t>());
            const std::string_view name(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            const auto target = fields.next<std::uint64_t>();
            if (name == "features")
                found.features = target;
            else if (name == "intervals")
                found.intervals = target;
        } else if (message.type != kNil && message.type != kGroupInfo && message.type != kModificationTime) {
            return std::nullopt;
        }
        if (!fields.isWhole() && message.type != kNil)
            return std::nullopt;
    }
    if (links != 2 || found.features == kNoAddress || found.intervals == kNoAddress)
        return std::nullopt;
    return found;
}

/// Links in one symbol table node, III.B, below one node of a tree, III.A.1; names in a heap, III.D.
std::optional<PlainObjects::EntryAddresses> PlainObjects::linksInTable(std::span<const std::byte> symbolTable)
{
    Fields addresses(symbolTable);
    const auto tree = addresses.next<std::uint64_t>();
    const auto heap = addresses.next<std::uint64_t>();
    std::array<std::byte, 48> treeBytes{}; // up to the key behind the first child
    std::array<std::byte, 32> heapBytes{};
    if (!addresses.isWhole() || !m_bytes.read(tree, treeBytes) || !m_bytes.read(heap, heapBytes))
        return std::nullopt;

    Fields node(treeBytes);
    if (!node.startsWith("TREE") || node.next<std::uint16_t>() != 0 // a group's, lowest level
        || node.next<std::uint16_t>() != 1 || node.next<std::uint64_t>() != kNoAddress
        || node.next<std::uint64_t>() != kNoAddress)
        return std::nullopt;
    const auto before = node.next<std::uint64_t>();
    const auto symbols = node.next<std::uint64_t>();
    const auto last = node.next<std::uint64_t>();

    Fields names(heapBytes);
    if (!names.startsWith("HEAP") || names.next<std::uint32_t>() != 0)
        return std::nullopt;
    const auto segmentBytes = names.next<std::uint64_t>();
    names.next<std::uint64_t>(); // free space
    const auto segment = names.next<std::uint64_t>();
    std::array<std::byte, 8 + 2 * 40> table{};
    std::array<char, 128> segmentStart{};
    const auto held
        = static_cast<std::size_t>(std::min<std::uint64_t>(segmentBytes, segmentStart.size() - 1));
    if (before != 0 || !m_bytes.read(symbols, table) || segmentBytes > m_bytes.size()
        || !m_bytes.read(segment, std::as_writable_bytes(std::span(segmentStart)).first(held)))
        return std::nullopt;

    Fields entries(table);
    if (!entries.startsWith("SNOD") || entries.next<std::uint16_t>() != 1
        || entries.next<std::uint16_t>() != 2)
        return std::nullopt;
    EntryAddresses found;
    std::uint64_t nameOffset = 0;
    for (const auto& [name, address] : {std::pair(std::string_view("features"), &found.features),
                                        std::pair(std::string_view("intervals"), &found.intervals)}) {
        nameOffset = entries.next<std::uint64_t>(); // III.C
        *address = entries.next<std::uint64_t>();
        const auto cached = entries.next<std::uint32_t>();
        entries.take(4 + 16);
        if (cached > 1 || nameOffset + name.size() >= held || name != segmentStart.data() + nameOffset)
            return std::nullopt;
    }
    return nameOffset == last ? std::optional(found) : std::nullopt;
}

std::optional<std::vector<PlainObjects::Link>> PlainObjects::links(Address group)
{
    if (!readHeader(group))
        return std::nullopt;
    const Message* table = only(kSymbolTable);
    if (!table)
        return std::nullopt;
    Fields addresses(content(*table));
    const auto tree = addresses.next<std::uint64_t>();
    const auto heap = addresses.next<std::uint64_t>();
    std::array<std::byte, 32> heapBytes{};
    if (!addresses.isWhole() || !m_bytes.read(heap, heapBytes))
        return std::nullopt;
    Fields heapFields(heapBytes); // III.D
    if (!heapFields.startsWith("HEAP") || heapFields.next<std::uint32_t>() != 0)
        return std::nullopt;
    const auto segmentBytes = heapFields.next<std::uint64_t>();
    heapFields.next<std::uint64_t>(); // free space
    const auto segment = heapFields.next<std::uint64_t>();
    if (segmentBytes == 0 || segmentBytes > m_bytes.size())
        return std::nullopt;
    std::vector<char> names(static_cast<std::size_t>(segmentBytes));
    std::vector<Link> found;
    if (!m_bytes.read(segment, std::as_writable_bytes(std::span(names))) || !addLinks(tree, 0, names, found))
        return std::nullopt;
    const auto isBefore = [](const Link& a, const Link& b) { return a.name < b.name; };
    if (std::ranges::adjacent_find(found, [&](const Link& a, const Link& b) { return !isBefore(a, b); })
        != found.end())
        return std::nullopt; // the library seeks names by their order
    return found;
}

/// A node of the tree, III.A.1, and what lies below it.
bool PlainObjects::addLinks(Address node, std::size_t depth, std::span<const char> names,
                            std::vector<Link>& links)
{
    std::array<std::byte, 24> headBytes{};
    if (depth > kMostDepth || !m_bytes.read(node, headBytes))
        return false;
    Fields head(headBytes);
    const bool isTree = head.startsWith("TREE") && head.next<std::uint8_t>() == 0;
    const auto level = head.next<std::uint8_t>();
    const std::size_t children = head.next<std::uint16_t>();
    std::vector<std::byte> childBytes(8 + 16 * children); // between each two keys a child
    if (!isTree || !m_bytes.read(node + headBytes.size(), childBytes))
        return false;
    Fields below(childBytes);
    for (std::size_t child = 0; child < children; ++child) {
        below.next<std::uint64_t>(); // the key
        const auto address = below.next<std::uint64_t>();
        if (level > 0) {
            std::array<std::byte, 6> next{};
            if (!m_bytes.read(address, next) || next[5] != std::byte(level - 1)
                || !addLinks(address, depth + 1, names, links))
                return false;
            continue;
        }
        std::array<std::byte, 8> start{};
        if (!m_bytes.read(address, start))
            return false;
        Fields symbols(start); // III.B
        if (!symbols.startsWith("SNOD") || symbols.next<std::uint16_t>() != 1)
            return false;
        std::vector<std::byte> table(std::size_t{40} * symbols.next<std::uint16_t>());
        if (!m_bytes.read(address + start.size(), table))
            return false;
        for (Fields entries(table); entries.left() > 0;) { // III.C
            const auto nameOffset = entries.next<std::uint64_t>();
            const auto target = entries.next<std::uint64_t>();
            const auto cached = entries.next<std::uint32_t>();
            entries.take(4 + 16);
            if (cached > 1 || nameOffset >= names.size() // 2: a soft link
                || !std::memchr(names.data() + nameOffset, '\0', names.size() - nameOffset))
                return false;
            const std::string_view name(names.data() + nameOffset);
            if (name.empty() || name == "." || name.find('/') != std::string_view::npos)
                return false;
            links.push_back({std::string(name), target});
        }
        if (links.size() * 40 > m_bytes.size()) // nodes that come several times
            return false;
    }
    return true;
}

}
