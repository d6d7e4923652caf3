#pragma once

#include "engine/core/run_context.h"

#include <filesystem>

namespace engine {

/// Where the arrays of a pickle are put: `NAME.npz` beside it, or in the cache where that folder cannot be
/// written; with a number where there is another file. It waits for the disk.
std::filesystem::path arraysOf(const std::filesystem::path& pickle);

/// Takes the arrays out of a pickle. `unpickle.py` does so in a child process, which makes numbers, texts and
/// plain containers and nothing else, has limits on memory and time, and no network where the system lets a
/// user take it away. The target is there as a whole or not at all.
/// @param script  Installation::unpickle()
/// @throws FormatError (`bad_pickle`) with what the script says; IoError (`io`) where no Python with NumPy
/// can be run, or the target is there; Cancelled.
void unpickle(const std::filesystem::path& pickle, const std::filesystem::path& target,
              const std::filesystem::path& script, const RunContext& run = {});

}
