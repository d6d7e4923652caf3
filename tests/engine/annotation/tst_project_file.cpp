#include "engine/annotation/project/project_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>

#include "tests/support/annotations.h"
#include "tests/support/failure.h"

using namespace engine;

namespace {

/// Everything that a project can hold, once.
Change everything()
{
    Tier words = test::tier(1, "words");
    words.source = "words";
    words.annotator = "ada";
    words.colour = "#123456";
    words.height = 30;
    words.order = 2;
    words.visible = false;
    Tier notes = test::tier(2, "notes é \"1\"");
    notes.parent = 1;
    notes.constraint = Constraint::SymbolicSubdivision;
    notes.overlapping = true;
    notes.labels = {{"note", FreeText{}}};
    Tier rating = test::tier(3, "valence");
    rating.kind = TierKind::Continuous;
    rating.rate = 2.0;
    rating.locked = true;

    Segment word = test::segment(1, 1, 2);
    word.id = 7;
    word.start = TimePoint::ofRecorded(1.0000000001);
    word.text = "héllo\nworld";
    word.values = {{"sentiment", {-2.0, {"ada", 1700000000000, 2, "video+sound"}}},
                   {"emotion", {std::string("sad"), {"bob", 1, 1, "text"}}}};
    word.confidence = 0.1;
    word.comment = "?";
    word.flagged = true;
    Segment note = test::segment(2, 1, 2, 7);
    note.id = 9;
    note.start = TimePoint::ofTicks(word.start.ticks);
    Segment values = test::segment(3, 0, 2);
    values.id = 12;
    values.samples = {0.5F, -1.0F, 0.25F, 1e-20F};
    return {{{std::nullopt, words}, {std::nullopt, notes}, {std::nullopt, rating}},
            {{std::nullopt, word}, {std::nullopt, note}, {std::nullopt, values}},
            {{std::nullopt, Item{"layout", "v", R"({"tracks":[1,2]})"}}}};
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
        change = everything();
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

    void aNewerFileIsOpenedToBeRead()
    {
        ProjectFile::create(file("newer.polylogue")).write(everything());
        {
            SQLite::Database database(file("newer.polylogue").string(), SQLite::OPEN_READWRITE);
            database.exec("PRAGMA user_version = 99");
        }
        ProjectFile project = ProjectFile::open(file("newer.polylogue"));
        QVERIFY(project.isReadOnly());
        QVERIFY(project.whyReadOnly().find("newer Polylogue") != std::string::npos);
        std::vector<std::string> problems;
        QCOMPARE(project.load(problems).segments().size(), std::size_t(3));
        QVERIFY(test::failureOf([&] { project.write(everything()); }).find("open to be read")
                != std::string::npos);
    }

    void whatIsDamagedIsNamedAndTheRestIsRead()
    {
        ProjectFile::create(file("hurt.polylogue")).write(everything());
        {
            SQLite::Database database(file("hurt.polylogue").string(), SQLite::OPEN_READWRITE);
            database.exec("UPDATE tiers SET labels = '[{' WHERE id = 3");
            database.exec("UPDATE segments SET start_ticks = 99999999999999 WHERE id = 9");
        }
        ProjectFile project = ProjectFile::open(file("hurt.polylogue"));
        std::vector<std::string> problems;
        const Annotation annotation = project.load(problems);
        QVERIFY(annotation.segment(7) && !annotation.segment(9) && !annotation.segment(12));
        QCOMPARE(problems.size(), std::size_t(2));
        QVERIFY2(problems[0].starts_with("1 tiers cannot be read"), problems[0].c_str());
        QVERIFY2(problems[1].starts_with("2 segments do not fit"), problems[1].c_str());
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
