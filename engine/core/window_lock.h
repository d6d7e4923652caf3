#pragma once

#include <filesystem>

namespace engine {

/// Whether a window holds a project: `PROJECT.lock` is there, as QLockFile writes it (a line each: process,
/// program, machine, …), and is not left over from a process of this machine that ended. A lock of another
/// machine, or one that cannot be read, counts as held.
bool isOpenInWindow(const std::filesystem::path& project);

}
