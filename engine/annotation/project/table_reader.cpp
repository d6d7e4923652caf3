#include "engine/annotation/project/table_reader.h"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <limits>
#include <sqlite3.h>

namespace engine::project {

namespace {

#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION // a fuzzer would spend its hours here
constexpr int kMostHoles = 200;
#else
constexpr int kMostHoles = 200'000; ///< numbers that are tried behind something unreadable; about a second
#endif
constexpr std::int64_t kLastRow = std::numeric_limits<std::int64_t>::max();

void takeRow(const Query& row, const TableReader::Take& take, Scan& scan)
{
    try {
        take(row);
    } catch (const std::exception& error) {
        ++scan.unreadable;
        scan.why = scan.unreadable == 1 ? error.what() : scan.why;
    }
}

}

TableReader::TableReader(SQLite::Database& database, std::string columns, std::string table, std::string key,
                         std::int64_t highest)
    : m_database(database)
    , m_columns(std::move(columns))
    , m_table(std::move(table))
    , m_key(std::move(key))
    , m_highest(highest)
{
}

Scan TableReader::read(const Take& take)
{
    Scan scan;
    std::int64_t next = std::numeric_limits<std::int64_t>::min();
    std::int64_t holeFrom = 0;
    bool inHole = false;
    for (int failures = 0; failures < kMostHoles && next <= m_highest; ++failures) {
        const std::int64_t before = next;
        const bool isDone = readFrom(next, take, scan);
        if (inHole && next != before) {
            scan.holes.emplace_back(holeFrom, before);
            inHole = false;
        }
        if (isDone) {
            if (inHole)
                scan.holes.emplace_back(holeFrom, kLastRow);
            return scan;
        }
        if (!inHole)
            holeFrom = next;
        inHole = true;
        next = next < 0 ? 0 : next + 1; // numbers are above 0
    }
    const std::int64_t reached = readBack(next, take, scan);
    scan.holes.emplace_back(holeFrom, reached);
    return scan;
}

bool TableReader::readFrom(std::int64_t& next, const Take& take, Scan& scan)
{
    try {
        if (!m_forwards)
            m_forwards.emplace(
                m_database,
                fmt::format("SELECT {0} FROM {1} WHERE {2} >= ? ORDER BY {2}", m_columns, m_table, m_key));
        m_forwards->restart(next);
        int result = m_forwards->step();
        for (; result == SQLITE_ROW; result = m_forwards->step()) {
            const std::int64_t key = m_forwards->key();
            if (key < next) // SQLite was led in a circle
                return false;
            next = key;
            takeRow(*m_forwards, take, scan);
        }
        if (result != SQLITE_INTERRUPT)
            return result == SQLITE_DONE;
    } catch (const SQLite::Exception& error) {
        scan.why = scan.why.empty() ? error.what() : scan.why;
        if (error.getErrorCode() != SQLITE_INTERRUPT)
            return false;
    }
    throw SQLite::Exception("the limits of reading are exceeded", SQLITE_INTERRUPT);
}

std::int64_t TableReader::readBack(std::int64_t from, const Take& take, Scan& scan)
{
    std::int64_t reached = kLastRow;
    try {
        Query rows(
            m_database,
            fmt::format("SELECT {0} FROM {1} WHERE {2} > ? ORDER BY {2} DESC", m_columns, m_table, m_key));
        rows.restart(from);
        while (rows.step() == SQLITE_ROW && rows.key() <= reached) {
            reached = rows.key();
            takeRow(rows, take, scan);
        }
    } catch (const SQLite::Exception& error) {
        scan.why = scan.why.empty() ? error.what() : scan.why;
    }
    return reached;
}

}
