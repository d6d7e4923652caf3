#pragma once

#include <SQLiteCpp/Database.h>
#include <string>

/// The tables of a project file (docs/formats.md), and how older files become what they are now.
namespace engine::project {

/// `PLGU`: what `file` and SQLite tell a project by.
inline constexpr int kApplicationId = 0x504c4755;
inline constexpr int kSchemaVersion = 2;

/// Settings of a connection that writes: WAL, durable commits, foreign keys.
void prepareForWriting(SQLite::Database& database);

/// kSegmentColumns as this file has them: NULL for those that its version does not have.
std::string segmentColumns(SQLite::Database& database);

/// Makes the tables of a new file.
void createTables(SQLite::Database& database);

/// Brings an older file up to date, in one transaction. @param version  that it has, 1 … kSchemaVersion
void migrate(SQLite::Database& database, int version);

}
