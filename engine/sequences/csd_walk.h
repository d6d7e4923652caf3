#pragma once

#include "engine/sequences/csd_index.h"

#include <filesystem>

namespace engine {

/// Opens every object of an unknown `.csd` once, in the way in which it will be read later: all ids, shapes,
/// types, storage and text. Of features that need no conversion only the place in the file is checked.
///
/// Meant to run in a child process with limits (engine/worker/probe.h): libhdf5 itself crashes on some
/// damaged files.
/// @return what the file holds. Entries that lack a dataset, or whose intervals cannot be summed, are listed
/// with their problem.
/// @throws IoError, FormatError naming the place: links that leave the file or run in circles, unknown
/// filters, damaged groups, or no sequence in the file (`data_invalid`); too little memory (`needs_memory`).
CsdIndex walkCsd(const std::filesystem::path& path);

}
