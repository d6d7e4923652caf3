#pragma once

#include "engine/sequences/csd_index.h"

#include <filesystem>

namespace engine {

/// Opens every object of an unknown `.csd` once, as reading it will: all ids, shapes, types, storage, text.
/// Features that need no conversion are looked up, not read.
///
/// Meant to run in a child process with limits (engine/worker/probe.h): libhdf5 itself crashes on some
/// damaged files.
/// @return what it holds. Entries that lack a dataset, or whose intervals cannot be summed, are in it with
/// their problem.
/// @throws IoError, FormatError naming the place: links out of the file or in circles, filters that are not
/// known, damaged groups; no sequence (`data_invalid`); memory that does not suffice (`needs_memory`).
CsdIndex walkCsd(const std::filesystem::path& path);

}
