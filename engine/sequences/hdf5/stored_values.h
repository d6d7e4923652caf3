#pragma once

#include "engine/sequences/feature_array.h"

#include <cstddef>
#include <span>
#include <vector>

namespace engine::hdf5 {

/// Rows first … first + count of an array of numbers as they stand in a file: little endian, in the array's
/// type; rounded and clipped to it as the HDF5 library does.
///
/// @param scratch  takes the bytes when they are not the ones in memory; must live as long as the result.
std::span<const std::byte> storedBytes(const FeatureArray& array, std::size_t first, std::size_t count,
                                       std::vector<std::byte>& scratch);

/// Starts and ends in turn.
std::span<const std::byte> storedBytes(ElementType type, std::span<const Interval> intervals,
                                       std::vector<std::byte>& scratch);

/// N × 2 in the memory type of FeatureArray.
FeatureArray asArray(ElementType type, std::span<const Interval> intervals);

}
