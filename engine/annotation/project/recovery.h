#pragma once

#include "engine/annotation/project/write_ahead_log.h"

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <optional>

/// Reads project files that SQLite itself refuses: damaged files, and files in a folder that may not be
/// written.
namespace engine::project {

/// The bytes of a project: of its file and of the log beside it.
struct ProjectBytes {
    std::vector<unsigned char> file;
    std::vector<unsigned char> log;

    /// @throws IoError (`io`) when they cannot be read, or have more than 1 GiB.
    static ProjectBytes read(const std::filesystem::path& path);

    /// Whether this is, or was once, a project.
    bool looksLikeProject() const;
    /// Whether the file begins like a text file.
    bool isText() const;
    /// The page size in the file's header, or 4096.
    std::uint32_t pageSize() const;
};

/// The information in a file's beginning and its log, read without SQLite.
struct ProjectHead {
    bool isDatabase = false; ///< whether SQLite would take it for one
    WriteAheadLog log;

    /// The log is read twice when it looks damaged: another program may be writing it.
    static ProjectHead read(const std::filesystem::path& path);
};

/// Whether SQLite finds nothing wrong, not even between tables and their indices. It takes 50 ms for 100 000
/// segments.
bool isSound(SQLite::Database& database);

/// The readable part of the bytes as a database in memory. It has the log's pages in their places, a mended
/// header and, where the list of tables is not readable, that of a new project. Absent when nothing can be
/// read.
std::optional<SQLite::Database> recovered(const ProjectBytes& bytes);

}
