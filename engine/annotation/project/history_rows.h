#pragma once

#include "engine/annotation/project/history.h"

#include <SQLiteCpp/Database.h>

namespace engine::project {

/// Most bytes of steps that a project keeps; the oldest give way. Ten thousand steps of the usual kind (a few
/// segments) are some 10 MiB.
inline constexpr std::int64_t kMostHistoryBytes = std::int64_t{64} << 20;

/// Writes what a history has become; to be called within a transaction.
void writeHistory(SQLite::Database& database, const HistoryChange& change,
                  std::int64_t mostBytes = kMostHistoryBytes);

/// Reads the steps; those that cannot be read, and all before them, are left out.
History readHistory(SQLite::Database& database);

/// Leaves the steps out of a copy, which says so when it is opened.
void cutHistory(SQLite::Database& database);

}
