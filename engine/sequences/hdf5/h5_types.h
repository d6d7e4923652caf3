#pragma once

#include "engine/sequences/hdf5/h5_file.h"

#include <hdf5.h>

#include <string>

/// Element types between HDF5 and ours; private to this folder.
namespace engine::hdf5 {

/// Stops the library from printing its error stack on this thread (errors become exceptions here), and from
/// cleaning up when the program ends.
void silence();

/// @throws FormatError (`data_invalid`) for types that no sequence has: compounds, references, …
/// @param place  inside the file
ElementType elementType(hid_t fileType, const std::string& path, const std::string& place);

/// The type in a file that `type` is written as, little endian. Text is written by width instead.
Handle fileType(ElementType type);

/// Text of variable length in UTF-8.
Handle variableText();

/// The type in memory that values of `type` are read into: float, double or int64 (uint64 in the same eight
/// bytes).
hid_t memoryType(ElementType type);

/// Transfer properties with a small buffer, for transfers that convert their elements. By default the library
/// allocates and clears 2 MiB for every dataset, even for one word of text.
Handle smallTransfer();

}
