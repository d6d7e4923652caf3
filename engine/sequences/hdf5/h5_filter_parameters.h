#pragma once

#include <cstddef>
#include <cstdint>

namespace engine::hdf5 {

/// Whether a filter's parameters are such as HDF5 writes for the dataset. n-bit and scale-offset repeat how
/// many elements a chunk has and how large an element is: HDF5 1.10.8 believes both, makes room for their
/// product in 32 bits, and writes each element where its number puts it. szip says how many pixels
/// blocks and lines have, and libaec 1.0.6 multiplies the two numbers in 32 bits. The parameters of other
/// filters count as sound.
/// @param creation  the dataset's list of properties
/// @param filter  its place among the dataset's filters
/// @param elementBytes  of an element as it is stored
bool areFilterParametersSound(std::int64_t creation, unsigned filter, std::size_t elementBytes);

}
