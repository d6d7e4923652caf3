#include "engine/annotation/project/project_file.h"

#include "engine/annotation/constraints.h"
#include "engine/annotation/project/rows.h"
#include "engine/annotation/project/schema.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace engine {

namespace {

namespace fs = std::filesystem;
using namespace project;

/// SQLite's error in words that say what to do.
std::string reason(const SQLite::Exception& error)
{
    switch (error.getErrorCode()) {
    case SQLITE_FULL:
        return "the disk is full";
    case SQLITE_READONLY:
        return "the file or its folder may not be written";
    case SQLITE_IOERR:
        return "the disk reports an error";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another program is writing it";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return "the file is damaged";
    case SQLITE_CANTOPEN:
        return "it cannot be opened (is the folder there, and writable?)";
    default:
        return error.getErrorStr();
    }
}

int pragma(SQLite::Database& database, const char* name)
{
    return database.execAndGet(fmt::format("PRAGMA {}", name)).getInt();
}

std::string placeholders(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += i == 0 ? "?" : ",?";
    return text;
}

}

struct ProjectFile::State {
    fs::path path;
    std::string whyReadOnly;
    int version = kSchemaVersion; ///< of its tables
    SQLite::Database database;

    State(fs::path file, std::string readOnly, int flags, int tables = kSchemaVersion)
        : path(std::move(file))
        , whyReadOnly(std::move(readOnly))
        , version(tables)
        , database(path.string(), flags)
    {
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
    if (fs::exists(path))
        throw IoError("io", path.string(), "is there already");
    try {
        auto state = std::make_unique<State>(path, "", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        prepareForWriting(state->database);
        createTables(state->database);
        return ProjectFile(std::move(state));
    } catch (const SQLite::Exception& error) {
        std::error_code ignored;
        fs::remove(path, ignored);
        throw IoError("io", path.string(), "cannot be made: " + reason(error));
    }
}

ProjectFile ProjectFile::open(const fs::path& path, Access access)
{
    if (!fs::exists(path))
        throw IoError("file_not_found", path.string(), "there is no such project");
    std::string why = access == Access::ReadOnly ? "it was opened to be read" : "";
    int version = 0;
    try {
        {
            SQLite::Database probe(path.string(), SQLite::OPEN_READONLY);
            if (pragma(probe, "application_id") != kApplicationId)
                throw FormatError("not_a_project", path.string(), "is no project of Polylogue");
            version = pragma(probe, "user_version");
        }
        if (version > kSchemaVersion)
            why = fmt::format(
                "it was written by a newer Polylogue (its tables have version {}, this one knows {})",
                version, kSchemaVersion);
        if (!why.empty())
            return ProjectFile(std::make_unique<State>(path, why, SQLite::OPEN_READONLY, version));
        auto state = std::make_unique<State>(path, "", SQLite::OPEN_READWRITE);
        prepareForWriting(state->database);
        migrate(state->database, version);
        return ProjectFile(std::move(state));
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_NOTADB)
            throw FormatError("not_a_project", path.string(), "is no project of Polylogue");
        if (error.getErrorCode() == SQLITE_CORRUPT)
            throw FormatError("damaged", path.string(), "is damaged");
        if (access == Access::ReadWrite
            && (error.getErrorCode() == SQLITE_READONLY || error.getErrorCode() == SQLITE_CANTOPEN))
            return ProjectFile(std::make_unique<State>(path, reason(error), SQLite::OPEN_READONLY, version));
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

namespace {

/// Reads row by row; what cannot be read is counted and left out.
template <typename Take>
void readRows(SQLite::Database& database, const std::string& sql, const std::string& what, const Take& take,
              std::vector<std::string>& problems)
{
    std::size_t lost = 0;
    std::string first;
    try {
        SQLite::Statement rows(database, sql);
        while (rows.executeStep()) {
            try {
                take(rows);
            } catch (const std::exception& error) {
                first = ++lost == 1 ? error.what() : first;
            }
        }
    } catch (const SQLite::Exception& error) {
        problems.push_back(fmt::format("Not all {} can be read: {}.", what, reason(error)));
    }
    if (lost > 0)
        problems.push_back(fmt::format("{} {} cannot be read (the first: {}).", lost, what, first));
}

/// Puts what fits; what breaks a constraint is left out and named.
void putWhatFits(Annotation& annotation, const std::map<SegmentId, Segment>& segments,
                 std::vector<std::string>& problems)
{
    Change all;
    for (const auto& [id, segment] : segments)
        all.segments.push_back({std::nullopt, segment});
    try {
        annotation.apply(all);
        return;
    } catch (const Refused&) { // one by one, parents first
    }
    std::map<SegmentId, Segment> left = segments;
    std::string why;
    for (bool progress = true; progress && !left.empty();) {
        progress = false;
        for (auto it = left.begin(); it != left.end();) {
            try {
                annotation.apply({{}, {{std::nullopt, it->second}}, {}});
                it = left.erase(it);
                progress = true;
            } catch (const Refused& refused) {
                why = refused.what();
                ++it;
            }
        }
    }
    if (!left.empty())
        problems.push_back(fmt::format("{} segments do not fit the others and are left out (such as: {}).",
                                       left.size(), why));
}

}

Annotation ProjectFile::load(std::vector<std::string>& problems)
{
    SQLite::Database& database = m_state->database;
    std::map<TierId, Tier> tiers;
    std::map<SegmentId, Segment> segments;
    Change other;
    readRows(
        database, fmt::format("SELECT {} FROM tiers", kTierColumns), "tiers",
        [&](SQLite::Statement& row) {
            Tier tier = tierOf(row);
            tiers.emplace(tier.id, std::move(tier));
        },
        problems);
    readRows(
        database, fmt::format("SELECT {} FROM segments", segmentColumns(m_state->version)), "segments",
        [&](SQLite::Statement& row) {
            Segment segment = segmentOf(row);
            segments.emplace_hint(segments.end(), segment.id, std::move(segment));
        },
        problems);
    readRows(
        database, "SELECT segment, label, number, term, annotator, given_ms, pass, visible FROM label_values",
        "labels",
        [&](SQLite::Statement& row) {
            const auto segment = segments.find(row.getColumn(0).getInt64());
            if (segment == segments.end())
                throw std::runtime_error("its segment is not there");
            LabelValue value;
            if (row.getColumn(2).isNull())
                value.value = row.getColumn(3).getString();
            else
                value.value = row.getColumn(2).getDouble();
            value.by = {row.getColumn(4).getString(), row.getColumn(5).getInt64(), row.getColumn(6).getInt(),
                        row.getColumn(7).getString()};
            segment->second.values.emplace(row.getColumn(1).getString(), std::move(value));
        },
        problems);
    readRows(
        database, "SELECT kind, name, json FROM items", "items",
        [&](SQLite::Statement& row) {
            other.items.push_back({std::nullopt,
                                   Item{row.getColumn(0).getString(), row.getColumn(1).getString(),
                                        row.getColumn(2).getString()}});
        },
        problems);
    Annotation annotation;
    Change layers;
    Change locks;
    for (const auto& [id, tier] : tiers) { // locked ones are filled first
        Tier open = tier;
        open.locked = false;
        layers.tiers.push_back({std::nullopt, open});
        if (tier.locked)
            locks.tiers.push_back({open, tier});
    }
    try {
        annotation.apply(layers);
        putWhatFits(annotation, segments, problems);
        annotation.apply(locks);
        annotation.apply(other);
    } catch (const Refused& refused) {
        problems.push_back(refused.what());
    }
    readRows(
        database, "SELECT name, seq FROM sqlite_sequence", "counters",
        [&](SQLite::Statement& row) {
            if (row.getColumn(0).getString() == "tiers")
                annotation.reserveTiers(row.getColumn(1).getInt64());
            else
                annotation.reserveSegments(row.getColumn(1).getInt64());
        },
        problems);
    return annotation;
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
            "visible=excluded.visible, locked=excluded.locked",
            kTierColumns, placeholders(16)));
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
                    "source_row=excluded.source_row",
                    kSegmentColumns, placeholders(14)));
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

void ProjectFile::write(const Change& change)
{
    if (isReadOnly())
        throw IoError("io", path().string(), "is open to be read: " + whyReadOnly());
    try {
        SQLite::Transaction transaction(m_state->database, SQLite::TransactionBehavior::IMMEDIATE);
        for (const auto& replaced : change.tiers)
            m_state->write(replaced);
        for (const auto& replaced : change.segments)
            m_state->write(replaced);
        for (const auto& replaced : change.items)
            m_state->write(replaced);
        transaction.commit();
    } catch (const SQLite::Exception& error) {
        throw IoError("io", path().string(), "cannot be written: " + reason(error));
    }
}

void ProjectFile::copyTo(const fs::path& path)
{
    try {
        SQLite::Database target(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        SQLite::Backup backup(target, m_state->database);
        backup.executeStep();
    } catch (const SQLite::Exception& error) {
        throw IoError("io", path.string(), "cannot be written: " + reason(error));
    }
}

}
