#include "engine/sequences/hdf5/stored_fill.h"

#include "engine/sequences/hdf5/byte_fields.h"
#include "engine/sequences/hdf5/global_heap.h"
#include "engine/sequences/hdf5/h5_file.h"
#include "engine/sequences/hdf5/object_header.h"

#include <algorithm>
#include <optional>
#include <span>

namespace engine::hdf5 {

namespace {

/// The value in a message about fill values, IV.A.2.e and IV.A.2.f; of no bytes where the message has none.
/// @return nothing where the message is cut
std::optional<std::span<const std::byte>> valueIn(const ObjectHeader& header,
                                                  const ObjectHeader::Message& message)
{
    ByteFields fields(header.content(message));
    bool hasValue = true;
    if (message.type == ObjectHeader::kFillValue) {
        const auto version = fields.next<std::uint8_t>();
        if (version >= 3) {
            hasValue = (fields.next<std::uint8_t>() & 0x20U) != 0;
        } else {
            fields.take(2); // when room is made, and when it is filled
            hasValue = fields.next<std::uint8_t>() != 0;
        }
    }
    const auto value = hasValue ? fields.take(fields.next<std::uint32_t>()) : std::span<const std::byte>();
    return fields.isWhole() ? std::optional(value) : std::nullopt;
}

/// Whether a reference of a text leads to a text of its length, or nowhere.
bool isReference(std::span<const std::byte> value, hid_t dataset)
{
    const Handle file(H5Iget_file_id(dataset));
    GlobalHeap heap(bytesOf(file.id()), addressingOf(file.id()));
    ByteFields fields(value);
    return heap.referred(fields) && fields.isWhole() && fields.left() == 0;
}

bool isElement(std::span<const std::byte> value, hid_t dataset)
{
    const Handle type(H5Dget_type(dataset));
    return H5Tis_variable_str(type.id()) > 0 ? isReference(value, dataset)
                                             : value.size() == H5Tget_size(type.id());
}

}

bool isFillSound(hid_t dataset, StoredFile& file)
{
    ObjectHeader header;
    H5O_info_t info;
    if (H5Oget_info2(dataset, &info, H5O_INFO_BASIC) < 0
        || !header.read(file.bytes, info.addr, file.addressing))
        return false;
    return std::ranges::all_of(header.messages(), [&](const ObjectHeader::Message& message) {
        if (message.type != ObjectHeader::kFillValue && message.type != ObjectHeader::kOldFillValue)
            return true;
        const auto value = valueIn(header, message);
        return (message.flags & ObjectHeader::kShared) == 0 && value
            && (value->empty() || isElement(*value, dataset));
    });
}
}
