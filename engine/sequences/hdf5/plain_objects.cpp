#include "engine/sequences/hdf5/plain_objects.h"

#include "engine/sequences/hdf5/byte_fields.h"
#include "engine/sequences/hdf5/dataset_messages.h"
#include "engine/sequences/hdf5/object_header.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace engine::hdf5 {

namespace {

constexpr std::uint64_t kNoAddress = ~std::uint64_t{0};
/// A larger dataset is left to the library.
constexpr std::uint64_t kMostPlainElements = std::uint64_t{1} << 32;

}

std::optional<PlainObjects> PlainObjects::of(const std::filesystem::path& path)
{
    PlainObjects objects{FileBytes(path)};
    std::array<std::byte, 40> start{}; // up to the base address of version 1
    if (!objects.m_bytes.read(0, start))
        return std::nullopt;
    ByteFields fields(start); // II.A
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

std::optional<std::vector<HardLink>> PlainObjects::links(Address group)
{
    ObjectHeader header;
    return isRead(header, group) ? tableLinks(m_bytes, header) : std::nullopt;
}

std::optional<PlainObjects::Entry> PlainObjects::entry(Address group)
{
    ObjectHeader header;
    const auto addresses = isRead(header, group) ? entryLinks(m_bytes, header) : std::nullopt;
    auto features = addresses ? dataset(addresses->features, header) : std::nullopt;
    auto intervals = features ? dataset(addresses->intervals, header) : std::nullopt;
    if (!intervals)
        return std::nullopt;
    return Entry{std::move(*features), std::move(*intervals)};
}

bool PlainObjects::isRead(ObjectHeader& header, Address object)
{
    return header.read(m_bytes, object) && header.isOrdinary();
}

std::optional<PlainObjects::Dataset> PlainObjects::dataset(Address dataset, ObjectHeader& header)
{
    if (!isRead(header, dataset))
        return std::nullopt;
    const ObjectHeader::Message* space = header.only(ObjectHeader::kDataspace);
    const ObjectHeader::Message* type = header.only(ObjectHeader::kDatatype);
    for (const ObjectHeader::Message& message : header.messages()) {
        if (message.type == ObjectHeader::kLink || message.type == ObjectHeader::kLinkInfo
            || message.type == ObjectHeader::kSymbolTable || message.type == ObjectHeader::kGroupInfo
            || (message.type == ObjectHeader::kFillValue && !isOrdinaryFill(header.content(message))))
            return std::nullopt;
    }
    if (!space || !type)
        return std::nullopt;
    Dataset found;
    const std::optional<ElementType> element = elementTypeIn(header.content(*type), found.elementBytes);
    std::optional<std::vector<std::size_t>> shape = extentsIn(header.content(*space));
    if (!element || !shape)
        return std::nullopt;
    found.type = *element;
    found.extents = std::move(*shape);
    found.elements = 1;
    for (const std::size_t extent : found.extents) {
        if (extent != 0 && found.elements > kMostPlainElements / extent)
            return std::nullopt;
        found.elements *= extent;
    }
    return placed(std::move(found), header);
}

/// The dataset with the place of its data, when all of it lies in the file.
std::optional<PlainObjects::Dataset> PlainObjects::placed(Dataset dataset, const ObjectHeader& header)
{
    const ObjectHeader::Message* layout = header.only(ObjectHeader::kLayout);
    if (!layout)
        return std::nullopt;
    if (const ObjectHeader::Message* filters = header.only(ObjectHeader::kFilters)) {
        if (dataset.elements > 0)
            dataset.packed = plainChunks(m_bytes, header.content(*layout), header.content(*filters),
                                         dataset.extents, dataset.elementBytes);
        return dataset.packed ? std::optional(std::move(dataset)) : std::nullopt;
    }
    ByteFields fields(header.content(*layout)); // IV.A.2.i
    const auto version = fields.next<std::uint8_t>();
    const auto kind = fields.next<std::uint8_t>();
    const auto address = fields.next<std::uint64_t>();
    const auto bytes = fields.next<std::uint64_t>();
    constexpr std::uint8_t contiguous = 1;
    if (!fields.isWhole() || version < 3 || version > 4 || kind != contiguous || address == kNoAddress
        || address > m_bytes.size() || bytes > m_bytes.size() - address
        || bytes / dataset.elementBytes != dataset.elements || bytes % dataset.elementBytes != 0)
        return std::nullopt;
    dataset.data = address;
    return dataset;
}

bool PlainObjects::readStored(const Dataset& dataset, std::span<std::byte> to)
{
    return dataset.packed ? readPlainChunks(m_bytes, *dataset.packed, to) : m_bytes.read(dataset.data, to);
}

std::optional<FeatureArray::Values> PlainObjects::values(const Dataset& dataset)
{
    const auto read = [&]<typename T>(std::vector<T> stored) -> std::optional<std::vector<T>> {
        if (!readStored(dataset, std::as_writable_bytes(std::span(stored))))
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

}
