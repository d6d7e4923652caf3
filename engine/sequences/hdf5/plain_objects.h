#pragma once

#include "engine/core/feature_array.h"
#include "engine/sequences/hdf5/file_bytes.h"
#include "engine/sequences/hdf5/plain_chunks.h"
#include "engine/sequences/hdf5/plain_links.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace engine::hdf5 {

/// Reads groups and datasets of the ordinary kind from the file's bytes, without the library.
///
/// The library takes 55 µs to open a group and the two datasets in it (HDF5 1.10.8); this takes 1 to 2 µs,
/// and a word-aligned corpus has half a million of them. Ordinary is what the library, h5py (any `libver`)
/// and DirectWriter make by default: little-endian numbers or text of fixed width, contiguous or packed with
/// gzip; groups of a few hard links, no attributes. An object that differs in any field is not read here but
/// left to the library, which also reports what is wrong with it. So the library can safely open every object
/// that this class returns. Several threads may read. Numerals such as II.A in the .cpp are sections of the
/// "HDF5 File Format Specification Version 3.0".
class PlainObjects {
public:
    using Address = std::uint64_t; ///< of an object's header in the file

    struct Dataset {
        ElementType type = ElementType::Float32;
        std::vector<std::size_t> extents; ///< rank 1 or more
        std::uint64_t data = 0; ///< where its data begins in the file, unless it is packed
        std::optional<PlainChunks> packed;
        std::size_t elementBytes = 0; ///< of a number, or of each text
        std::size_t elements = 0; ///< product of the extents
    };
    /// The two datasets of an entry of a sequence.
    struct Entry {
        Dataset features;
        Dataset intervals;
    };

    /// Absent when the file's addresses do not count from its first byte in eight bytes each.
    static std::optional<PlainObjects> of(const std::filesystem::path& path);

    /// The links of a group that keeps them in a symbol table, however many, in byte order of their names.
    /// The library would need all names in its cache at once: 27 MiB for half a million names, which it reads
    /// again for every few names when its cache is smaller.
    std::optional<std::vector<HardLink>> links(Address group);
    /// The entry of a group that holds the datasets `features` and `intervals` and nothing else. Absent when
    /// the group differs, or when the data does not lie wholly within the file.
    std::optional<Entry> entry(Address group);
    /// The dataset's elements in the memory type of FeatureArray. Absent when they cannot be read, and for
    /// elements that the library has to convert: float16, and uint64 from 2^63 on.
    std::optional<FeatureArray::Values> values(const Dataset& dataset);

private:
    explicit PlainObjects(FileBytes bytes) : m_bytes(std::move(bytes)) { }

    /// Whether the object's header could be read and is an ordinary one.
    bool isRead(ObjectHeader& header, Address object);
    /// @param header  receives the dataset's
    std::optional<Dataset> dataset(Address dataset, ObjectHeader& header);
    std::optional<Dataset> placed(Dataset dataset, const ObjectHeader& header);
    bool readStored(const Dataset& dataset, std::span<std::byte> to);

    FileBytes m_bytes;
};

}
