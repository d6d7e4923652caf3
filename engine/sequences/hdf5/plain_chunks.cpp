#include "engine/sequences/hdf5/plain_chunks.h"

#include "engine/sequences/hdf5/byte_fields.h"

#include <array>

namespace engine::hdf5 {

namespace {

constexpr std::uint64_t kNoTree = ~std::uint64_t{0};
/// Gzip packs 1032 bytes into one at most.
constexpr std::size_t kMostPacking = 2048;
/// The library's default is 64.
constexpr std::size_t kMostNodeChildren = 4096;

/// IV.A.2.l, version 1. @return whether it says gzip, with shuffle before it or without
bool readFilters(std::span<const std::byte> message, bool& shuffled)
{
    constexpr std::uint16_t gzip = 1;
    constexpr std::uint16_t shuffle = 2;
    ByteFields fields(message);
    const auto version = fields.next<std::uint8_t>();
    const auto count = fields.next<std::uint8_t>();
    fields.take(6);
    if (version != 1 || count == 0 || count > 2)
        return false;
    shuffled = count == 2;
    for (std::size_t filter = 0; filter < count; ++filter) {
        const auto kind = fields.next<std::uint16_t>();
        const auto nameBytes = fields.next<std::uint16_t>(); // padded to eight
        fields.take(2); // whether it may be left out
        const std::size_t values = fields.next<std::uint16_t>();
        fields.take(nameBytes);
        fields.take(4 * (values + values % 2));
        if (kind != (filter + 1 == count ? gzip : shuffle) || nameBytes % 8 != 0)
            return false;
    }
    return fields.isWhole();
}

/// IV.A.2.i, version 3, with a tree of chunks. @return the tree's address
std::optional<std::uint64_t> readLayout(std::span<const std::byte> message, PackedChunks& layout)
{
    constexpr std::uint8_t chunked = 2;
    ByteFields fields(message);
    const auto version = fields.next<std::uint8_t>();
    const auto kind = fields.next<std::uint8_t>();
    const auto axes = fields.next<std::uint8_t>(); // those of the dataset, and the bytes of an element
    const auto tree = fields.next<std::uint64_t>();
    if (version != 3 || kind != chunked || axes != layout.extents.size() + 1 || tree == kNoTree)
        return std::nullopt;
    layout.chunkBytes = layout.elementBytes;
    for (std::size_t axis = 0; axis < layout.extents.size(); ++axis) {
        const std::size_t extent = fields.next<std::uint32_t>();
        if (extent == 0 || layout.chunkBytes > kMostChunkBytes / extent)
            return std::nullopt;
        layout.chunkBytes *= extent;
        layout.chunk.push_back(extent);
    }
    const bool isElement = fields.next<std::uint32_t>() == layout.elementBytes;
    return isElement && fields.isWhole() ? std::optional(tree) : std::nullopt;
}

/// Goes through a tree of chunks, III.A.1, and expects them in row order.
class ChunkTree {
public:
    ChunkTree(FileBytes& file, PlainChunks& chunks)
        : m_file(file)
        , m_chunks(chunks)
        , m_next(chunks.layout.extents.size(), 0)
        , m_bytesLeft(file.size())
    {
    }

    /// @param level  of the node; absent for the root. @return whether all of it is as it should be
    bool add(std::uint64_t node, std::optional<std::uint8_t> level = std::nullopt)
    {
        std::array<std::byte, 24> head{};
        if (!m_file.read(node, head))
            return false;
        ByteFields fields(head);
        const bool isTree = fields.startsWith("TREE") && fields.next<std::uint8_t>() == 1; // of chunks
        const auto ownLevel = fields.next<std::uint8_t>();
        const std::size_t children = fields.next<std::uint16_t>();
        if (!isTree || children == 0 || children > kMostNodeChildren || (level && *level != ownLevel))
            return false; // of nodes without chunks a small file could have endlessly many
        std::vector<std::byte> bytes(children
                                     * (8 + 8 * (m_next.size() + 1) + 8)); // a key and an address each
        if (!m_file.read(node + head.size(), bytes))
            return false;
        ByteFields items(bytes);
        for (std::size_t child = 0; child < children; ++child) {
            const bool added = ownLevel == 0 ? addChunk(items) : addNode(items, ownLevel);
            if (!added)
                return false;
        }
        return true;
    }

    bool isWhole() const { return m_isBehindLast; }

private:
    bool addNode(ByteFields& items, std::uint8_t level)
    {
        items.take(8 + 8 * (m_next.size() + 1));
        return add(items.next<std::uint64_t>(), static_cast<std::uint8_t>(level - 1));
    }

    bool addChunk(ByteFields& items)
    {
        const std::size_t bytes = items.next<std::uint32_t>();
        const auto skippedFilters = items.next<std::uint32_t>();
        bool isNext = !m_isBehindLast;
        for (const std::size_t expected : m_next)
            isNext = items.next<std::uint64_t>() == expected && isNext;
        isNext = items.next<std::uint64_t>() == 0 && isNext;
        const auto offset = items.next<std::uint64_t>();
        const PackedChunks& layout = m_chunks.layout;
        if (!isNext || skippedFilters != 0 || bytes < layout.chunkBytes / kMostPacking || bytes == 0
            || bytes > layout.mostPackedBytes() || bytes > m_bytesLeft || offset > m_file.size()
            || bytes > m_file.size() - offset)
            return false;
        m_bytesLeft -= bytes; // chunks that lie over each other are none
        m_chunks.places.push_back({offset, bytes});
        m_isBehindLast = !layout.advance(m_next);
        return true;
    }

    FileBytes& m_file;
    PlainChunks& m_chunks;
    std::vector<std::size_t> m_next; ///< first element of the chunk that comes next
    std::uint64_t m_bytesLeft;
    bool m_isBehindLast = false;
};

}

std::optional<PlainChunks> plainChunks(FileBytes& file, std::span<const std::byte> layout,
                                       std::span<const std::byte> filters,
                                       std::span<const std::size_t> extents, std::size_t elementBytes)
{
    PlainChunks found{{{extents.begin(), extents.end()}, {}, elementBytes, 0, false}, {}};
    const auto tree = readLayout(layout, found.layout);
    if (!tree || !readFilters(filters, found.layout.shuffled))
        return std::nullopt;
    ChunkTree chunks(file, found);
    return chunks.add(*tree) && chunks.isWhole() ? std::optional(std::move(found)) : std::nullopt;
}

bool readPlainChunks(FileBytes& file, const PlainChunks& chunks, std::span<std::byte> to)
{
    ChunkUnpacker unpacker(chunks.layout, to);
    std::vector<std::size_t> at(chunks.layout.extents.size(), 0);
    for (const PlainChunks::Place& place : chunks.places) {
        if (!file.read(place.offset, unpacker.packed().first(place.bytes))
            || !unpacker.unpack(place.bytes, at))
            return false;
        chunks.layout.advance(at);
    }
    return true;
}

}
