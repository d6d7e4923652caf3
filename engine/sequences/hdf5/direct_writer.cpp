#include "engine/sequences/hdf5/direct_writer.h"

#include "engine/core/error.h"
#include "engine/core/pending_file.h"
#include "engine/sequences/hdf5/byte_fields.h"
#include "engine/sequences/hdf5/datatype_message.h"
#include "engine/sequences/hdf5/stored_values.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace engine::hdf5 {

// Numerals such as II.A are sections of the HDF5 File Format Specification Version 3.0.

namespace {

static_assert(std::endian::native == std::endian::little, "fields are written as they lie in memory");

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;
constexpr std::uint64_t kUndefined = ~std::uint64_t{0};

// II.A: half the members of a symbol table node and half the children of a tree node; the library's defaults.
constexpr std::uint16_t kLeafK = 4;
constexpr std::uint16_t kInternalK = 16;
constexpr std::size_t kMostSymbols = 2 * kLeafK;
constexpr std::size_t kMostChildren = 2 * kInternalK;

constexpr std::size_t kSuperblockBytes = 96;
constexpr std::size_t kSymbolBytes = 40;
constexpr std::size_t kTreeNodeBytes = 24 + 8 * (2 * kMostChildren + 1);

constexpr std::size_t kMessagePrefixBytes = 8;

}

DirectWriter::DirectWriter(const std::filesystem::path& path)
    : m_path(targetName(path))
    , m_file(open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0666))
    , m_buffer(new char[kBufferBytes])
{
    if (m_file < 0)
        throw IoError("io", m_path, "cannot be written (is the folder there, and writable?)");
    putZeros(kSuperblockBytes); // filled in by close(): until then this is no HDF5 file
}

DirectWriter::DirectWriter(DirectWriter&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_file(std::exchange(other.m_file, -1))
    , m_buffer(std::move(other.m_buffer))
    , m_used(other.m_used)
    , m_written(other.m_written)
{
}

DirectWriter& DirectWriter::operator=(DirectWriter&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_file, other.m_file);
    std::swap(m_buffer, other.m_buffer);
    std::swap(m_used, other.m_used);
    std::swap(m_written, other.m_written);
    return *this;
}

DirectWriter::~DirectWriter()
{
    if (m_file >= 0)
        ::close(m_file);
}

DirectWriter::Address DirectWriter::addDataset(const FeatureArray& array, std::size_t first,
                                               std::size_t count)
{
    std::vector<std::size_t> extents = array.shape;
    extents.front() = count;
    if (!isText(array.type)) {
        requireHeld(array, m_path);
        const auto bytes = storedBytes(array, first, count, m_scratch);
        const Address data = putData(bytes);
        return putDatasetHeader(array.type, bytesOf(array.type), extents, data, bytes.size());
    }
    const std::size_t length = array.rowLength();
    const auto texts
        = std::span(std::get<std::vector<std::string>>(array.values)).subspan(first * length, count * length);
    std::size_t width = 1;
    for (const std::string& text : texts)
        width = std::max(width, text.size());
    m_scratch.assign(texts.size() * width, std::byte{0});
    for (std::size_t i = 0; i < texts.size(); ++i)
        std::memcpy(m_scratch.data() + i * width, texts[i].data(), texts[i].size());
    const Address data = putData(m_scratch);
    return putDatasetHeader(array.type, width, extents, data, m_scratch.size());
}

DirectWriter::Address DirectWriter::addDataset(ElementType type, std::span<const Interval> intervals)
{
    if (isInteger(type))
        requireHeld(asArray(type, intervals), m_path);
    const auto bytes = storedBytes(type, intervals, m_scratch);
    const Address data = putData(bytes);
    const std::array extents{intervals.size(), std::size_t{2}};
    return putDatasetHeader(type, bytesOf(type), extents, data, bytes.size());
}

DirectWriter::Address DirectWriter::addGroup(std::span<const Link> links)
{
    std::vector<std::uint64_t> offsets;
    const Address heap = putNames(links, offsets);
    const Address tree = putTree(links, offsets);
    const Address header = here();
    // IV.A.1.a with one message: IV.A.2.r, Symbol Table.
    put<std::uint8_t>(1);
    put<std::uint8_t>(0);
    put<std::uint16_t>(1);
    put<std::uint32_t>(1);
    put<std::uint32_t>(kMessagePrefixBytes + 16);
    putZeros(4);
    putMessage(0x0011, 16, 0);
    put(tree);
    put(heap);
    return header;
}

void DirectWriter::close(Address rootGroup)
{
    const Address end = here();
    flush();
    if (lseek(m_file, 0, SEEK_SET) < 0)
        throw IoError("io", m_path, "cannot be finished");
    // II.A, version 0.
    putBytes("\x89HDF\r\n\x1a\n", 8);
    putZeros(5); // versions of the superblock and what it holds
    put<std::uint8_t>(8); // bytes of an address
    put<std::uint8_t>(8); // bytes of a length
    putZeros(1);
    put(kLeafK);
    put(kInternalK);
    putZeros(4);
    put<Address>(0); // base address
    put(kUndefined); // free space is not kept
    put(end);
    put(kUndefined); // no driver information
    putSymbolTableEntry(0, rootGroup);
    flush();
    if (::close(std::exchange(m_file, -1)) != 0)
        throw IoError("io", m_path, "cannot be finished (is the disk full?)");
}

void DirectWriter::putBytes(const void* bytes, std::size_t size)
{
    if (size > kBufferBytes - m_used)
        flush();
    if (size > kBufferBytes) {
        write(bytes, size);
        return;
    }
    if (size > 0)
        std::memcpy(m_buffer.get() + m_used, bytes, size);
    m_used += size;
}

void DirectWriter::putZeros(std::size_t count)
{
    constexpr std::array<char, kTreeNodeBytes> zeros{};
    putBytes(zeros.data(), count);
}

void DirectWriter::align()
{
    putZeros(aligned(here()) - here());
}

void DirectWriter::flush()
{
    const std::uint64_t begin = m_written;
    write(m_buffer.get(), std::exchange(m_used, 0));
    // The disk begins now, so that the sync at the end waits for little.
    sync_file_range(m_file, static_cast<off_t>(begin), static_cast<off_t>(m_written - begin),
                    SYNC_FILE_RANGE_WRITE);
}

void DirectWriter::write(const void* bytes, std::size_t size)
{
    const char* from = static_cast<const char*>(bytes);
    while (size > 0) {
        const ssize_t count = ::write(m_file, from, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            throw IoError("io", m_path, "cannot be written (is the disk full?)");
        from += count;
        size -= static_cast<std::size_t>(count);
        m_written += static_cast<std::uint64_t>(count);
    }
}

/// The prefix of a message in an object header, IV.A.1.a.
void DirectWriter::putMessage(std::uint16_t type, std::size_t size, std::uint8_t flags)
{
    put(type);
    put(static_cast<std::uint16_t>(size));
    put(flags);
    putZeros(3);
}

/// III.C; nothing is cached in it.
void DirectWriter::putSymbolTableEntry(std::uint64_t nameOffset, Address target)
{
    put(nameOffset);
    put(target);
    putZeros(24);
}

DirectWriter::Address DirectWriter::putData(std::span<const std::byte> bytes)
{
    if (bytes.empty())
        return kUndefined;
    const Address data = here();
    putBytes(bytes.data(), bytes.size());
    align();
    return data;
}

DirectWriter::Address DirectWriter::putDatasetHeader(ElementType type, std::size_t elementBytes,
                                                     std::span<const std::size_t> extents, Address data,
                                                     std::uint64_t dataBytes)
{
    constexpr std::uint8_t constant = 1; // message flag
    const DatatypeMessage stored = datatypeMessage(type, elementBytes);
    const std::size_t spaceBytes = 8 + 8 * extents.size();
    const std::size_t typeBytes = 8 + stored.propertyBytes;
    constexpr std::size_t fillBytes = 8;
    constexpr std::size_t layoutBytes = 24;

    const Address header = here();
    // IV.A.1.a, version 1.
    put<std::uint8_t>(1);
    put<std::uint8_t>(0);
    put<std::uint16_t>(4);
    put<std::uint32_t>(1); // links to this object
    put(static_cast<std::uint32_t>(4 * kMessagePrefixBytes + spaceBytes + typeBytes + fillBytes
                                   + layoutBytes));
    putZeros(4);

    putMessage(0x0001, spaceBytes, 0); // IV.A.2.b, Dataspace, version 1
    put<std::uint8_t>(1);
    put(static_cast<std::uint8_t>(extents.size()));
    putZeros(6);
    for (const std::size_t extent : extents)
        put<std::uint64_t>(extent);

    putMessage(0x0003, typeBytes, constant);
    put(stored.versionAndClass);
    putBytes(stored.bits.data(), stored.bits.size());
    put(stored.elementBytes);
    putBytes(stored.properties.data(), stored.propertyBytes);

    putMessage(0x0005, fillBytes, constant); // IV.A.2.f, Fill Value, version 2
    put<std::uint8_t>(2);
    put<std::uint8_t>(2); // space is allocated late
    put<std::uint8_t>(2); // filled if the user sets a value
    put<std::uint8_t>(1); // defined: zero
    put<std::uint32_t>(0);

    putMessage(0x0008, layoutBytes, 0); // IV.A.2.i, Data Layout, version 3
    put<std::uint8_t>(3);
    put<std::uint8_t>(1); // contiguous
    put(data);
    put(dataBytes);
    putZeros(6);
    return header;
}

/// III.D, Local Heaps: the names, each ended by NUL and padded to eight; the empty one first.
DirectWriter::Address DirectWriter::putNames(std::span<const Link> links, std::vector<std::uint64_t>& offsets)
{
    const Address segment = here();
    putZeros(8);
    offsets.reserve(links.size());
    for (const Link& link : links) {
        offsets.push_back(here() - segment);
        putBytes(link.name.data(), link.name.size());
        put('\0');
        align();
    }
    const std::uint64_t segmentBytes = here() - segment;
    constexpr std::uint64_t noFreeBlock = 1;
    const Address heap = here();
    putBytes("HEAP", 4);
    putZeros(4);
    put(segmentBytes);
    put(noFreeBlock);
    put(segment);
    return heap;
}

/// III.B, Symbol Table Nodes, below III.A.1, a B-tree of version 1. A child holds the names that come after
/// the key before it, up to and with the key behind it; keys are offsets of names, in the heap.
DirectWriter::Address DirectWriter::putTree(std::span<const Link> links,
                                            const std::vector<std::uint64_t>& offsets)
{
    struct Node {
        Address address;
        std::uint64_t lastName;
    };
    std::vector<Node> children;
    for (std::size_t first = 0; first < links.size(); first += kMostSymbols) {
        const std::size_t count = std::min(kMostSymbols, links.size() - first);
        children.push_back({here(), offsets[first + count - 1]});
        putBytes("SNOD", 4);
        put<std::uint8_t>(1);
        put<std::uint8_t>(0);
        put(static_cast<std::uint16_t>(count));
        for (std::size_t i = first; i < first + count; ++i)
            putSymbolTableEntry(offsets[i], links[i].target);
        putZeros((kMostSymbols - count) * kSymbolBytes);
    }
    for (std::uint8_t level = 0;; ++level) {
        std::vector<Node> parents;
        const Address base = here();
        const std::size_t nodes
            = std::max<std::size_t>(1, (children.size() + kMostChildren - 1) / kMostChildren);
        for (std::size_t node = 0; node < nodes; ++node) {
            const std::size_t first = node * kMostChildren;
            const std::size_t count = std::min(kMostChildren, children.size() - first);
            parents.push_back({here(), count > 0 ? children[first + count - 1].lastName : 0});
            putBytes("TREE", 4);
            put<std::uint8_t>(0); // of a group
            put(level);
            put(static_cast<std::uint16_t>(count));
            put(node > 0 ? base + (node - 1) * kTreeNodeBytes : kUndefined);
            put(node + 1 < nodes ? base + (node + 1) * kTreeNodeBytes : kUndefined);
            put<std::uint64_t>(first > 0 ? children[first - 1].lastName : 0);
            for (std::size_t i = first; i < first + count; ++i) {
                put(children[i].address);
                put(children[i].lastName);
            }
            putZeros(parents.back().address + kTreeNodeBytes - here());
        }
        if (nodes == 1)
            return parents.front().address;
        children = std::move(parents);
    }
}

}
