#pragma once

#include "engine/core/feature_array.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace engine::hdf5 {

/// What the messages of a dataset's header say; absent where they say what is not read without the library.
/// Numerals are sections of the "HDF5 File Format Specification Version 3.0".

/// IV.A.2.d: contiguous little-endian numbers, or text of fixed width.
/// @param elementBytes  receives the size of an element
std::optional<ElementType> elementTypeIn(std::span<const std::byte> message, std::size_t& elementBytes);

/// IV.A.2.b, of rank 1 or more.
std::optional<std::vector<std::size_t>> extentsIn(std::span<const std::byte> message);

/// IV.A.2.f and IV.A.2.e: without a value of its own, since a value has the type's length.
bool isOrdinaryFill(std::span<const std::byte> message);

}
