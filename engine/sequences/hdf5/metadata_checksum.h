#pragma once

#include <cstdint>
#include <span>

namespace engine::hdf5 {

/// The checksum of HDF5's newer metadata and the hash of names in large groups: `lookup3`, which Bob Jenkins
/// put into the public domain (2006), from 0, as "HDF5 File Format Specification Version 3.0" asks for it.
std::uint32_t metadataChecksum(std::span<const std::byte> bytes);

}
