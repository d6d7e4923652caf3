#pragma once

#include <filesystem>

namespace engine {

/// Opens every object of an unknown `.csd` once: all ids, shapes, types, storage. Reads no features.
///
/// Meant to run in a child process with limits (engine/worker/probe.h): libhdf5 itself crashes on some
/// damaged files.
/// @throws IoError, FormatError naming the place: links out of the file, filters that are not known, damaged
/// groups.
void walkCsd(const std::filesystem::path& path);

}
