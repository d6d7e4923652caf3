#pragma once

#include <cstddef>
#include <cstdio>

namespace engine {

// Files without a name, for what does not fit into memory, in the folder for passing files (TMPDIR). Nothing
// of them is left, however the process ends. Thread-safe.

/// @return nullptr where none can be made
std::FILE* openScratchFile();
/// Nothing happens to nullptr.
void closeScratchFile(std::FILE* file);

/// Makes that many at once, which are given before new ones are made, and again once they are closed: for a
/// process that may make no files later.
void reserveScratchFiles(std::size_t count);

}
