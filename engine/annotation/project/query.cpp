#include "engine/annotation/project/query.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace engine::project {

void Query::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Query::Query(SQLite::Database& database, const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v2(database.getHandle(), sql.c_str(), static_cast<int>(sql.size()),
                                          &statement, nullptr);
    m_statement.reset(statement);
    if (result != SQLITE_OK)
        throw SQLite::Exception(database.getHandle(), result);
}

void Query::restart(std::int64_t first)
{
    sqlite3_reset(m_statement.get());
    sqlite3_bind_int64(m_statement.get(), 1, first);
}

int Query::step()
{
    return sqlite3_step(m_statement.get());
}

std::int64_t Query::key() const
{
    return sqlite3_column_int64(m_statement.get(), 0);
}

}
