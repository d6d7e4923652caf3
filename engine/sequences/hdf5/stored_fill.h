#pragma once

#include "engine/sequences/hdf5/library_file.h"

#include <hdf5.h>

/// What stands in a file for elements that nobody wrote; private to this folder.
namespace engine::hdf5 {

/// Whether the fill values in the header of a dataset of numbers or texts are each one element. HDF5 1.10.8
/// believes their length and copies a longer one over what lies behind a chunk of one element; of a text of
/// variable length it believes the length in the reference, as TextReferences says, and asks for the text as
/// soon as it is asked how the dataset was made.
bool isFillSound(hid_t dataset, StoredFile& file);
}
