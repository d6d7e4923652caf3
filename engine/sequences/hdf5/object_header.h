#pragma once

#include "engine/sequences/hdf5/addressing.h"
#include "engine/sequences/hdf5/file_bytes.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace engine::hdf5 {

/// The header of a group or dataset, read from the file's bytes: its messages, with those of its
/// continuations. Numerals are sections of the "HDF5 File Format Specification Version 3.0".
class ObjectHeader {
public:
    // IV.A.2: types of messages.
    static constexpr std::uint16_t kNil = 0x0000;
    static constexpr std::uint16_t kDataspace = 0x0001;
    static constexpr std::uint16_t kLinkInfo = 0x0002;
    static constexpr std::uint16_t kDatatype = 0x0003;
    static constexpr std::uint16_t kOldFillValue = 0x0004;
    static constexpr std::uint16_t kFillValue = 0x0005;
    static constexpr std::uint16_t kLink = 0x0006;
    static constexpr std::uint16_t kLayout = 0x0008;
    static constexpr std::uint16_t kGroupInfo = 0x000a;
    static constexpr std::uint16_t kFilters = 0x000b;
    static constexpr std::uint16_t kContinuation = 0x0010;
    static constexpr std::uint16_t kSymbolTable = 0x0011;
    static constexpr std::uint16_t kModificationTime = 0x0012;

    // IV.A.1.a: flags of a message.
    static constexpr std::uint8_t kConstant = 0x01;
    static constexpr std::uint8_t kShared = 0x02; ///< a place where the content lies

    struct Message {
        std::uint16_t type;
        std::uint8_t flags; ///< kConstant, kShared, …
        std::size_t offset; ///< in the header
        std::size_t size;
    };

    /// Reads the header of the object at this address in place of the one before.
    /// @return whether it is undamaged.
    bool read(FileBytes& file, std::uint64_t object, const Addressing& addressing = {});

    /// Whether all messages are of the types above and lie here, and few enough to be of usual size.
    bool isOrdinary() const { return m_isOrdinary; }

    const std::vector<Message>& messages() const { return m_messages; }
    std::span<const std::byte> content(const Message& message) const;
    /// The message of a type that comes once; null where none does.
    const Message* only(std::uint16_t type) const;

private:
    struct Block {
        std::uint64_t offset = 0; ///< in the file
        std::uint64_t size = 0;
    };

    bool append(FileBytes& file, Block block);
    bool readOldHeader(FileBytes& file, std::uint64_t object);
    bool readNewHeader(FileBytes& file, std::uint64_t object);
    /// @param isOld  of version 1: messages are padded to eight bytes.
    bool addMessages(std::size_t begin, std::size_t end, bool isOld, bool hasCreationOrder,
                     std::vector<Block>& continued);

    Addressing m_addressing;
    bool m_isOrdinary = true;
    std::vector<std::byte> m_bytes; ///< with the continuations
    std::vector<Message> m_messages;
};

}
