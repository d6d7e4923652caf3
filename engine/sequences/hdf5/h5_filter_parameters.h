#pragma once

#include <cstddef>
#include <cstdint>

namespace engine::hdf5 {

/// Whether a filter speaks of chunks as the dataset has them. n-bit and scale-offset repeat in their
/// parameters how many elements a chunk has and how large an element is; HDF5 1.10.8 believes both, makes
/// room for their product in 32 bits, and writes each element where its number puts it. True of filters that
/// repeat neither.
/// @param creation  the dataset's list of properties
/// @param filter  its place among the dataset's filters
/// @param elementBytes  of an element as it is stored
bool isFilterOfChunks(std::int64_t creation, unsigned filter, std::size_t elementBytes);

}
