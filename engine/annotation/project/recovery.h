#pragma once

#include "engine/annotation/project/write_ahead_log.h"

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <optional>

/// Reading a project file that SQLite would rather not: damaged, or in a folder that may not be written.
namespace engine::project {

/// A project's bytes, of the file and of the log beside it.
struct ProjectBytes {
    std::vector<unsigned char> file;
    std::vector<unsigned char> log;

    /// @throws IoError (`io`) when they cannot be read, or have more than 1 GiB.
    static ProjectBytes read(const std::filesystem::path& path);

    /// Whether this is, or was once, a project.
    bool looksLikeProject() const;
    /// Whether the file begins as text does.
    bool isText() const;
    /// What its beginning says, or 4096.
    std::uint32_t pageSize() const;
};

/// What a file's beginning and its log tell without SQLite.
struct ProjectHead {
    bool isDatabase = false; ///< whether SQLite would take it for one
    WriteAheadLog log;

    /// The log is read twice when it looks damaged: another program may be writing it.
    static ProjectHead read(const std::filesystem::path& path);
};

/// Whether SQLite finds nothing wrong, not even between tables and their indices. 100 000 segments: 50 ms.
bool isSound(SQLite::Database& database);

/// What can be had of the bytes, as a database in memory: with the log's pages in their places, a mended
/// header, and, where the list of tables is not readable, that of a new project. Absent: nothing.
std::optional<SQLite::Database> recovered(const ProjectBytes& bytes);

}
