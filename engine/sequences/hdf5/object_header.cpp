#include "engine/sequences/hdf5/object_header.h"

#include "engine/sequences/hdf5/byte_fields.h"
#include "engine/sequences/hdf5/metadata_checksum.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace engine::hdf5 {

namespace {

/// An ordinary header has some 300 bytes; those with attributes may have 64 KiB.
constexpr std::uint64_t kOrdinaryBytes = 4096;
constexpr std::size_t kOrdinaryContinuations = 4;
/// More than any dataset has: attributes of more than 64 KiB lie elsewhere, and so do more than a few.
constexpr std::uint64_t kMostHeaderBytes = std::uint64_t{16} << 20;
constexpr std::size_t kMostContinuations = 4096;

bool isOrdinaryMessage(std::uint16_t type)
{
    using H = ObjectHeader;
    constexpr std::array known{
        H::kNil,          H::kDataspace,   H::kLinkInfo,        H::kDatatype,  H::kOldFillValue,
        H::kFillValue,    H::kLink,        H::kLayout,          H::kGroupInfo, H::kFilters,
        H::kContinuation, H::kSymbolTable, H::kModificationTime};
    return std::ranges::find(known, type) != known.end();
}

}

bool ObjectHeader::append(FileBytes& file, Block block)
{
    const std::size_t begin = m_bytes.size();
    if (block.size > kMostHeaderBytes - begin || block.offset > ~m_addressing.base)
        return false;
    m_isOrdinary = m_isOrdinary && block.size <= kOrdinaryBytes;
    m_bytes.resize(begin + static_cast<std::size_t>(block.size));
    return file.read(m_addressing.base + block.offset, std::span(m_bytes).subspan(begin));
}

std::span<const std::byte> ObjectHeader::content(const Message& message) const
{
    return std::span(m_bytes).subspan(message.offset, message.size);
}

const ObjectHeader::Message* ObjectHeader::only(std::uint16_t type) const
{
    const auto found = std::ranges::find(m_messages, type, &Message::type);
    if (found == m_messages.end()
        || std::find_if(found + 1, m_messages.end(), [&](const Message& m) { return m.type == type; })
            != m_messages.end())
        return nullptr;
    return &*found;
}

bool ObjectHeader::addMessages(std::size_t begin, std::size_t end, bool isOld, bool hasCreationOrder,
                               std::vector<Block>& continued)
{
    const std::size_t prefix = isOld ? 8 : hasCreationOrder ? 6 : 4;
    while (end - begin >= prefix) { // less than a prefix behind the last message of a new header is a gap
        ByteFields fields(std::span<const std::byte>(m_bytes).subspan(begin, prefix));
        const std::uint16_t type = isOld ? fields.next<std::uint16_t>() : fields.next<std::uint8_t>();
        const std::size_t size = fields.next<std::uint16_t>();
        const auto flags = fields.next<std::uint8_t>();
        if ((isOld && size % 8 != 0) || size > end - begin - prefix)
            return false;
        m_isOrdinary = m_isOrdinary && (flags & ~kConstant) == 0 && isOrdinaryMessage(type);
        const Message message{type, flags, begin + prefix, size};
        begin = message.offset + size;
        if (type != kContinuation) {
            m_messages.push_back(message);
            continue;
        }
        ByteFields place(content(message));
        const std::uint64_t offset = place.number(m_addressing.addressBytes);
        const std::uint64_t length = place.number(m_addressing.lengthBytes);
        if (!place.isWhole() || continued.size() == kMostContinuations)
            return false;
        continued.push_back({offset, length});
    }
    return !isOld || begin == end;
}

/// IV.A.1.a
bool ObjectHeader::readOldHeader(FileBytes& file, std::uint64_t object)
{
    ByteFields fields(m_bytes);
    fields.take(2); // the version, and nothing
    const auto count = fields.next<std::uint16_t>();
    fields.take(4); // how many links lead here
    const auto size = fields.next<std::uint32_t>();
    m_bytes.clear();
    std::vector<Block> continued;
    if (!append(file, {object + 16, size}) || !addMessages(0, m_bytes.size(), true, false, continued))
        return false;
    std::size_t blocks = 0;
    for (; blocks < continued.size(); ++blocks) {
        const std::size_t begin = m_bytes.size();
        if (!append(file, continued[blocks]) || !addMessages(begin, m_bytes.size(), true, false, continued))
            return false;
    }
    m_isOrdinary = m_isOrdinary && blocks <= kOrdinaryContinuations && m_messages.size() + blocks == count;
    return true;
}

/// IV.A.1.b
bool ObjectHeader::readNewHeader(FileBytes& file, std::uint64_t object)
{
    ByteFields fields(m_bytes);
    fields.take(5); // signature and version
    const auto flags = fields.next<std::uint8_t>();
    const bool hasCreationOrder = (flags & 0x04U) != 0;
    m_isOrdinary = (flags & 0xc0U) == 0;
    std::size_t prefix = 6 + ((flags & 0x20U) != 0 ? 16 : 0) + ((flags & 0x10U) != 0 ? 4 : 0);
    const std::size_t sizeBytes = std::size_t{1} << (flags & 0x03U);
    m_bytes.clear();
    if (!append(file, {object, prefix + sizeBytes}))
        return false;
    std::uint64_t size = 0;
    std::memcpy(&size, m_bytes.data() + prefix, sizeBytes);
    prefix += sizeBytes;

    const auto checked = [&](std::size_t begin) { // the last four bytes are the sum of those before
        const auto bytes = std::span<const std::byte>(m_bytes).subspan(begin);
        std::uint32_t sum = 0;
        std::memcpy(&sum, bytes.data() + bytes.size() - sizeof sum, sizeof sum);
        return metadataChecksum(bytes.first(bytes.size() - sizeof sum)) == sum;
    };
    std::vector<Block> continued;
    if (size > kMostHeaderBytes || !append(file, {object + prefix, size + 4}) || !checked(0)
        || !addMessages(prefix, m_bytes.size() - 4, false, hasCreationOrder, continued))
        return false;
    for (std::size_t block = 0; block < continued.size(); ++block) {
        const std::size_t begin = m_bytes.size();
        if (continued[block].size < 8 || !append(file, continued[block]) || !checked(begin)
            || std::memcmp(m_bytes.data() + begin, "OCHK", 4) != 0
            || !addMessages(begin + 4, m_bytes.size() - 4, false, hasCreationOrder, continued))
            return false;
    }
    m_isOrdinary = m_isOrdinary && continued.size() <= kOrdinaryContinuations;
    return true;
}

bool ObjectHeader::read(FileBytes& file, std::uint64_t object, const Addressing& addressing)
{
    m_addressing = addressing;
    m_isOrdinary = true;
    m_bytes.clear();
    m_messages.clear();
    if (!append(file, {object, 16}))
        return false;
    if (std::memcmp(m_bytes.data(), "OHDR\x02", 5) == 0)
        return readNewHeader(file, object);
    return m_bytes[0] == std::byte{1} && readOldHeader(file, object);
}

}
