#include "engine/annotation/project/schema.h"

#include "engine/annotation/project/rows.h"
#include "engine/core/error.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <array>
#include <fmt/format.h>
#include <sqlite3.h>

namespace engine::project {

namespace {

constexpr const char* kCreateTables = R"(
CREATE TABLE tiers(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    video TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent INTEGER REFERENCES tiers(id) DEFERRABLE INITIALLY DEFERRED,
    dependence TEXT NOT NULL,
    overlapping INTEGER NOT NULL,
    rate REAL NOT NULL,
    labels TEXT NOT NULL,
    source TEXT NOT NULL,
    annotator TEXT NOT NULL,
    position INTEGER NOT NULL,
    colour TEXT NOT NULL,
    height INTEGER NOT NULL,
    visible INTEGER NOT NULL,
    locked INTEGER NOT NULL,
    participant TEXT NOT NULL DEFAULT '');
CREATE TABLE segments(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tier INTEGER NOT NULL REFERENCES tiers(id) DEFERRABLE INITIALLY DEFERRED,
    parent INTEGER REFERENCES segments(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    start_ticks INTEGER NOT NULL,
    end_ticks INTEGER NOT NULL,
    start_recorded REAL,
    end_recorded REAL,
    text TEXT NOT NULL,
    confidence REAL,
    comment TEXT NOT NULL,
    flagged INTEGER NOT NULL,
    samples BLOB,
    source_row INTEGER,
    timing INTEGER);
CREATE INDEX segments_by_tier ON segments(tier);
CREATE INDEX segments_by_parent ON segments(parent) WHERE parent IS NOT NULL;
CREATE TABLE label_values(
    segment INTEGER NOT NULL REFERENCES segments(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    label TEXT NOT NULL,
    number REAL,
    term TEXT,
    annotator TEXT NOT NULL,
    given_ms INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    visible TEXT NOT NULL,
    PRIMARY KEY(segment, label),
    CHECK((number IS NULL) <> (term IS NULL))) WITHOUT ROWID;
CREATE TABLE items(
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY(kind, name)) WITHOUT ROWID;
)";

/// The steps that can be undone and done again, and how many of them are done.
constexpr const char* kCreateHistory = R"(
CREATE TABLE history(
    step INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    change BLOB NOT NULL,
    tiers BLOB NOT NULL);
CREATE TABLE history_state(
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    cut INTEGER NOT NULL);
)";

/// Step i brings version i + 1 to version i + 2.
constexpr std::array<const char*, kSchemaVersion - 1> kMigrations{
    "ALTER TABLE segments ADD COLUMN source_row INTEGER", "ALTER TABLE segments ADD COLUMN timing INTEGER",
    kCreateHistory, "ALTER TABLE tiers ADD COLUMN participant TEXT NOT NULL DEFAULT ''"};

/// A column that tables have since a version of the schema.
struct LaterColumn {
    const char* name;
    int since;
};

/// The columns, with NULL in place of those that the tables of this file's version lack. A column that the
/// version should have and the table has not stays: reading it fails, and the damage is told.
std::string columnsThere(SQLite::Database& database, const std::string& table, std::string columns,
                         std::initializer_list<LaterColumn> later)
{
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    for (const LaterColumn& column : later) {
        if (version >= column.since)
            continue;
        const std::string name = column.name;
        try {
            SQLite::Statement(database, fmt::format("SELECT {} FROM {}", name, table));
        } catch (const SQLite::Exception&) {
            columns.replace(columns.rfind(name), name.size(), "NULL");
        }
    }
    return columns;
}

}

std::string segmentColumns(SQLite::Database& database)
{
    return columnsThere(database, "segments", kSegmentColumns, {{"source_row", 2}, {"timing", 3}});
}

std::string tierColumns(SQLite::Database& database)
{
    return columnsThere(database, "tiers", kTierColumns, {{"participant", 5}});
}

void prepareForWriting(SQLite::Database& database, Journaling journaling)
{
    if (journaling == Journaling::WithoutLog)
        database.exec("PRAGMA locking_mode = EXCLUSIVE"); // a log that is there is read without shared memory
    database.execAndGet("PRAGMA schema_version"); // takes back what was not finished
    if (journaling == Journaling::WithLog) {
        // A copy, in one file: it becomes one with a log by a few bytes of its first page, which need no
        // journal. One that a kill leaves there could only be read after it was rolled back.
        if (database.execAndGet("PRAGMA journal_mode").getString() == "delete")
            database.exec("PRAGMA journal_mode = MEMORY");
        database.exec("PRAGMA journal_mode = WAL");
        database.exec("PRAGMA synchronous = FULL");
    } else {
        if (database.execAndGet("PRAGMA journal_mode = DELETE").getString() != "delete")
            throw SQLite::Exception("the log beside it cannot be put away", SQLITE_BUSY);
        database.exec("PRAGMA locking_mode = NORMAL"); // after EXCLUSIVE, which only the log needed
        database.execAndGet("PRAGMA schema_version"); // lets go of the lock
        database.exec("PRAGMA mmap_size = 0");
        database.exec("PRAGMA synchronous = EXTRA"); // it counts once the folder no longer names the journal
    }
    database.exec("PRAGMA foreign_keys = ON");
}

void takeLogIn(SQLite::Database& database) noexcept
{
    try {
        database.exec("PRAGMA wal_checkpoint(PASSIVE)");
    } catch (const std::exception&) { // NOLINT(bugprone-empty-catch): it is tried after the next change
    }
}

void stopWhenMoved(SQLite::Database& database, const std::filesystem::path& path)
{
    int hasMoved = 0;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved);
    if (hasMoved != 0)
        throw IoError(
            "io", path.string(),
            "is not there any more (moved, removed or replaced); the edits are kept here, and written "
            "as soon as the file is back");
}

void createTables(SQLite::Database& database)
{
    SQLite::Transaction transaction(database);
    database.exec(kCreateTables);
    database.exec(kCreateHistory);
    database.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
    database.exec(fmt::format("PRAGMA user_version = {}", kSchemaVersion));
    transaction.commit();
}

void migrate(SQLite::Database& database, int version)
{
    if (version >= kSchemaVersion)
        return;
    SQLite::Transaction transaction(database);
    for (std::size_t step = static_cast<std::size_t>(version) - 1; step < kMigrations.size(); ++step)
        database.exec(kMigrations[step]);
    database.exec(fmt::format("PRAGMA user_version = {}", kSchemaVersion));
    transaction.commit();
}

}
