#pragma once

#include <SQLiteCpp/Database.h>
#include <chrono>
#include <cstdint>
#include <string>

namespace engine::project {

/// Switches off the features of a connection that a malicious file could misuse: it sets defensive mode, and
/// allows no trusted schema, no triggers or views, and no huge values.
void guard(SQLite::Database& database);

/// The first object in the file that no project has, in words (`the view tiers`): tables and indices other
/// than those of schema.h, views, triggers, virtual tables, computed columns. Empty when there is none.
/// @param version  of its tables; newer ones may have more tables and indices
std::string foreignObject(SQLite::Database& database, int version);

/// Whether all tables of a project exist and really are tables.
bool hasTables(SQLite::Database& database);

/// While it lives, a statement ends with SQLITE_INTERRUPT when it takes more steps or time than a project of
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
