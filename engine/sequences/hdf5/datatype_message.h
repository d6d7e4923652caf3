#pragma once

#include "engine/core/feature_array.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace engine::hdf5 {

/// How HDF5 describes the type of a dataset's elements ("HDF5 File Format Specification Version 3.0",
/// IV.A.2.d).
struct DatatypeMessage {
    std::uint8_t versionAndClass;
    std::array<std::uint8_t, 3> bits;
    std::uint32_t elementBytes;
    std::array<std::uint8_t, 16> properties{};
    std::size_t propertyBytes; ///< padded to eight
};

/// The message for little-endian elements. @param elementBytes  bytesOf(type); for text, its width in bytes.
DatatypeMessage datatypeMessage(ElementType type, std::size_t elementBytes);

/// How many bytes one number of the type takes in a file.
std::size_t bytesOf(ElementType type);

}
