#pragma once

#include "engine/annotation/project/write_ahead_log.h"

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <optional>

/// Reads project files without SQLite's own access to them: damaged files, files in a folder that may not be
/// written, and files that a program on another machine may be writing.
namespace engine::project {

/// The bytes of a project: of its file, with a transaction that was not finished taken back, and of the log
/// beside it.
struct ProjectBytes {
    std::vector<unsigned char> file;
    std::vector<unsigned char> log;
    bool isJournalCut = false; ///< the journal lacked pages, so that the file may be of two moments

    /// Nothing is written, locked or shared, so that it does not matter whether locks hold between the
    /// machines that see the file: it is read, then what is beside it, and all of it again when anything was
    /// written meanwhile. What a transaction changed until then is taken back by its journal, which is
    /// complete before the file is touched. When the writer never rests, the last that was read is returned.
    /// @throws IoError (`io`) when they cannot be read, or have more than 1 GiB.
    static ProjectBytes read(const std::filesystem::path& path);
    /// The same. @throws IoError (`io`) also when the writer never rests.
    static ProjectBytes readSteadily(const std::filesystem::path& path);

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

/// Whether a transaction began that changes the file, and is not finished: its writer is at it, or was
/// killed.
bool hasJournal(const std::filesystem::path& path);

/// What sound bytes hold, the log's whole transactions with it, as a database in memory that cannot be
/// written. Absent when these are no bytes of a database.
std::optional<SQLite::Database> copied(const ProjectBytes& bytes);

/// Whether SQLite finds nothing wrong, not even between tables and their indices. It takes 50 ms for 100 000
/// segments.
bool isSound(SQLite::Database& database);

/// The readable part of the bytes as a database in memory. It has the log's pages in their places, a mended
/// header and, where the list of tables is not readable, that of a new project. Absent when nothing can be
/// read.
std::optional<SQLite::Database> recovered(const ProjectBytes& bytes);

}
