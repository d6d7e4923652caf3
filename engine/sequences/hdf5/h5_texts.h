#pragma once

#include "engine/sequences/hdf5/h5_file.h"

#include <hdf5.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace engine::hdf5 {

/// Texts of variable length, of a dataset or an attribute; private to this folder.
///
/// What is stored of each is a reference: its length, and where it lies in the file's global heap. The
/// library reads the references as they are, and the heap is read here: HDF5 1.10.8 makes as much room as a
/// reference says (400 MB, in a damaged file of 53 kB) and fills it with the whole object that the heap has,
/// so that a shorter reference overwrites the memory behind. From 1.12 on, it compares both.
class TextReferences {
public:
    /// @param object  the dataset or attribute
    TextReferences(hid_t object, std::size_t count);

    /// Of a reference, in the file and in memory.
    hid_t type() const { return m_type.id(); }
    /// Room for the references.
    std::span<std::byte> bytes() { return m_bytes; }
    /// What the references that were read lead to, each text up to its first NUL.
    /// @return nothing where one leads to no object of its length.
    std::optional<std::vector<std::string>> texts() const;

private:
    std::size_t m_count;
    Handle m_file; ///< that the object lies in
    Handle m_type;
    std::vector<std::byte> m_bytes;
};

}
