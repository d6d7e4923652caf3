#pragma once

#include <filesystem>

namespace engine {

/// How a project's edits come into its file.
enum class Journaling {
    /// SQLite's write-ahead log beside the file (`-wal`), whose index is memory that processes of one machine
    /// share.
    WithLog,
    /// The pages before an edit in a journal beside the file (`-journal`), and no shared memory: for folders
    /// that
    /// several machines see. Whoever only reads takes a copy (recovery.h).
    WithoutLog
};

/// What a person chose for all projects.
enum class JournalingChoice {
    ByFolder, ///< as the file system of the project's folder demands it
    AlwaysWithLog,
    NeverWithLog
};

/// Counts for the projects that this process opens from now on. It may be called on any thread. Without a
/// call the variable `POLYLOGUE_PROJECT_FOLDERS` counts: `local`, `network`, anything else is ByFolder.
void setJournalingChoice(JournalingChoice choice);

/// What SQLite keeps beside a project: with the suffix `-wal`, `-shm` or `-journal`.
std::filesystem::path besideProject(std::filesystem::path project, const char* suffix);
/// Removes all of that, of a project that is gone or gives way to another: it must not be taken for the
/// other's. What cannot be removed stays.
void removeBeside(const std::filesystem::path& project);

/// How a project in this place, which need not exist yet, is written.
Journaling journalingAt(const std::filesystem::path& project);

}
