#include "engine/annotation/project/project_look.h"

#include "engine/annotation/project/guarded_database.h"
#include "engine/annotation/project/journaling.h"
#include "engine/annotation/project/reading.h"
#include "engine/annotation/project/recovery.h"
#include "engine/annotation/project/schema.h"
#include "engine/annotation/project/snapshots.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <thread>

namespace engine::project {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds kRemembered{
    1200}; ///< by FUSE, of names and sizes; NFS asks as a file is opened

bool isEmptyDatabase(SQLite::Database& database)
{
    return pragma(database, "application_id") == 0 && pragma(database, "user_version") == 0
        && pragma(database, "page_count") <= 1
        && database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
}

/// Looks at what SQLite takes for a database. @param bytes  of the file
void lookInto(SQLite::Database& probe, std::uintmax_t bytes, ProjectLook& look)
{
    guard(probe);
    const ReadingLimits limits(probe, bytes);
    look.version = pragma(probe, "user_version");
    const bool isNamed = pragma(probe, "application_id") == kApplicationId;
    look.foreign = foreignObject(probe, look.version);
    if (!look.foreign.empty()) { // checking the rest could do what the stranger wants
        look.isOther = !isNamed && !probe.tableExists("label_values");
        look.isDamaged = !look.isOther;
        return;
    }
    look.isDamaged = !isSound(probe);
    look.isOther = !isNamed && !look.isDamaged && !probe.tableExists("label_values");
    look.isDamaged = look.isDamaged || (!look.isOther && (!isNamed || look.version < 1));
}

bool isOfDamage(const SQLite::Exception& error)
{
    const int code = error.getErrorCode();
    return code == SQLITE_NOTADB || code == SQLITE_CORRUPT || code == SQLITE_ERROR || code == SQLITE_FORMAT;
}

}

int pragma(SQLite::Database& database, const char* name)
{
    return database.execAndGet(fmt::format("PRAGMA {}", name)).getInt();
}

bool isReadAsCopy(const fs::path& path)
{
    return journalingAt(path) == Journaling::WithoutLog || hasJournal(path);
}

bool isUnfinished(const fs::path& path)
{
    std::error_code failure;
    if (path.extension() != ".polylogue" || fs::exists(snapshotFolder(path), failure))
        return false;
    const std::uintmax_t size = fs::file_size(path, failure);
    if (failure)
        return false;
    if (size == 0) {
        const std::uintmax_t logged = fs::file_size(path.string() + "-wal", failure);
        return failure == std::errc::no_such_file_or_directory || (!failure && logged == 0);
    }
    const ProjectHead head = ProjectHead::read(path);
    if (!head.isDatabase || head.log.isDamaged)
        return false;
    try {
        if (isReadAsCopy(path)) {
            std::optional<SQLite::Database> copy = copied(ProjectBytes::readSteadily(path));
            return copy && isEmptyDatabase(*copy);
        }
        SQLite::Database probe(path.string(), SQLite::OPEN_READONLY, kPatienceMs);
        return isEmptyDatabase(probe);
    } catch (const SQLite::Exception&) {
        return false;
    }
}

ProjectLook lookAt(const fs::path& path)
{
    ProjectLook look;
    const ProjectHead head = ProjectHead::read(path);
    look.isLogIncomplete = head.log.isIncomplete;
    look.isDamaged = head.log.isDamaged || !head.isDatabase;
    if (look.isDamaged) // SQLite would throw away the log of an empty file
        return look;
    try {
        SQLite::Database probe(path.string(), SQLite::OPEN_READONLY, kPatienceMs);
        std::error_code unknown; // then it has no bytes that would allow more
        const std::uintmax_t bytes = fs::file_size(path, unknown);
        lookInto(probe, unknown ? 0 : bytes, look);
    } catch (const SQLite::Exception& error) {
        if (!isOfDamage(error))
            throw;
        look.isDamaged = true;
    }
    return look;
}

ProjectLook lookAtCopy(const fs::path& path, std::optional<SQLite::Database>& copy)
{
    ProjectLook look;
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (attempt > 0) // it may be what the network remembered of a moment ago
            std::this_thread::sleep_for(kRemembered);
        look = {};
        const ProjectBytes bytes = ProjectBytes::readSteadily(path);
        const WriteAheadLog log = readLog(bytes.log, bytes.pageSize());
        look.isLogIncomplete = log.isIncomplete;
        copy = copied(bytes);
        look.isDamaged = log.isDamaged || !copy;
        try {
            if (!look.isDamaged)
                lookInto(*copy, bytes.file.size() + bytes.log.size(), look);
        } catch (const SQLite::Exception& error) {
            if (!isOfDamage(error))
                throw;
            look.isDamaged = true;
        }
        if ((!look.isDamaged && !bytes.isJournalCut) || journalingAt(path) == Journaling::WithLog)
            break;
    }
    return look;
}

}
