#include "engine/annotation/difference.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/project/guarded_database.h"
#include "engine/annotation/project/project_file.h"
#include "engine/formats/project_tiers.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>

#include "tests/support/failure.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/waiting.h"
#include "tests/support/whole_project.h"

using namespace engine;

namespace {

/// The tables as version 1 had them.
constexpr const char* kVersion1 = R"(
CREATE TABLE tiers(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    video TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent INTEGER REFERENCES tiers(id) DEFERRABLE INITIALLY DEFERRED,
    dependence TEXT NOT NULL,
    overlapping INTEGER NOT NULL,
    rate REAL NOT NULL,
    labels TEXT NOT NULL,
    source TEXT NOT NULL,
    annotator TEXT NOT NULL,
    position INTEGER NOT NULL,
    colour TEXT NOT NULL,
    height INTEGER NOT NULL,
    visible INTEGER NOT NULL,
    locked INTEGER NOT NULL);
CREATE TABLE segments(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tier INTEGER NOT NULL REFERENCES tiers(id) DEFERRABLE INITIALLY DEFERRED,
    parent INTEGER REFERENCES segments(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    start_ticks INTEGER NOT NULL,
    end_ticks INTEGER NOT NULL,
    start_recorded REAL,
    end_recorded REAL,
    text TEXT NOT NULL,
    confidence REAL,
    comment TEXT NOT NULL,
    flagged INTEGER NOT NULL,
    samples BLOB);
CREATE INDEX segments_by_tier ON segments(tier);
CREATE INDEX segments_by_parent ON segments(parent) WHERE parent IS NOT NULL;
CREATE TABLE label_values(
    segment INTEGER NOT NULL REFERENCES segments(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    label TEXT NOT NULL,
    number REAL,
    term TEXT,
    annotator TEXT NOT NULL,
    given_ms INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    visible TEXT NOT NULL,
    PRIMARY KEY(segment, label),
    CHECK((number IS NULL) <> (term IS NULL))) WITHOUT ROWID;
CREATE TABLE items(
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY(kind, name)) WITHOUT ROWID;
)";

/// A file of version 1 with a tier, two segments, a label and an item.
void makeVersion1(const std::filesystem::path& path)
{
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode = WAL");
    database.exec(kVersion1);
    database.exec("PRAGMA application_id = 0x504c4755");
    database.exec("PRAGMA user_version = 1");
    database.exec(R"(INSERT INTO tiers VALUES(1, 'v', 'words', 'interval', NULL, 'none', 0, 0.0,
        '[{"name": "sentiment", "scale": {"least": -3, "greatest": 3, "step": 1}}]', 'words', 'ada', 0, '', 0, 1, 0))");
    database.exec(
        "INSERT INTO segments VALUES(5, 1, NULL, 0, 0, 705600000, NULL, 1.0, 'one', 0.5, 'c', 1, NULL)");
    database.exec("INSERT INTO segments VALUES(6, 1, NULL, 0, 705600000, 1411200000, 1.0, NULL, 'two', NULL, "
                  "'', 0, NULL)");
    database.exec("INSERT INTO label_values VALUES(6, 'sentiment', 2.0, NULL, 'ada', 17, 1, 'video')");
    database.exec("INSERT INTO items VALUES('layout', 'v', '{}')");
}

/// What such a file holds.
Annotation inVersion1()
{
    Tier words;
    words.id = 1;
    words.video = "v";
    words.name = "words";
    words.labels = {{"sentiment", NumberScale{-3, 3, 1}}};
    words.source = "words";
    words.annotator = "ada";
    Segment one = test::segment(1, 0, 1);
    one.id = 5;
    one.end.recorded = 1.0;
    one.text = "one";
    one.confidence = 0.5;
    one.comment = "c";
    one.flagged = true;
    Segment two = test::segment(1, 1, 2);
    two.id = 6;
    two.start.recorded = 1.0;
    two.text = "two";
    two.values["sentiment"] = {2.0, {"ada", 17, 1, "video"}};
    Annotation annotation;
    annotation.apply({{{std::nullopt, words}},
                      {{std::nullopt, one}, {std::nullopt, two}},
                      {{std::nullopt, Item{"layout", "v", "{}"}}}});
    return annotation;
}

}

class TestProjectFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    static Annotation loaded(const std::filesystem::path& path)
    {
        std::vector<std::string> problems;
        ProjectFile project = ProjectFile::open(path);
        Annotation annotation = project.load(problems);
        for (const std::string& problem : problems)
            qWarning("%s", problem.c_str());
        return problems.empty() ? annotation : Annotation();
    }

    /// An annotation with everything in it; locked tiers are filled before they are locked.
    static Annotation filled(Change& change)
    {
        change = test::everything();
        Annotation annotation;
        Change open = change;
        for (auto& tier : open.tiers)
            tier.after->locked = false;
        annotation.apply(open);
        Change lock;
        for (std::size_t i = 0; i < change.tiers.size(); ++i) {
            if (change.tiers[i].after->locked)
                lock.tiers.push_back({open.tiers[i].after, change.tiers[i].after});
        }
        annotation.apply(lock);
        return annotation;
    }

private slots:
    /// Whoever looks at a file that is open does not take its locks away: closing any descriptor of a file
    /// drops all of a process's POSIX locks on that file.
    void lookingAtAnOpenFileKeepsItsLocks()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("open.polylogue")).toStdString();
        const Annotation first = test::withSpans({{0, 2}});
        ProjectFile file = ProjectFile::create(path);
        file.write(difference(Annotation(), first));
        {
            ProjectFile look = ProjectFile::open(path, ProjectFile::Access::ReadOnly);
            std::vector<std::string> problems;
            look.load(problems);
        }
        QProcess other; // which believes itself alone, and clears the log away, where the locks are gone
        other.start(
            QStringLiteral("python3"),
            {QStringLiteral("-c"),
             QStringLiteral("import sqlite3,sys;c=sqlite3.connect(sys.argv[1]);print(c.execute('select "
                            "count(*) from sqlite_master').fetchone());c.close()"),
             QString::fromStdString(path.string())});
        QVERIFY(other.waitForFinished(support::kPatience));
        QCOMPARE(other.exitCode(), 0);
        QVERIFY(std::filesystem::exists(path.string() + "-wal"));
        Annotation second = first;
        second.apply(setText(second, 1, "later"));
        file.write(difference(first, second));
    }

    void whatIsWrittenIsRead()
    {
        Change change;
        const Annotation annotation = filled(change);
        {
            ProjectFile project = ProjectFile::create(file("all.polylogue"));
            project.write(change);
        }
        QVERIFY(loaded(file("all.polylogue")) == annotation);
    }

    void changesReplaceAndRemove()
    {
        Change change;
        Annotation annotation = filled(change);
        ProjectFile project = ProjectFile::create(file("changed.polylogue"));
        project.write(change);
        const auto both = [&](const Change& next) {
            annotation.apply(next);
            project.write(next);
        };
        both(setValue(annotation, 7, "sentiment", std::nullopt));
        both(setText(annotation, 7, "bye"));
        both({{}, {}, {{Item{"layout", "v", R"({"tracks":[1,2]})"}, Item{"layout", "v", "{}"}}}});
        QVERIFY(loaded(file("changed.polylogue")) == annotation);
        both(removeSegments(annotation, std::vector<SegmentId>{7}));
        both({{}, {}, {{Item{"layout", "v", "{}"}, std::nullopt}}});
        const Annotation read = loaded(file("changed.polylogue"));
        QVERIFY(read == annotation);
        QCOMPARE(read.unusedSegment(), SegmentId(13)); // what was removed keeps its number
    }

    void aWriteThatFailsLeavesNothing()
    {
        Change change;
        filled(change);
        ProjectFile project = ProjectFile::create(file("half.polylogue"));
        change.segments.back().after->tier = 99; // no such tier: only the commit finds out
        QVERIFY(test::failureOf([&] { project.write(change); }).starts_with("io: "));
        QVERIFY(loaded(file("half.polylogue")) == Annotation());
    }

    void otherFilesAreRefused()
    {
        std::ofstream(file("text"))
            << "no database at all, but long enough to have a header of a hundred bytes, as one has.";
        SQLite::Database other(file("other.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE t(x)");
        QVERIFY(test::failureOf([&] { ProjectFile::open(file("text")); }).starts_with("not_a_project"));
        QVERIFY(test::failureOf([&] { ProjectFile::open(file("other.db")); }).starts_with("not_a_project"));
        QVERIFY(test::failureOf([&] { ProjectFile::open(file("absent")); }).starts_with("file_not_found"));
        QVERIFY(test::failureOf([&] { ProjectFile::create(file("text")); }).starts_with("io"));
        QVERIFY(test::failureOf([&] { ProjectFile::create("/nowhere/p.polylogue"); }).starts_with("io"));
    }

    void anInterruptedCreationIsMadeAnew_data()
    {
        QTest::addColumn<QString>("left");
        QTest::newRow("no bytes") << QString();
        QTest::newRow("no tables, with a log") << QStringLiteral("PRAGMA journal_mode = WAL");
        QTest::newRow("no tables") << QStringLiteral("VACUUM");
    }

    void anInterruptedCreationIsMadeAnew()
    {
        QFETCH(const QString, left);
        const auto leave = [&](const std::filesystem::path& path) {
            std::filesystem::remove(path);
            std::ofstream(path).flush();
            if (!left.isEmpty())
                SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec(left.toStdString());
        };
        Change change;
        const Annotation annotation = filled(change);
        for (const bool isOpened : {true, false}) {
            const std::filesystem::path path = file("begun.polylogue");
            leave(path);
            QVERIFY(
                !test::failureOf([&] { ProjectFile::open(path, ProjectFile::Access::ReadOnly); }).empty());
            {
                ProjectFile project = isOpened ? ProjectFile::open(path) : ProjectFile::create(path);
                std::vector<std::string> problems;
                QVERIFY(project.load(problems) == Annotation() && !project.isReadOnly());
                QCOMPARE(problems.size(), isOpened ? std::size_t(1) : std::size_t(0));
                project.write(change);
            }
            QVERIFY(loaded(path) == annotation);
        }
        const std::filesystem::path kept = file("states.polylogue"); // there are earlier states
        leave(kept);
        std::filesystem::create_directories(kept.string() + "-versions");
        QVERIFY(!test::failureOf([&] { ProjectFile::open(kept); }).empty());
        const std::filesystem::path other = file("other.polylogue");
        std::filesystem::remove(other);
        SQLite::Database(other.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec("CREATE TABLE t(x)");
        QVERIFY(test::failureOf([&] { ProjectFile::open(other); }).starts_with("not_a_project"));
        QVERIFY(test::failureOf([&] { ProjectFile::create(other); }).starts_with("io"));
    }

    void aCreationThatFailsLeavesNothing()
    {
        bool failed = true;
        for (std::size_t operation = 0; failed; ++operation) {
            const QTemporaryDir folder;
            const std::filesystem::path path = folder.filePath(QStringLiteral("p.polylogue")).toStdString();
            {
                const test::FaultyDisk disk(test::FaultyDisk::Fault::Full, operation);
                test::failureOf([&] { ProjectFile::create(path); });
                failed = disk.hasFailed();
            }
            if (std::filesystem::exists(path))
                QVERIFY(loaded(path) == Annotation());
            else
                QVERIFY(std::filesystem::is_empty(folder.path().toStdString()));
        }
    }

    void aCopyThatCannotBeOpenedToBeWrittenStaysWhole()
    {
        Change change;
        const Annotation annotation = filled(change);
        ProjectFile project = ProjectFile::create(file("whole.polylogue"));
        project.write(change);
        for (const auto fault : {test::FaultyDisk::Fault::Full, test::FaultyDisk::Fault::ShortWrite}) {
            bool failed = true;
            for (std::size_t operation = 0; failed; ++operation) {
                const QTemporaryDir folder;
                const std::filesystem::path path
                    = folder.filePath(QStringLiteral("p.polylogue")).toStdString();
                project.copyTo(path);
                {
                    const test::FaultyDisk disk(fault, operation);
                    test::failureOf([&] { ProjectFile::open(path).write({}); });
                    failed = disk.hasFailed();
                }
                QVERIFY(!std::filesystem::exists(path.string() + "-journal"));
                QVERIFY(loaded(path) == annotation);
            }
        }
    }

    void whatAnotherWroteWhileItWaitedIsSeen()
    {
        Change change;
        filled(change);
        ProjectFile project = ProjectFile::create(file("both.polylogue"));
        std::vector<std::string> problems;
        project.load(problems);
        SQLite::Database other(file("both.polylogue").string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        other.exec("INSERT INTO items VALUES('k', 'n', '1')");
        QVERIFY(test::failureOf([&] { project.write(change); }).starts_with("io"));
        other.exec("COMMIT");
        QVERIFY(test::failureOf([&] { project.write(change); }).starts_with("changed_elsewhere"));
        project.load(problems);
        project.write(change);
    }

    void readingLeavesNothingBeside()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("p.polylogue")).toStdString();
        const auto files = [&] { return QDir(folder.path()).entryList(QDir::Files).size(); };
        Change change;
        const Annotation annotation = filled(change);
        ProjectFile::create(path).write(change);
        const auto written = std::filesystem::last_write_time(path);
        QCOMPARE(files(), 1);
        std::vector<std::string> problems;
        QVERIFY(ProjectFile::open(path, ProjectFile::Access::ReadOnly).load(problems) == annotation);
        QCOMPARE(files(), 1);
        QVERIFY(std::filesystem::last_write_time(path) == written);
        ProjectFile other = ProjectFile::open(path); // somebody works in it
        other.write({{}, {}, {{std::nullopt, Item{"k", "n", "1"}}}});
        QVERIFY(ProjectFile::open(path, ProjectFile::Access::ReadOnly).load(problems).item("k", "n"));
        other.write({{}, {}, {{std::nullopt, Item{"k", "m", "1"}}}});
        QVERIFY(ProjectFile::open(path, ProjectFile::Access::ReadOnly).load(problems).item("k", "m"));
    }

    void anOlderFileIsBroughtUpToDate()
    {
        makeVersion1(file("older.polylogue"));
        Annotation annotation = loaded(file("older.polylogue"));
        QVERIFY(annotation == inVersion1());
        Segment from = *annotation.segment(5);
        from.sourceRow = 12;
        from.timing = Timing::Heard;
        const Change change{{}, {{*annotation.segment(5), from}}, {}};
        annotation.apply(change);
        ProjectFile::open(file("older.polylogue")).write(change);
        QVERIFY(loaded(file("older.polylogue")) == annotation);
        SQLite::Database database(file("older.polylogue").string(), SQLite::OPEN_READONLY);
        QCOMPARE(database.execAndGet("PRAGMA user_version").getInt(), 5);
    }

    void anOlderFileIsReadWithoutBeingChanged()
    {
        makeVersion1(file("kept.polylogue"));
        std::vector<std::string> problems;
        ProjectFile project = ProjectFile::open(file("kept.polylogue"), ProjectFile::Access::ReadOnly);
        QVERIFY(project.load(problems) == inVersion1());
        QCOMPARE(problems, std::vector<std::string>());
        SQLite::Database database(file("kept.polylogue").string(), SQLite::OPEN_READONLY);
        QCOMPARE(database.execAndGet("PRAGMA user_version").getInt(), 1);
    }

    void whereAnOlderFileCannotBeChangedItStaysAsItWas()
    {
        int failures = 0;
        bool failed = true;
        for (std::size_t operation = 0; failed; ++operation) {
            const std::filesystem::path path = file(("old" + std::to_string(operation)).c_str());
            makeVersion1(path);
            std::string failure;
            {
                const test::FaultyDisk disk(test::FaultyDisk::Fault::Full, operation);
                failure = test::failureOf([&] { ProjectFile::open(path); });
                failed = disk.hasFailed(); // maybe only when it was closed
            }
            if (!failure.empty()) {
                ++failures;
                QVERIFY2(failure.find("the disk is full") != std::string::npos, failure.c_str());
                SQLite::Database database(path.string(), SQLite::OPEN_READONLY);
                QCOMPARE(database.execAndGet("PRAGMA user_version").getInt(), 1);
            }
            QVERIFY(loaded(path) == inVersion1());
        }
        QVERIFY(failures > 1);
    }

    void aNewerFileIsOpenedToBeRead()
    {
        ProjectFile::create(file("newer.polylogue")).write(test::everything());
        {
            SQLite::Database database(file("newer.polylogue").string(), SQLite::OPEN_READWRITE);
            database.exec("PRAGMA user_version = 99");
        }
        ProjectFile project = ProjectFile::open(file("newer.polylogue"));
        QVERIFY(project.isReadOnly());
        QVERIFY(project.whyReadOnly().find("newer Polylogue") != std::string::npos);
        std::vector<std::string> problems;
        QCOMPARE(project.load(problems).segments().size(), std::size_t(3));
        QVERIFY(test::failureOf([&] { project.write(test::everything()); }).find("open to be read")
                != std::string::npos);
    }

    void aStrangersFileRunsNothing_data()
    {
        QTest::addColumn<QByteArray>("made");
        QTest::addColumn<QByteArray>("named");
        const QByteArray endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) ";
        const auto row = [](const char* name, const QByteArray& made, const char* named) {
            QTest::newRow(name) << made << QByteArray(named);
        };
        row("a view in place of a table",
            "DROP TABLE items; CREATE VIEW items AS " + endless
                + "SELECT 'layout' AS kind, x AS name, '{}' AS json FROM c",
            "the view items");
        row("a further view", "CREATE VIEW more AS " + endless + "SELECT x FROM c", "the view more");
        row("a trigger", "CREATE TRIGGER t AFTER INSERT ON segments BEGIN DELETE FROM segments; END",
            "the trigger t");
        row("a table", "CREATE TABLE more(x)", "the table more");
        row("an index", "CREATE INDEX more ON segments(abs(start_ticks))", "the index more");
        row("a computed column", "ALTER TABLE items ADD COLUMN more AS (hex(json))",
            "computed columns in the table items");
    }

    void aStrangersFileRunsNothing()
    {
        QFETCH(const QByteArray, made);
        QFETCH(const QByteArray, named);
        const std::filesystem::path path
            = file((std::string("stranger ") + QTest::currentDataTag() + ".polylogue").c_str());
        ProjectFile::create(path).write(test::everything());
        SQLite::Database(path.string(), SQLite::OPEN_READWRITE).exec(made.toStdString());
        for (const auto access : {ProjectFile::Access::ReadWrite, ProjectFile::Access::ReadOnly}) {
            ProjectFile project = ProjectFile::open(path, access);
            QVERIFY(project.isReadOnly() && project.isDamaged());
            QVERIFY2(project.whyReadOnly().find(named.toStdString()) != std::string::npos,
                     project.whyReadOnly().c_str());
            std::vector<std::string> problems;
            QCOMPARE(project.load(problems).segments().size(), std::size_t(3));
            QVERIFY(!problems.empty() && problems.front().find(named.toStdString()) != std::string::npos);
        }
    }

    void anEndlessViewOfTiersIsNotRead()
    {
        const std::filesystem::path path = file("endless.polylogue");
        ProjectFile::create(path).write(test::everything());
        SQLite::Database(path.string(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA foreign_keys = OFF; DROP TABLE tiers; CREATE VIEW tiers AS WITH RECURSIVE c(id) AS "
                  "(SELECT 1 UNION ALL SELECT id + 1 FROM c) SELECT id, 'v' AS video FROM c");
        std::vector<std::string> problems;
        const std::string failure = test::failureOf([&] { ProjectFile::open(path).load(problems); });
        QVERIFY2(failure.starts_with("damaged: ") || (failure.empty() && !problems.empty()), failure.c_str());
    }

    void tiersInACircleStandByThemselves_data()
    {
        QTest::addColumn<int>("tiers");
        QTest::newRow("one") << 1;
        QTest::newRow("two") << 2;
        QTest::newRow("three, with one below") << 3;
    }

    void tiersInACircleStandByThemselves()
    {
        QFETCH(const int, tiers);
        const std::filesystem::path path = file(("circle " + std::to_string(tiers) + ".polylogue").c_str());
        {
            Change change;
            for (TierId id = 1; id <= 4; ++id) {
                const bool isBelow = id == 4;
                Tier tier = test::tier(id, "t" + std::to_string(id));
                tier.parent = isBelow ? 1 : 0;
                tier.constraint = isBelow ? Constraint::IncludedIn : Constraint::None;
                change.tiers.push_back({std::nullopt, tier});
                Segment segment = test::segment(id, 1, 2);
                segment.id = id;
                segment.parent = isBelow ? 1 : 0;
                change.segments.push_back({std::nullopt, segment});
            }
            ProjectFile::create(path).write(change);
        }
        SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
        for (int id = 1; id <= tiers; ++id)
            database.exec("UPDATE tiers SET dependence = 'included_in', parent = "
                          + std::to_string(id % tiers + 1) + " WHERE id = " + std::to_string(id));
        std::vector<std::string> problems;
        const Annotation annotation = ProjectFile::open(path).load(problems);
        QCOMPARE(annotation.tiers().size(), std::size_t(4));
        QCOMPARE(annotation.segments().size(), std::size_t(4));
        QCOMPARE(annotation.tier(1)->parent, TierId(0));
        QCOMPARE(annotation.tier(4)->parent, TierId(1));
        QCOMPARE(problems.size(), std::size_t(1));
        QVERIFY2(problems.front().find("in a circle") != std::string::npos
                     && problems.front().find("t1") != std::string::npos,
                 problems.front().c_str());
    }

    void textIsNoDamagedProject()
    {
        std::ofstream(file("letter.polylogue")) << "Dear colleague,\nthis is no project.\n";
        const std::string failure = test::failureOf([&] { ProjectFile::open(file("letter.polylogue")); });
        QVERIFY2(failure.starts_with("not_a_project: ") && failure.ends_with("but text"), failure.c_str());
    }

    void tiersThatCannotBeReadAreNotNone_data()
    {
        QTest::addColumn<QByteArray>("made");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a parent that is not there")
            << QByteArray("DELETE FROM label_values; DELETE FROM segments; DELETE FROM tiers WHERE id > 1; "
                          "UPDATE tiers SET parent = 77, dependence = 'included_in'")
            << QByteArray("holds no tiers that can be read: The tier words in v does not fit the others");
        QTest::newRow("a newer version")
            << QByteArray("PRAGMA user_version = 99") << QByteArray("newer_version: ");
    }

    void tiersThatCannotBeReadAreNotNone()
    {
        QFETCH(const QByteArray, made);
        QFETCH(const QByteArray, said);
        const std::filesystem::path path
            = file((std::string("told ") + QTest::currentDataTag() + ".polylogue").c_str());
        ProjectFile::create(path).write(test::everything());
        SQLite::Database(path.string(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA foreign_keys = OFF; " + made.toStdString());
        const std::string failure = test::failureOf([&] { projectTiersFormat().read(path, {}); });
        QVERIFY2(failure.find(said.toStdString()) != std::string::npos, failure.c_str());
    }

    void readingEndsAtItsLimits()
    {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
        const char* endless = "SELECT count(*) FROM (WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
                              "FROM c) SELECT x FROM c)";
        const project::ReadingLimits limits(database, 0);
        try {
            database.execAndGet(endless);
            QFAIL("it never ends");
        } catch (const SQLite::Exception& error) {
            QCOMPARE(error.getErrorCode(), 9); // SQLITE_INTERRUPT
        }
    }

    void whatIsDamagedIsNamedAndTheRestIsRead()
    {
        ProjectFile::create(file("hurt.polylogue")).write(test::everything());
        {
            SQLite::Database database(file("hurt.polylogue").string(), SQLite::OPEN_READWRITE);
            database.exec("UPDATE tiers SET labels = '[{' WHERE id = 3");
            database.exec("UPDATE segments SET start_ticks = 99999999999999 WHERE id = 9");
            database.exec("INSERT INTO segments(id, tier, position, start_ticks, end_ticks, text, comment, "
                          "flagged) VALUES(13, 1, 0, 5, 4, '', '', 0)");
        }
        ProjectFile project = ProjectFile::open(file("hurt.polylogue"));
        std::vector<std::string> problems;
        const Annotation annotation = project.load(problems);
        QVERIFY(annotation.segment(7) && annotation.segment(12) && !annotation.segment(13));
        QCOMPARE(annotation.segment(9)->start.ticks, annotation.segment(7)->start.ticks); // as it has to be
        QCOMPARE(annotation.tier(3)->name, std::string("restored 3"));
        QCOMPARE(annotation.tier(3)->video, std::string("v"));
        QVERIFY(project.isReadOnly() && project.isDamaged());
        QCOMPARE(problems.size(), std::size_t(3));
        QVERIFY2(problems[0].starts_with("1 tiers cannot be read (the first: its labels are damaged)"),
                 problems[0].c_str());
        QVERIFY2(problems[1].starts_with("What is known of tier 3 is lost"), problems[1].c_str());
        QVERIFY2(problems[2].starts_with("1 segments of words in v do not fit"), problems[2].c_str());
    }

    void segmentsThatOverlapInTheFileAreLeftOut_data()
    {
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("end");
        QTest::addColumn<bool>("fits");
        QTest::newRow("begins where the other ends") << 3 << 4 << true;
        QTest::newRow("begins before the other ends") << 2 << 4 << false;
        QTest::newRow("around the other") << 0 << 5 << false;
        QTest::newRow("a point where the other ends") << 3 << 3 << true;
        QTest::newRow("a point where the other begins") << 1 << 1 << false;
    }

    void segmentsThatOverlapInTheFileAreLeftOut()
    {
        QFETCH(const int, start);
        QFETCH(const int, end);
        QFETCH(const bool, fits);
        Segment first = test::segment(1, 1, 3);
        first.id = 1;
        Segment second = test::segment(1, start, end);
        second.id = 2;
        const std::filesystem::path path
            = file((QTest::currentDataTag() + std::string(".polylogue")).c_str());
        ProjectFile::create(path).write({{{std::nullopt, test::tier(1, "words")}},
                                         {{std::nullopt, first}, {std::nullopt, second}},
                                         {{std::nullopt, Item{"layout", "v", "{}"}}}});
        std::vector<std::string> problems;
        const Annotation annotation = ProjectFile::open(path).load(problems);
        QCOMPARE(annotation.segments().size(), std::size_t(fits ? 2 : 1));
        QVERIFY(annotation.item("layout", "v"));
        QCOMPARE(problems.size(), std::size_t(fits ? 0 : 1));
        if (!fits)
            QVERIFY2(problems.front().find("would overlap") != std::string::npos, problems.front().c_str());
    }

    void aCopyIsWhole()
    {
        Change change;
        const Annotation annotation = filled(change);
        ProjectFile project = ProjectFile::create(file("first.polylogue"));
        project.write(change);
        project.copyTo(file("copy.polylogue"));
        QVERIFY(loaded(file("copy.polylogue")) == annotation);
    }
};

QTEST_GUILESS_MAIN(TestProjectFile)
#include "tst_project_file.moc"
