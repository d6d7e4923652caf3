#pragma once

#include <chrono>
#include <filesystem>

namespace engine {

/// How long a file has been of no use, by the clock since the machine started, which nobody sets: the first
/// call notes the moment in an attribute of the file (`user.polylogue.unused`). Where the file system keeps
/// no attributes, or the note is of an earlier start of the machine or of another one, the time since the
/// file was written counts, by the clock of the wall.
/// @throws std::filesystem::filesystem_error where the file is gone.
std::chrono::seconds unusedFor(const std::filesystem::path& file);

/// Takes the note away: the file is of use again.
void noteUsed(const std::filesystem::path& file);

}
