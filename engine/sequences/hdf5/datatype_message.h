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

/// Little endian. @param elementBytes  bytesOf(type); of text its width.
DatatypeMessage datatypeMessage(ElementType type, std::size_t elementBytes);

/// Of one number in a file.
std::size_t bytesOf(ElementType type);

}
