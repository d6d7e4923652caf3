#pragma once

#include <filesystem>

namespace engine {

/// Whether the file is one of those that hold tensors, by its ending: `.h5`, `.hdf5`, `.npz`, and `.pkl`,
/// `.pickle`, which are refused with what converts them.
bool isPackedFile(const std::filesystem::path& path);

/// Of these, those that HDF5 reads, which a child process should do first (engine/worker/probe.h).
bool mayBeHdf5(const std::filesystem::path& path);
/// The format as which that child reads the file.
inline constexpr const char* kPackedProbe = "packed";

/// Whether the file is a pickle by its ending, `.pkl` or `.pickle`, which is never opened.
bool isPickleFile(const std::filesystem::path& path);

}
