#pragma once

#include <SQLiteCpp/Database.h>
#include <chrono>
#include <cstdint>
#include <string>

namespace engine::project {

/// Takes from a connection what a stranger's file could misuse: defensive mode, no trusted schema, neither
/// triggers nor views, no huge values.
void guard(SQLite::Database& database);

/// The first thing in the file that no project has, in words (`the view tiers`): other tables and indices
/// than those of schema.h, views, triggers, virtual tables, computed columns. Empty when there is none.
/// @param version  of its tables; newer ones may have more tables and indices
std::string foreignObject(SQLite::Database& database, int version);

/// Whether a project's tables are all there, and are tables.
bool hasTables(SQLite::Database& database);

/// While it lives, statements end with SQLITE_INTERRUPT where they take more steps or time than a project of
/// this size ever needs.
class ReadingLimits {
public:
    /// @param bytes  of the file
    ReadingLimits(SQLite::Database& database, std::uintmax_t bytes);
    ~ReadingLimits();
    ReadingLimits(const ReadingLimits&) = delete;
    ReadingLimits& operator=(const ReadingLimits&) = delete;

private:
    static int isExceeded(void* limits);

    SQLite::Database& m_database;
    std::uintmax_t m_steps;
    std::chrono::steady_clock::time_point m_end;
};

}
