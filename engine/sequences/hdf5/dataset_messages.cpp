#include "engine/sequences/hdf5/dataset_messages.h"

#include "engine/sequences/hdf5/byte_fields.h"
#include "engine/sequences/hdf5/datatype_message.h"

#include <array>
#include <cstring>

namespace engine::hdf5 {

namespace {

constexpr std::size_t kMostRank = 8;

}

// Versions 1 and 3 differ in kinds of types that are none of ours.
std::optional<ElementType> elementTypeIn(std::span<const std::byte> message, std::size_t& elementBytes)
{
    ByteFields fields(message);
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

// Versions 1 and 2.
std::optional<std::vector<std::size_t>> extentsIn(std::span<const std::byte> message)
{
    ByteFields fields(message);
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

bool isOrdinaryFill(std::span<const std::byte> message)
{
    ByteFields fields(message);
    const auto version = fields.next<std::uint8_t>();
    if (version == 3) {
        const auto flags = fields.next<std::uint8_t>();
        return fields.isWhole() && (flags & 0xe0U) == 0;
    }
    return version == 2 && message.size() >= 4;
}

}
