#include "engine/sequences/hdf5/plain_links.h"

#include "engine/sequences/hdf5/byte_fields.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace engine::hdf5 {

namespace {

constexpr std::uint64_t kNowhere = ~std::uint64_t{0};
/// A tree of more levels than this has more names than a file has bytes.
constexpr std::size_t kMostDepth = 12;

/// Links as messages of a header, IV.A.2.g, without a heap (IV.A.2.c).
std::optional<EntryAddresses> linksInHeader(const ObjectHeader& group)
{
    EntryAddresses found{kNowhere, kNowhere};
    std::size_t links = 0;
    const ObjectHeader::Message* info = group.only(ObjectHeader::kLinkInfo);
    if (!info)
        return std::nullopt;
    for (const ObjectHeader::Message& message : group.messages()) {
        ByteFields fields(group.content(message));
        const auto version = fields.next<std::uint8_t>();
        const auto flags = fields.next<std::uint8_t>();
        if (message.type == ObjectHeader::kLinkInfo) {
            if ((flags & 0x01U) != 0)
                fields.take(8);
            if (version != 0 || flags > 3 || fields.next<std::uint64_t>() != kNowhere || !fields.isWhole())
                return std::nullopt;
        } else if (message.type == ObjectHeader::kLink) {
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
        } else if (message.type != ObjectHeader::kNil && message.type != ObjectHeader::kGroupInfo
                   && message.type != ObjectHeader::kModificationTime) {
            return std::nullopt;
        }
        if (!fields.isWhole() && message.type != ObjectHeader::kNil)
            return std::nullopt;
    }
    if (links != 2 || found.features == kNowhere || found.intervals == kNowhere)
        return std::nullopt;
    return found;
}

/// Links in one symbol table node, III.B, below one node of a tree, III.A.1; names in a heap, III.D.
std::optional<EntryAddresses> linksInTable(FileBytes& file, std::span<const std::byte> symbolTable)
{
    ByteFields addresses(symbolTable);
    const auto tree = addresses.next<std::uint64_t>();
    const auto heap = addresses.next<std::uint64_t>();
    std::array<std::byte, 48> treeBytes{}; // up to the key behind the first child
    std::array<std::byte, 32> heapBytes{};
    if (!addresses.isWhole() || !file.read(tree, treeBytes) || !file.read(heap, heapBytes))
        return std::nullopt;

    ByteFields node(treeBytes);
    if (!node.startsWith("TREE") || node.next<std::uint16_t>() != 0 // a group's, lowest level
        || node.next<std::uint16_t>() != 1 || node.next<std::uint64_t>() != kNowhere
        || node.next<std::uint64_t>() != kNowhere)
        return std::nullopt;
    const auto before = node.next<std::uint64_t>();
    const auto symbols = node.next<std::uint64_t>();
    const auto last = node.next<std::uint64_t>();

    ByteFields names(heapBytes);
    if (!names.startsWith("HEAP") || names.next<std::uint32_t>() != 0)
        return std::nullopt;
    const auto segmentBytes = names.next<std::uint64_t>();
    names.next<std::uint64_t>(); // free space
    const auto segment = names.next<std::uint64_t>();
    std::array<std::byte, 8 + 2 * 40> table{};
    std::array<char, 128> segmentStart{};
    const auto held
        = static_cast<std::size_t>(std::min<std::uint64_t>(segmentBytes, segmentStart.size() - 1));
    if (before != 0 || !file.read(symbols, table) || segmentBytes > file.size()
        || !file.read(segment, std::as_writable_bytes(std::span(segmentStart)).first(held)))
        return std::nullopt;

    ByteFields entries(table);
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

/// A node of the tree, III.A.1, and what lies below it.
bool addLinks(FileBytes& file, std::uint64_t node, std::size_t depth, std::span<const char> names,
              std::vector<HardLink>& links)
{
    std::array<std::byte, 24> headBytes{};
    if (depth > kMostDepth || !file.read(node, headBytes))
        return false;
    ByteFields head(headBytes);
    const bool isTree = head.startsWith("TREE") && head.next<std::uint8_t>() == 0;
    const auto level = head.next<std::uint8_t>();
    const std::size_t children = head.next<std::uint16_t>();
    std::vector<std::byte> childBytes(8 + 16 * children); // between each two keys a child
    if (!isTree || !file.read(node + headBytes.size(), childBytes))
        return false;
    ByteFields below(childBytes);
    for (std::size_t child = 0; child < children; ++child) {
        below.next<std::uint64_t>(); // the key
        const auto address = below.next<std::uint64_t>();
        if (level > 0) {
            std::array<std::byte, 6> next{};
            if (!file.read(address, next) || next[5] != std::byte(level - 1)
                || !addLinks(file, address, depth + 1, names, links))
                return false;
            continue;
        }
        std::array<std::byte, 8> start{};
        if (!file.read(address, start))
            return false;
        ByteFields symbols(start); // III.B
        if (!symbols.startsWith("SNOD") || symbols.next<std::uint16_t>() != 1)
            return false;
        std::vector<std::byte> table(std::size_t{40} * symbols.next<std::uint16_t>());
        if (!file.read(address + start.size(), table))
            return false;
        for (ByteFields entries(table); entries.left() > 0;) { // III.C
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
        if (links.size() * 40 > file.size()) // nodes that come several times
            return false;
    }
    return true;
}

}

std::optional<EntryAddresses> entryLinks(FileBytes& file, const ObjectHeader& group)
{
    if (const ObjectHeader::Message* table = group.only(ObjectHeader::kSymbolTable)) {
        const bool isAlone = std::ranges::all_of(group.messages(), [](const ObjectHeader::Message& message) {
            return message.type == ObjectHeader::kSymbolTable || message.type == ObjectHeader::kNil
                || message.type == ObjectHeader::kModificationTime;
        });
        return isAlone ? linksInTable(file, group.content(*table)) : std::nullopt;
    }
    return linksInHeader(group);
}

std::optional<std::vector<HardLink>> tableLinks(FileBytes& file, const ObjectHeader& group)
{
    const ObjectHeader::Message* table = group.only(ObjectHeader::kSymbolTable);
    if (!table)
        return std::nullopt;
    ByteFields addresses(group.content(*table));
    const auto tree = addresses.next<std::uint64_t>();
    const auto heap = addresses.next<std::uint64_t>();
    std::array<std::byte, 32> heapBytes{};
    if (!addresses.isWhole() || !file.read(heap, heapBytes))
        return std::nullopt;
    ByteFields heapFields(heapBytes); // III.D
    if (!heapFields.startsWith("HEAP") || heapFields.next<std::uint32_t>() != 0)
        return std::nullopt;
    const auto segmentBytes = heapFields.next<std::uint64_t>();
    heapFields.next<std::uint64_t>(); // free space
    const auto segment = heapFields.next<std::uint64_t>();
    if (segmentBytes == 0 || segmentBytes > file.size())
        return std::nullopt;
    std::vector<char> names(static_cast<std::size_t>(segmentBytes));
    std::vector<HardLink> found;
    if (!file.read(segment, std::as_writable_bytes(std::span(names)))
        || !addLinks(file, tree, 0, names, found))
        return std::nullopt;
    const auto isBefore = [](const HardLink& a, const HardLink& b) { return a.name < b.name; };
    if (std::ranges::adjacent_find(found,
                                   [&](const HardLink& a, const HardLink& b) { return !isBefore(a, b); })
        != found.end())
        return std::nullopt; // the library seeks names by their order
    return found;
}

}
