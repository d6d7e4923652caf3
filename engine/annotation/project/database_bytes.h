#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace engine::project {

/// The bytes of a database, its log or its journal, to the end, whatever its size was said to be: over a
/// network that may be the one of a moment ago. Empty: the file cannot be opened.
///
/// The file is read by SQLite's own means: a process that closes any other descriptor of a database loses all
/// locks that it holds on it (POSIX), and another process would clear the log of an open project away
/// (sqlite.org/howtocorrupt.html, 2.2).
/// @param most  bytes. @throws IoError (`io`) for what cannot be read.
std::vector<unsigned char> bytesOfDatabase(const std::filesystem::path& path, std::uintmax_t most);

/// Has a file's size asked for anew. FUSE remembers it for a second by the file's name, and hands out nothing
/// behind it: a new journal seems as empty as the one before was when it was begun.
void askForSize(const std::filesystem::path& path);

}
