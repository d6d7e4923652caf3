#pragma once

#include "engine/annotation/project/journaling.h"

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <string>

/// The tables of a project file (docs/formats.md), and the migration of older files to them.
namespace engine::project {

/// `PLGU`: the number by which `file` and SQLite recognise a project.
inline constexpr int kApplicationId = 0x504c4755;
inline constexpr int kSchemaVersion = 5;
inline constexpr int kHistoryVersion = 4; ///< the first with the tables of the history

/// Sets up a connection for writing: the journal, durable commits, foreign keys. A transaction that was not
/// finished is taken back, and a file that was written in the other way is converted.
/// @throws SQLite::Exception, also when another program has the file open and it would have to be converted.
void prepareForWriting(SQLite::Database& database, Journaling journaling);

/// Takes what a write-ahead log holds into the file, as far as nobody reads that. The rest stays in the log.
void takeLogIn(SQLite::Database& database) noexcept;

/// @throws IoError (`io`) where the file at the database's path is another one now, or none: a folder that
/// was moved or removed, a share that went. SQLite goes on writing the file that nobody finds any more.
void stopWhenMoved(SQLite::Database& database, const std::filesystem::path& path);

/// kSegmentColumns, with NULL in place of the columns that this file's version does not have.
std::string segmentColumns(SQLite::Database& database);
/// kTierColumns, with NULL in place of the columns that this version of the file does not have.
std::string tierColumns(SQLite::Database& database);

/// Makes the tables of a new file.
void createTables(SQLite::Database& database);

/// Brings an older file up to date, in one transaction. @param version  the version of the file, 1 …
/// kSchemaVersion
void migrate(SQLite::Database& database, int version);

}
