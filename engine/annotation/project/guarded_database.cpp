#include "engine/annotation/project/guarded_database.h"

#include "engine/annotation/project/schema.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <sqlite3.h>
#include <string_view>
#include <vector>

namespace engine::project {

namespace {

constexpr std::array<std::string_view, 6> kTables{
    "tiers", "segments", "label_values",
    "items", "history",  "history_state"}; ///< the last two since version 4
constexpr int kFirstTables = 4; ///< that a file of any version has
constexpr std::array<std::string_view, 2> kIndices{"segments_by_tier", "segments_by_parent"};
constexpr int kLongestValue = 256 << 20; ///< bytes; samples of a trace are the longest
constexpr int kStepsAtOnce = 10'000;
constexpr std::uintmax_t kFreeSteps = 100'000'000; ///< seconds, for a file of any size
constexpr std::uintmax_t kStepsPerByte = 20; ///< a row of 40 bytes takes some 100
constexpr std::chrono::seconds kFreeTime{30};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& names, const std::string& name)
{
    return std::ranges::find(names, name) != names.end();
}

bool hasComputedColumns(SQLite::Database& database, std::string_view table)
{
    SQLite::Statement columns(database, fmt::format("PRAGMA table_xinfo({})", table));
    while (columns.executeStep()) {
        if (columns.getColumn(6).getInt() != 0)
            return true;
    }
    return false;
}

}

void guard(SQLite::Database& database)
{
    sqlite3* handle = database.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestValue);
}

std::string foreignObject(SQLite::Database& database, int version)
{
    const bool isNewer = version > kSchemaVersion;
    SQLite::Statement objects(database, "SELECT type, name, rootpage FROM sqlite_master");
    while (objects.executeStep()) {
        const std::string type = objects.getColumn(0).getString();
        const std::string name = objects.getColumn(1).getString();
        const bool isStored = objects.getColumn(2).getInt64() > 0;
        const bool isOfSqlite = name.starts_with("sqlite_");
        if (type == "table" && !isStored)
            return "the virtual table " + name;
        const bool isKnown = (type == "table" && (isOneOf(kTables, name) || isOfSqlite || isNewer))
            || (type == "index" && (isOneOf(kIndices, name) || isOfSqlite || isNewer));
        if (!isKnown)
            return fmt::format("the {} {}", type, name);
    }
    for (const std::string_view table : kTables) {
        if (hasComputedColumns(database, table))
            return fmt::format("computed columns in the table {}", table);
    }
    return {};
}

bool hasTables(SQLite::Database& database)
{
    return database
               .execAndGet("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND rootpage > 0 AND "
                           "name IN ('tiers', 'segments', 'label_values', 'items')")
               .getInt()
        == kFirstTables;
}

ReadingLimits::ReadingLimits(SQLite::Database& database, std::uintmax_t bytes)
    : m_database(database)
    , m_steps((kFreeSteps + kStepsPerByte * bytes) / kStepsAtOnce)
    , m_end(std::chrono::steady_clock::now() + kFreeTime + std::chrono::seconds(bytes / 1'000'000))
{
    sqlite3_progress_handler(database.getHandle(), kStepsAtOnce, &isExceeded, this);
}

ReadingLimits::~ReadingLimits()
{
    sqlite3_progress_handler(m_database.getHandle(), 0, nullptr, nullptr);
}

int ReadingLimits::isExceeded(void* limits)
{
    auto& self = *static_cast<ReadingLimits*>(limits);
    self.m_steps -= self.m_steps > 0 ? 1 : 0;
    return self.m_steps == 0 || std::chrono::steady_clock::now() > self.m_end ? 1 : 0;
}

}
