#include "engine/annotation/project/history_rows.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>

namespace engine::project {

namespace {

constexpr std::uint64_t kCountEvery = 64; // steps: counting bytes looks at every row
constexpr std::size_t kLargeStep = std::size_t{1} << 20;
constexpr std::int64_t kLastStep = std::int64_t{1} << 62; ///< numbers behind it are damage
constexpr std::int64_t kLastPosition = kLastStep / 2; ///< instead of a damaged one: steps may follow it

/// @return whether the bytes should be counted
bool put(SQLite::Database& database, std::uint64_t number, const HistoryStep& step)
{
    const std::span<const std::uint8_t> change = step.change.bytes();
    const std::span<const std::uint8_t> tiers = step.tiers.bytes();
    SQLite::Statement row(database, "INSERT INTO history(step, name, change, tiers) VALUES(?,?,?,?)");
    row.bind(1, static_cast<std::int64_t>(number));
    row.bind(2, step.name);
    row.bind(3, change.data(), static_cast<int>(change.size()));
    row.bind(4, tiers.data(), static_cast<int>(tiers.size()));
    row.exec();
    return number % kCountEvery == 0 || change.size() + tiers.size() > kLargeStep;
}

/// The oldest give way.
void limit(SQLite::Database& database, std::int64_t mostBytes)
{
    std::int64_t bytes = 0;
    SQLite::Statement rows(database,
                           "SELECT step, length(change) + length(tiers) FROM history ORDER BY step DESC");
    while (rows.executeStep()) {
        bytes += rows.getColumn(1).getInt64();
        if (bytes <= mostBytes)
            continue;
        SQLite::Statement old(database, "DELETE FROM history WHERE step <= ?");
        old.bind(1, rows.getColumn(0).getInt64());
        rows.reset();
        old.exec();
        return;
    }
}

void setPosition(SQLite::Database& database, std::uint64_t position, bool isCut)
{
    SQLite::Statement state(database,
                            "INSERT OR REPLACE INTO history_state(id, position, cut) VALUES(1, ?, ?)");
    state.bind(1, static_cast<std::int64_t>(position));
    state.bind(2, isCut ? 1 : 0);
    state.exec();
}

std::span<const std::uint8_t> blob(const SQLite::Column& column)
{
    return {static_cast<const std::uint8_t*>(column.getBlob()), static_cast<std::size_t>(column.getBytes())};
}

}

void writeHistory(SQLite::Database& database, const HistoryChange& change, std::int64_t mostBytes)
{
    SQLite::Statement old(database, "DELETE FROM history WHERE step >= ?");
    old.bind(1, static_cast<std::int64_t>(change.from));
    old.exec();
    bool isToCount = false;
    for (std::size_t i = 0; i < change.steps.size(); ++i)
        isToCount = put(database, change.from + i, change.steps[i]) || isToCount;
    if (isToCount)
        limit(database, mostBytes);
    setPosition(database, change.position, false);
}

History readHistory(SQLite::Database& database)
{
    History history;
    std::int64_t position = 0;
    SQLite::Statement state(database, "SELECT position, cut FROM history_state WHERE id = 1");
    if (state.executeStep()) {
        const std::int64_t stored = state.getColumn(0).getInt64();
        position = stored > kLastStep ? kLastPosition : std::max<std::int64_t>(stored, 0);
        history.isCut = state.getColumn(1).getInt() != 0;
    }
    std::int64_t next = 0;
    SQLite::Statement rows(
        database, "SELECT step, name, change, tiers FROM history WHERE step BETWEEN 0 AND ? ORDER BY step");
    rows.bind(1, kLastStep);
    while (rows.executeStep()) {
        const std::int64_t number = rows.getColumn(0).getInt64();
        if (number != next)
            history.steps.clear();
        next = number + 1;
        try {
            history.steps.push_back({rows.getColumn(1).getString(), PackedChange(blob(rows.getColumn(2))),
                                     PackedChange(blob(rows.getColumn(3)))});
        } catch (const SQLite::Exception&) {
            throw;
        } catch (const std::exception&) { // no changes
            history.steps.clear();
            history.isCut = true;
        }
        history.first = static_cast<std::uint64_t>(next) - history.steps.size();
    }
    if (history.steps.empty())
        history.first = static_cast<std::uint64_t>(std::max(position, next));
    const std::int64_t done = position - static_cast<std::int64_t>(history.first);
    history.position = static_cast<std::size_t>(
        std::clamp<std::int64_t>(done, 0, static_cast<std::int64_t>(history.steps.size())));
    return history;
}

void cutHistory(SQLite::Database& database)
{
    const bool hadSteps = database.exec("DELETE FROM history") > 0;
    setPosition(database, 0, hadSteps);
}

}
