#include "engine/annotation/project/project_file.h"

#include "engine/annotation/difference.h"
#include "engine/annotation/project/guarded_database.h"
#include "engine/annotation/project/history_rows.h"
#include "engine/annotation/project/journaling.h"
#include "engine/annotation/project/project_look.h"
#include "engine/annotation/project/reading.h"
#include "engine/annotation/project/recovery.h"
#include "engine/annotation/project/rows.h"
#include "engine/annotation/project/schema.h"
#include "engine/annotation/project/snapshots.h"
#include "engine/core/pending_file.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace engine {

namespace {

namespace fs = std::filesystem;
using namespace project;

std::string reason(const SQLite::Exception& error)
{
    return project::reason(error.getErrorCode(), error.getErrorStr());
}

constexpr const char* kDamaged = "the file is damaged";

std::string placeholders(int count)
{
    return fmt::format("{}", fmt::join(std::vector<std::string>(static_cast<std::size_t>(count), "?"), ","));
}

/// Removes the empty log that reading a file put beside it: SQLite does that where the last connection may
/// write, and nobody else has the file open.
struct LogRemoval {
    fs::path path; ///< empty: nothing to do

    LogRemoval() = default;
    LogRemoval(const LogRemoval&) = delete;
    LogRemoval& operator=(const LogRemoval&) = delete;
    ~LogRemoval()
    {
        std::error_code failure;
        if (path.empty() || fs::file_size(path.string() + "-wal", failure) != 0 || failure)
            return;
        try {
            SQLite::Database last(path.string(), SQLite::OPEN_READWRITE);
            pragma(last, "schema_version");
        } catch (const SQLite::Exception&) { // then it stays, and takes no room
        }
    }
};

}

struct ProjectFile::State {
    fs::path path;
    std::string whyReadOnly;
    bool isNewer = false;
    bool isDamaged = false;
    bool isCopy = false;
    std::function<bool()> isOurs; ///< empty: not asked
    std::vector<std::string> problems; ///< that were seen before anything was read
    std::optional<int> version; ///< of its contents, as SQLite counts what other connections write; unknown
                                ///< after an error
    LogRemoval logRemoval; ///< when the database is closed
    SQLite::Database database;

    State(fs::path file, std::string readOnly, SQLite::Database from)
        : path(std::move(file))
        , whyReadOnly(std::move(readOnly))
        , database(std::move(from))
    {
        guard(database);
    }

    /// A prepared statement, kept for the next time.
    SQLite::Statement& statement(const std::string& sql)
    {
        auto found = statements.find(sql);
        if (found == statements.end())
            found = statements.emplace(sql, std::make_unique<SQLite::Statement>(database, sql)).first;
        found->second->reset();
        found->second->clearBindings();
        return *found->second;
    }

    void write(const Replaced<Tier>& replaced);
    void write(const Replaced<Segment>& replaced);
    void write(const Replaced<Item>& replaced);

    std::map<std::string, std::unique_ptr<SQLite::Statement>> statements;
};

ProjectFile::ProjectFile(std::unique_ptr<State> state) : m_state(std::move(state)) { }
ProjectFile::ProjectFile(ProjectFile&&) noexcept = default;
ProjectFile& ProjectFile::operator=(ProjectFile&&) noexcept = default;
ProjectFile::~ProjectFile() = default;

ProjectFile ProjectFile::create(const fs::path& path)
{
    std::error_code ignored;
    if (fs::exists(path, ignored) && !isUnfinished(path))
        throw IoError("io", path.string(), "is there already");
    try {
        PendingFile pending(path);
        {
            SQLite::Database fresh(pending.temporary().string(),
                                   SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            fresh.exec("PRAGMA journal_mode = MEMORY"); // there is nothing to go back to
            createTables(fresh);
            prepareForWriting(fresh, journalingAt(path));
        }
        removeBeside(path); // of one that was not finished
        pending.commit();
        auto state = std::make_unique<State>(
            path, "", SQLite::Database(path.string(), SQLite::OPEN_READWRITE, kPatienceMs));
        prepareForWriting(state->database, journalingAt(path));
        return ProjectFile(std::move(state));
    } catch (const SQLite::Exception& error) {
        throw IoError("io", path.string(), "cannot be made: " + reason(error));
    }
}

ProjectFile ProjectFile::openRecovered(const fs::path& path, const std::string& why, bool isDamaged)
{
    const ProjectBytes bytes = ProjectBytes::read(path);
    auto database = recovered(bytes);
    if (!bytes.looksLikeProject() && (path.extension() != ".polylogue" || database))
        throw FormatError("not_a_project", path.string(), "is no project of Polylogue");
    if (!database && bytes.isText())
        throw FormatError("not_a_project", path.string(), "is no project of Polylogue, but text");
    if (!database)
        throw FormatError("damaged", path.string(), "is damaged, and nothing in it can be read");
    auto state = std::make_unique<State>(path, why, std::move(*database));
    state->isDamaged = isDamaged;
    if (isDamaged && readLog(bytes.log, bytes.pageSize()).isDamaged)
        state->problems.emplace_back(
            "The log of the latest edits, beside the project, is damaged; some of them may be lost.");
    return ProjectFile(std::move(state));
}

ProjectFile ProjectFile::open(const fs::path& path, Access access)
{
    std::error_code failure;
    if (!fs::exists(path, failure))
        throw IoError("file_not_found", path.string(), "there is no such project");
    if (access == Access::ReadWrite && isUnfinished(path)) {
        ProjectFile made = create(path);
        made.m_state->problems.emplace_back(
            "The project was empty, as one is whose creation was interrupted; it was begun anew.");
        return made;
    }
    const bool hadLog = fs::exists(path.string() + "-wal", failure);
    const bool isCopied = isReadAsCopy(path);
    try {
        std::optional<SQLite::Database> copy;
        const ProjectLook look = isCopied ? lookAtCopy(path, copy) : lookAt(path);
        if (look.isDamaged && look.foreign.empty())
            return openRecovered(path, kDamaged, true);
        if (look.isDamaged) {
            const std::string holds
                = fmt::format("it holds {}, which no project of Polylogue has", look.foreign);
            ProjectFile project = openRecovered(path, holds, true);
            project.m_state->problems.push_back(fmt::format("Not all is as it should be: {}.", holds));
            return project;
        }
        if (look.isOther)
            throw FormatError("not_a_project", path.string(), "is no project of Polylogue");
        std::string why = access == Access::ReadOnly ? "it was opened to be read" : "";
        if (look.version > kSchemaVersion)
            why = fmt::format(
                "it was written by a newer Polylogue (its tables have version {}, this one knows {})",
                look.version, kSchemaVersion);
        // One thread at a time, so SQLite need not lock at each value: a tenth of the time of opening.
        const int flags
            = (why.empty() ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY) | SQLite::OPEN_NOMUTEX;
        const bool isCopy = isCopied && !why.empty();
        auto state = std::make_unique<State>(
            path, why, isCopy ? std::move(*copy) : SQLite::Database(path.string(), flags, kPatienceMs));
        state->isCopy = isCopy;
        state->isNewer = look.version > kSchemaVersion;
        if (look.isLogIncomplete)
            state->problems.emplace_back(
                "The latest edit was being written when the machine stopped, and is not here.");
        if (!why.empty() && !hadLog && !isCopy)
            state->logRemoval.path = path;
        if (why.empty()) {
            prepareForWriting(state->database, journalingAt(path));
            migrate(state->database, look.version);
            state->version = pragma(state->database, "data_version");
        }
        return ProjectFile(std::move(state));
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_READONLY || error.getErrorCode() == SQLITE_CANTOPEN)
            return openRecovered(path, reason(error), false);
        throw IoError("io", path.string(), reason(error));
    }
}

const fs::path& ProjectFile::path() const
{
    return m_state->path;
}

bool ProjectFile::isReadOnly() const
{
    return !m_state->whyReadOnly.empty();
}

const std::string& ProjectFile::whyReadOnly() const
{
    return m_state->whyReadOnly;
}

bool ProjectFile::isNewer() const
{
    return m_state->isNewer;
}

bool ProjectFile::isDamaged() const
{
    return m_state->isDamaged;
}

bool ProjectFile::isCopy() const
{
    return m_state->isCopy;
}

void ProjectFile::writeOnlyWhile(std::function<bool()> isOurs)
{
    m_state->isOurs = std::move(isOurs);
}

Annotation ProjectFile::load(std::vector<std::string>& problems)
{
    problems.insert(problems.end(), m_state->problems.begin(), m_state->problems.end());
    try {
        std::error_code unknown;
        const std::uintmax_t bytes = fs::file_size(path(), unknown);
        const ReadingLimits limits(m_state->database, unknown ? 0 : bytes);
        if (m_state->isDamaged)
            return readProject(m_state->database, true, problems);
        SQLite::Transaction oneState(m_state->database); // of all tables, while others write
        m_state->version = pragma(m_state->database, "data_version");
        const std::size_t before = problems.size();
        Annotation annotation = readProject(m_state->database, false, problems);
        if (problems.size() > before) { // nothing wrong for SQLite, but for us
            m_state->isDamaged = true;
            m_state->whyReadOnly = kDamaged;
        }
        return annotation;
    } catch (const SQLite::Exception& error) {
        throw IoError("io", path().string(), "cannot be read: " + reason(error));
    }
}

void ProjectFile::State::write(const Replaced<Tier>& replaced)
{
    if (replaced.after) {
        SQLite::Statement& put = statement(fmt::format(
            "INSERT INTO tiers({0}) VALUES({1}) ON CONFLICT(id) DO UPDATE SET video=excluded.video, "
            "name=excluded.name, kind=excluded.kind, parent=excluded.parent, "
            "dependence=excluded.dependence, overlapping=excluded.overlapping, rate=excluded.rate, "
            "labels=excluded.labels, source=excluded.source, annotator=excluded.annotator, "
            "position=excluded.position, colour=excluded.colour, height=excluded.height, "
            "visible=excluded.visible, locked=excluded.locked, participant=excluded.participant",
            kTierColumns, placeholders(17)));
        bind(put, *replaced.after);
        put.exec();
        return;
    }
    SQLite::Statement& remove = statement("DELETE FROM tiers WHERE id = ?");
    remove.bind(1, replaced.before->id);
    remove.exec();
}

void ProjectFile::State::write(const Replaced<Segment>& replaced)
{
    const SegmentId id = replaced.after ? replaced.after->id : replaced.before->id;
    if (!replaced.after) {
        SQLite::Statement& remove = statement("DELETE FROM segments WHERE id = ?");
        remove.bind(1, id);
        remove.exec();
        return;
    }
    SQLite::Statement& put = statement(
        fmt::format("INSERT INTO segments({0}) VALUES({1}) ON CONFLICT(id) DO UPDATE SET tier=excluded.tier, "
                    "parent=excluded.parent, position=excluded.position, start_ticks=excluded.start_ticks, "
                    "end_ticks=excluded.end_ticks, start_recorded=excluded.start_recorded, "
                    "end_recorded=excluded.end_recorded, text=excluded.text, confidence=excluded.confidence, "
                    "comment=excluded.comment, flagged=excluded.flagged, samples=excluded.samples, "
                    "source_row=excluded.source_row, timing=excluded.timing",
                    kSegmentColumns, placeholders(15)));
    bind(put, *replaced.after);
    put.exec();
    if (replaced.before && replaced.before->values == replaced.after->values)
        return;
    SQLite::Statement& clear = statement("DELETE FROM label_values WHERE segment = ?");
    clear.bind(1, id);
    clear.exec();
    for (const auto& [label, value] : replaced.after->values) {
        SQLite::Statement& add
            = statement("INSERT INTO label_values(segment, label, number, term, annotator, given_ms, "
                        "pass, visible) VALUES(?,?,?,?,?,?,?,?)");
        add.bind(1, id);
        add.bind(2, label);
        if (const auto* number = std::get_if<double>(&value.value))
            add.bind(3, *number);
        else
            add.bind(4, std::get<std::string>(value.value));
        add.bind(5, value.by.annotator);
        add.bind(6, value.by.when);
        add.bind(7, value.by.pass);
        add.bind(8, value.by.visible);
        add.exec();
    }
}

void ProjectFile::State::write(const Replaced<Item>& replaced)
{
    const Item& item = replaced.after ? *replaced.after : *replaced.before;
    SQLite::Statement& put
        = statement(replaced.after ? "INSERT OR REPLACE INTO items(kind, name, json) VALUES(?,?,?)"
                                   : "DELETE FROM items WHERE kind = ? AND name = ?");
    put.bind(1, item.kind);
    put.bind(2, item.name);
    if (replaced.after)
        put.bind(3, item.json);
    put.exec();
}

History ProjectFile::history()
{
    if (isReadOnly())
        return {};
    try {
        return readHistory(m_state->database);
    } catch (const SQLite::Exception& error) {
        throw IoError("io", path().string(), "cannot be read: " + reason(error));
    }
}

void ProjectFile::write(const Change& change, const std::optional<HistoryChange>& history)
{
    if (isReadOnly())
        throw IoError("io", path().string(), "is open to be read: " + whyReadOnly());
    const auto stopWhenTakenOver = [this] {
        if (m_state->isOurs && !m_state->isOurs())
            throw IoError("taken_over", path().string(), "another machine has taken it over");
    };
    stopWhenTakenOver();
    try {
        SQLite::Transaction transaction(m_state->database, SQLite::TransactionBehavior::IMMEDIATE);
        const int version = pragma(m_state->database, "data_version");
        if (m_state->version.value_or(version) != version)
            throw IoError("changed_elsewhere", path().string(),
                          "another program has changed it since it was opened here");
        m_state->version = version;
        for (const auto& replaced : change.tiers)
            m_state->write(replaced);
        for (const auto& replaced : change.segments)
            m_state->write(replaced);
        for (const auto& replaced : change.items)
            m_state->write(replaced);
        if (history)
            writeHistory(m_state->database, *history);
        stopWhenTakenOver(); // while the lock was waited for
        project::stopWhenMoved(m_state->database, path());
        transaction.commit();
        m_state->database.exec("PRAGMA shrink_memory"); // pages of a day's history would stay
    } catch (const SQLite::Exception& error) {
        const int code = error.getErrorCode() & 0xff;
        if (code != SQLITE_BUSY && code != SQLITE_LOCKED) // then another one may be writing right now
            m_state->version.reset();
        stopWhenTakenOver(); // who took it over took its journal away
        throw IoError("io", path().string(), "cannot be written: " + reason(error));
    }
}

void ProjectFile::takeLogIn() noexcept
{
    if (m_state && !m_state->isDamaged) // else it was closed
        project::takeLogIn(m_state->database);
}

void ProjectFile::copyTo(const fs::path& path)
{
    if (m_state->isDamaged) { // what can be read of it, in a sound file
        std::vector<std::string> problems;
        ProjectFile::create(path).write(difference(Annotation(), load(problems)));
    }
    try {
        SQLite::Database target(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        if (!m_state->isDamaged)
            SQLite::Backup(target, m_state->database).executeStep();
        if (const int version = pragma(target, "user_version");
            version >= kHistoryVersion && version <= kSchemaVersion) {
            cutHistory(target);
            target.exec("VACUUM");
        }
        target.exec("PRAGMA journal_mode = DELETE"); // reading it puts no log beside it
    } catch (const SQLite::Exception& error) {
        throw IoError("io", path.string(), "cannot be written: " + reason(error));
    }
}

}
