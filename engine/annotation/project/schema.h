#pragma once

#include <SQLiteCpp/Database.h>
#include <string>

/// The tables of a project file (docs/formats.md), and the migration of older files to them.
namespace engine::project {

/// `PLGU`: the number by which `file` and SQLite recognise a project.
inline constexpr int kApplicationId = 0x504c4755;
inline constexpr int kSchemaVersion = 4;
inline constexpr int kHistoryVersion = 4; ///< the first with the tables of the history

/// Sets up a connection for writing: WAL, durable commits, foreign keys.
void prepareForWriting(SQLite::Database& database);

/// kSegmentColumns, with NULL in place of the columns that this file's version does not have.
std::string segmentColumns(SQLite::Database& database);

/// Makes the tables of a new file.
void createTables(SQLite::Database& database);

/// Brings an older file up to date, in one transaction. @param version  the version of the file, 1 …
/// kSchemaVersion
void migrate(SQLite::Database& database, int version);

}
