#pragma once

#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/hdf5/h5_file.h"

#include <filesystem>

namespace engine {

/// Writes a sequence as a `.csd` that the SDK reads. Written beside and renamed: the final name is never half
/// a file.
///
/// Like the SDK's deploy it sets the metadata fields `uuid` (fresh) and `md5` (null).
/// @throws IoError (`io`) when it cannot be written, FormatError (`data_invalid`) when the sequence
/// cannot be read, or has a name that HDF5 cannot have: empty, `.`, or with a slash.
void writeCsd(const ComputationalSequence& sequence, const std::filesystem::path& path,
              hdf5::Compression compression = {});

}
