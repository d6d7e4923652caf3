#pragma once

#include "engine/sequences/hdf5/addressing.h"
#include "engine/sequences/hdf5/byte_fields.h"
#include "engine/sequences/hdf5/file_bytes.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace engine::hdf5 {

/// Where a file keeps what differs in length, such as texts: in collections of objects, which are found by
/// the collection's address and a number. Read from the file's bytes, without the library. Numerals are
/// sections of the "HDF5 File Format Specification Version 3.0".
class GlobalHeap {
public:
    GlobalHeap(FileBytes bytes, Addressing addressing);

    /// The bytes of an object, until the next call; nothing where the file has no such object.
    std::optional<std::span<const std::byte>> object(std::uint64_t collection, std::uint32_t number);
    /// What the next reference of these leads to, until the next call: no bytes where nothing was written;
    /// nothing where it leads to no object of its length.
    std::optional<std::span<const std::byte>> referred(ByteFields& references);

private:
    struct Place {
        std::size_t offset = 0; ///< in the collection
        std::size_t size = 0;
    };
    /// Reads a collection in place of the one before. @return whether there is one.
    bool enter(std::uint64_t collection);

    FileBytes m_bytes;
    Addressing m_addressing;
    std::optional<std::uint64_t> m_collection; ///< the one that was read
    std::vector<std::byte> m_content; ///< of that
    std::vector<std::optional<Place>> m_objects; ///< in that, by number
};

}
