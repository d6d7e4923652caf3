#pragma once

#include "engine/core/feature_array.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace engine::hdf5 {

/// Checks that all integers can be written exactly.
/// @throws FormatError (`data_invalid`) naming `file` and the first integer that the array's type cannot
/// hold.
void requireHeld(const FeatureArray& array, const std::string& file);

/// Rows first … first + count of an array of numbers as they stand in a file: little endian, in the array's
/// type; fractions are rounded to it as the HDF5 library does. Integers must have passed requireHeld().
///
/// @param scratch  holds the bytes when they differ from those in memory; must live as long as the result.
std::span<const std::byte> storedBytes(const FeatureArray& array, std::size_t first, std::size_t count,
                                       std::vector<std::byte>& scratch);

/// The same for intervals: each start is followed by its end.
std::span<const std::byte> storedBytes(ElementType type, std::span<const Interval> intervals,
                                       std::vector<std::byte>& scratch);

/// The intervals as N × 2 in the memory type of FeatureArray.
FeatureArray asArray(ElementType type, std::span<const Interval> intervals);

}
