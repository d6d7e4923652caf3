#include "engine/annotation/annotation.h"
#include "engine/core/error.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <cstring>
#include <random>
#include <sqlite3.h>

#include "tests/fuzz/fuzzed_file.h"
#include "tests/fuzz/made_seeds.h"
#include "tests/support/whole_project_file.h"

/// libFuzzer's own way to change bytes.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t mostBytes);

namespace {

/// A value that a reader may not expect, or the former one with changed bytes.
void bindChanged(sqlite3_stmt* update, const SQLite::Column& former, std::mt19937& random)
{
    constexpr std::int64_t kOdd[]{0, 1, -1, 2, 255, INT32_MAX, INT64_MIN, INT64_MAX};
    constexpr double kOddReals[]{0.0, -0.0, 1e308, -1e308, 1e-320, 0.5};
    switch (random() % 8) {
    case 0:
        sqlite3_bind_null(update, 1);
        return;
    case 1:
        sqlite3_bind_int64(update, 1, kOdd[random() % std::size(kOdd)]);
        return;
    case 2:
        sqlite3_bind_double(update, 1, kOddReals[random() % std::size(kOddReals)]);
        return;
    default:
        break;
    }
    std::string bytes = former.getString();
    const std::size_t size = bytes.size();
    bytes.resize(size + 64);
    bytes.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(bytes.data()), size, bytes.size()));
    if (former.isBlob())
        sqlite3_bind_blob64(update, 1, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
    else
        sqlite3_bind_text64(update, 1, bytes.data(), bytes.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

/// Gives one field of one row another value. @return the size of the file; 0 where that cannot be done
std::size_t withOtherField(std::uint8_t* bytes, std::size_t size, std::size_t mostBytes, std::mt19937& random)
{
    constexpr const char* kTables[]{"tiers", "segments", "label_values", "items", "history", "history_state"};
    const std::string table = kTables[random() % std::size(kTables)];
    const fuzz::FuzzedFile file(bytes, size, ".mutated");
    try {
        SQLite::Database database(file.path().string(), SQLite::OPEN_READWRITE);
        database.exec(
            "PRAGMA journal_mode = OFF; PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
        SQLite::Statement rows(database, "SELECT * FROM " + table + " ORDER BY random() LIMIT 1");
        if (!rows.executeStep())
            return 0;
        const int column = static_cast<int>(random() % static_cast<unsigned>(rows.getColumnCount()));
        const std::string name = rows.getColumnName(column);
        const SQLite::Column former = rows.getColumn(column);
        sqlite3_stmt* update = nullptr;
        const std::string sql = "UPDATE OR REPLACE " + table + " SET " + name + " = ?1";
        if (sqlite3_prepare_v2(database.getHandle(), sql.c_str(), -1, &update, nullptr) != SQLITE_OK)
            return 0;
        bindChanged(update, former, random);
        rows.reset();
        const int ended = sqlite3_step(update);
        sqlite3_finalize(update);
        if (ended != SQLITE_DONE)
            return 0;
    } catch (const std::exception&) { // no database any more
        return 0;
    }
    std::ifstream changed(file.path(), std::ios::binary);
    const std::string content((std::istreambuf_iterator<char>(changed)), {});
    if (content.empty() || content.size() > mostBytes)
        return 0;
    std::memcpy(bytes, content.data(), content.size());
    return content.size();
}

}

extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/)
{
    return fuzz::makeSeeds([](const std::filesystem::path& folder) {
        engine::test::writeWholeProject(folder / "whole.polylogue");
    });
}

/// Changes a field of a sound file three times out of four, so that what is behind SQLite is reached; else
/// bytes.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t mostBytes,
                                               unsigned seed)
{
    std::mt19937 random(seed);
    if (random() % 4 != 0) {
        if (const std::size_t changed = withOtherField(bytes, size, mostBytes, random))
            return changed;
    }
    return LLVMFuzzerMutate(bytes, size, mostBytes);
}

/// A project that a stranger sent: read, then opened as one's own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const fuzz::FuzzedFile file(bytes, size, ".polylogue");
    std::vector<std::string> problems;
    for (const auto access :
         {engine::ProjectFile::Access::ReadOnly, engine::ProjectFile::Access::ReadWrite}) {
        try {
            auto project = engine::ProjectFile::open(file.path(), access);
            project.load(problems);
            for (const engine::HistoryStep& step : project.history().steps) {
                step.change.change();
                step.tiers.change();
            }
        } catch (const engine::Error&) { // is refused
        }
    }
    return 0;
}
