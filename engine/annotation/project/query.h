#pragma once

#include <SQLiteCpp/Database.h>
#include <cstdint>
#include <memory>
#include <string>

struct sqlite3_stmt;

namespace engine::project {

/// A query, read row by row. SQLite itself gives a row's values (rows.h): SQLite::Column counts the owners of
/// the statement at each, and a project of 25 000 videos has six million.
class Query {
public:
    /// @throws SQLite::Exception
    Query(SQLite::Database& database, const std::string& sql);

    /// Begins again. @param first  the value of the query's only parameter
    void restart(std::int64_t first);
    /// Goes to the next row. @return SQLITE_ROW, SQLITE_DONE or an error
    int step();
    sqlite3_stmt* row() const { return m_statement.get(); }
    /// The value of the first column.
    std::int64_t key() const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

}
