#pragma once

#include "engine/sequences/hdf5/addressing.h"
#include "engine/sequences/hdf5/file_bytes.h"

#include <hdf5.h>

/// Reading around the library in a file that the library has opened; private to this folder.
namespace engine::hdf5 {

Addressing addressingOf(hid_t file);

/// The library's own; -1: the file is no ordinary one.
int descriptorOf(hid_t file);

/// The bytes of the file. Nothing can be read of what is no ordinary file.
FileBytes bytesOf(hid_t file);

/// A file around the library, kept while it is open.
struct StoredFile {
    FileBytes bytes;
    Addressing addressing;
};
}
