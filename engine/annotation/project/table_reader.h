#pragma once

#include "engine/annotation/project/query.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace engine::project {

/// The outcome of reading one table.
struct Scan {
    std::size_t unreadable = 0; ///< rows that were found but made no sense
    std::string why; ///< of the first such row
    /// First and last keys of ranges that may be missing.
    std::vector<std::pair<std::int64_t, std::int64_t>> holes;
};

/// Reads a table by its key, which is the first column. When a page cannot be read, reading goes on behind
/// it, or from the other end when that does not help.
class TableReader {
public:
    using Take = std::function<void(const Query&)>;

    /// @param highest  the highest key that the table ever had
    TableReader(SQLite::Database& database, std::string columns, std::string table, std::string key,
                std::int64_t highest);

    /// @param take  may throw std::exception for a row that makes no sense
    /// @throws SQLite::Exception (SQLITE_INTERRUPT) beyond ReadingLimits
    Scan read(const Take& take);

private:
    /// Reads on from the key `next`, and moves `next` behind the rows that were read. @return whether the end
    /// was reached
    bool readFrom(std::int64_t& next, const Take& take, Scan& scan);
    /// @return the lowest key that was reached
    std::int64_t readBack(std::int64_t from, const Take& take, Scan& scan);

    SQLite::Database& m_database;
    std::string m_columns;
    std::string m_table;
    std::string m_key;
    std::int64_t m_highest;
    std::optional<Query> m_forwards;
};

}
