#pragma once

#include <filesystem>

namespace engine {

/// Opens every object of an unknown `.csd` once, as reading it will: all ids, shapes, types, storage, text.
/// Features that need no conversion are looked up, not read.
///
/// Meant to run in a child process with limits (engine/worker/probe.h): libhdf5 itself crashes on some
/// damaged files.
/// @throws IoError, FormatError naming the place: links out of the file or in circles, filters that are not
/// known, damaged groups.
void walkCsd(const std::filesystem::path& path);

}
