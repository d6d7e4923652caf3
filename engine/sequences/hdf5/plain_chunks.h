#pragma once

#include "engine/sequences/hdf5/file_bytes.h"
#include "engine/sequences/hdf5/packed_chunks.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace engine::hdf5 {

/// Where the chunks of a dataset lie that is packed with gzip, with or without shuffle.
struct PlainChunks {
    struct Place {
        std::uint64_t offset = 0; ///< in the file
        std::size_t bytes = 0; ///< packed
    };

    PackedChunks layout;
    std::vector<Place> places; ///< in row order
};

/// Reads where the chunks lie, without the library. Numerals in the .cpp are sections of the "HDF5 File
/// Format Specification Version 3.0".
/// @param layout, filters  these messages of the dataset's header
/// @param extents  of the dataset, none of them 0
/// @return absent for other filters and for layouts of the newest kind, and unless every chunk is packed and
/// lies in the file.
std::optional<PlainChunks> plainChunks(FileBytes& file, std::span<const std::byte> layout,
                                       std::span<const std::byte> filters,
                                       std::span<const std::size_t> extents, std::size_t elementBytes);

/// Unpacks all chunks. @param to  of the size of the dataset @return false when they are damaged.
bool readPlainChunks(FileBytes& file, const PlainChunks& chunks, std::span<std::byte> to);

}
