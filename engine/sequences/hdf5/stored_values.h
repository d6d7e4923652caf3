#pragma once

#include "engine/core/feature_array.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace engine::hdf5 {

/// Integers are written exactly, or not at all.
/// @throws FormatError (`data_invalid`) naming the first that the array's type cannot hold; `file` is to have
/// it.
void requireHeld(const FeatureArray& array, const std::string& file);

/// Rows first … first + count of an array of numbers as they stand in a file: little endian, in the array's
/// type; fractions rounded to it as the HDF5 library does. Of integers, all are such as requireHeld() asks
/// for.
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
