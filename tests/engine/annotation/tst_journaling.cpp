#include "engine/annotation/project/journaling.h"
#include "engine/annotation/project/project_file.h"
#include "engine/annotation/project/recovery.h"
#include "engine/annotation/project/snapshots.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fstream>

#include "tests/support/annotations.h"
#include "tests/support/failure.h"

using namespace engine;
namespace fs = std::filesystem;

namespace {

std::string bytesOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool isInLogMode(const fs::path& project)
{
    const std::string bytes = bytesOf(project);
    return bytes.size() > 100 && bytes[18] == 2 && bytes[19] == 2;
}

fs::path beside(fs::path path, const char* suffix)
{
    return path += suffix;
}

Change word(int number, const std::string& text)
{
    Segment segment = test::segment(1, number, number + 1);
    segment.id = number;
    segment.text = text;
    return {{}, {{std::nullopt, segment}}, {}};
}

}

/// How projects are written in folders of one machine and of several; the choice stands for the folder.
class TestJournaling : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path m_path;
    int m_count = 0;

    /// As many words as the project at this place has.
    static std::size_t wordsOf(ProjectFile& project)
    {
        std::vector<std::string> problems;
        const std::size_t words = project.load(problems).segments().size();
        return problems.empty() ? words : 9999;
    }

    static std::size_t wordsOf(const fs::path& path)
    {
        ProjectFile project = ProjectFile::open(path, ProjectFile::Access::ReadOnly);
        return wordsOf(project);
    }

    /// A project of 300 words as a killed program leaves it in the midst of changing most of its pages.
    void makeHot(const fs::path& path)
    {
        const fs::path live = beside(path, ".live.polylogue");
        setJournalingChoice(JournalingChoice::NeverWithLog);
        {
            ProjectFile project = ProjectFile::create(live);
            Change all{{{std::nullopt, test::tier(1, "words")}}, {}, {}};
            for (int i = 1; i <= 300; ++i)
                all.segments.push_back(word(i, std::string(200, 'a')).segments.front());
            project.write(all);
        }
        SQLite::Database writer(live.string(), SQLite::OPEN_READWRITE);
        writer.exec("PRAGMA cache_size = 1"); // so that pages reach the file before the end
        SQLite::Transaction transaction(writer);
        writer.exec("UPDATE segments SET text = 'half'");
        writer.exec("DELETE FROM segments WHERE id > 100");
        for (const char* suffix : {"", "-journal"})
            fs::copy_file(beside(live, suffix), beside(path, suffix));
    }

private slots:
    void init() { m_path = m_folder.filePath(QStringLiteral("%1.polylogue").arg(++m_count)).toStdString(); }
    void cleanup() { setJournalingChoice(JournalingChoice::ByFolder); }

    void theChoiceCountsOverTheFolder()
    {
        setJournalingChoice(JournalingChoice::NeverWithLog);
        QVERIFY(journalingAt(m_path) == Journaling::WithoutLog);
        setJournalingChoice(JournalingChoice::AlwaysWithLog);
        QVERIFY(journalingAt(m_path) == Journaling::WithLog);
        setJournalingChoice(JournalingChoice::ByFolder);
        QVERIFY(journalingAt("/proc/self/p.polylogue") == Journaling::WithLog);
    }

    void withoutALogNothingIsShared()
    {
        setJournalingChoice(JournalingChoice::NeverWithLog);
        ProjectFile project = ProjectFile::create(m_path);
        project.write({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
        for (int i = 1; i <= 20; ++i) {
            project.write(word(i, "a"));
            for (const char* suffix : {"-wal", "-shm", "-journal"})
                QVERIFY(!fs::exists(beside(m_path, suffix)));
            QVERIFY(!isInLogMode(m_path));
            ProjectFile looker = ProjectFile::open(m_path, ProjectFile::Access::ReadOnly);
            QVERIFY(looker.isCopy() && looker.isReadOnly() && !looker.isDamaged());
            QCOMPARE(wordsOf(looker), std::size_t(i));
        }
        ProjectFile looker = ProjectFile::open(m_path, ProjectFile::Access::ReadOnly);
        project.write(word(21, "a"));
        QCOMPARE(wordsOf(looker), std::size_t(20)); // as of the moment
        QVERIFY(test::failureOf([&] { looker.write(word(22, "a")); }).starts_with("io: "));
        looker.copyTo(beside(m_path, ".copy"));
        QCOMPARE(wordsOf(beside(m_path, ".copy")), std::size_t(20));
    }

    void aLogThatAKilledProgramLeftIsPutAway()
    {
        setJournalingChoice(JournalingChoice::AlwaysWithLog);
        const fs::path moved = beside(m_path, ".moved.polylogue");
        {
            ProjectFile project = ProjectFile::create(m_path);
            project.write({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
            for (int i = 1; i <= 50; ++i)
                project.write(word(i, "a"));
            QVERIFY(fs::file_size(beside(m_path, "-wal")) > 0);
            for (const char* suffix : {"", "-wal"})
                fs::copy_file(beside(m_path, suffix), beside(moved, suffix));
        }
        setJournalingChoice(JournalingChoice::NeverWithLog);
        const std::string before = bytesOf(moved);
        const std::string log = bytesOf(beside(moved, "-wal"));
        QCOMPARE(wordsOf(moved), std::size_t(50)); // read with its log, and nothing is written
        QVERIFY(bytesOf(moved) == before && bytesOf(beside(moved, "-wal")) == log);
        {
            ProjectFile project = ProjectFile::open(moved);
            QVERIFY(!project.isReadOnly());
            QCOMPARE(wordsOf(project), std::size_t(50));
            QVERIFY(!isInLogMode(moved) && !fs::exists(beside(moved, "-wal"))
                    && !fs::exists(beside(moved, "-shm")));
            project.write(word(51, "a"));
        }
        setJournalingChoice(JournalingChoice::AlwaysWithLog); // moved back
        ProjectFile back = ProjectFile::open(moved);
        QVERIFY(isInLogMode(moved));
        QCOMPARE(wordsOf(back), std::size_t(51));
        back.write(word(52, "a"));
        QCOMPARE(wordsOf(moved), std::size_t(52));
    }

    void anUnfinishedTransactionIsTakenBack_data()
    {
        QTest::addColumn<JournalingChoice>("journaling");
        QTest::newRow("on a network") << JournalingChoice::NeverWithLog;
        QTest::newRow("moved to a disk") << JournalingChoice::AlwaysWithLog;
    }

    void anUnfinishedTransactionIsTakenBack()
    {
        QFETCH(const JournalingChoice, journaling);
        makeHot(m_path);
        setJournalingChoice(journaling);
        const std::string before = bytesOf(m_path);
        const std::string journal = bytesOf(beside(m_path, "-journal"));
        QVERIFY(before.find("half") != std::string::npos); // some of it is in the file
        QVERIFY(!journal.empty());
        {
            ProjectFile looker = ProjectFile::open(m_path, ProjectFile::Access::ReadOnly);
            QVERIFY(looker.isCopy() && !looker.isDamaged());
            std::vector<std::string> problems;
            const Annotation seen = looker.load(problems);
            QCOMPARE(problems, std::vector<std::string>());
            QCOMPARE(seen.segments().size(), std::size_t(300));
            QCOMPARE(seen.segment(7)->text, std::string(200, 'a'));
        }
        QVERIFY(bytesOf(m_path) == before && bytesOf(beside(m_path, "-journal")) == journal);
        ProjectFile project = ProjectFile::open(m_path);
        QVERIFY(!project.isReadOnly());
        QCOMPARE(wordsOf(project), std::size_t(300));
        QCOMPARE(isInLogMode(m_path), journaling == JournalingChoice::AlwaysWithLog);
        project.write(word(301, "a"));
        QCOMPARE(wordsOf(m_path), std::size_t(301));
    }

    void ofAJournalThatIsCutOffTheWholePagesCount()
    {
        makeHot(m_path);
        const std::string journal = bytesOf(beside(m_path, "-journal"));
        for (const std::size_t size :
             {std::size_t(1), std::size_t(27), std::size_t(512), journal.size() / 2}) {
            fs::resize_file(beside(m_path, "-journal"), std::min(size, journal.size()));
            QCOMPARE(project::ProjectBytes::read(m_path).isJournalCut, size >= 512);
            try { // a file with a part of its journal is damaged, and read as one
                ProjectFile project = ProjectFile::open(m_path, ProjectFile::Access::ReadOnly);
                std::vector<std::string> problems;
                static_cast<void>(project.load(problems));
            } catch (const Error&) {
            }
            std::ofstream(beside(m_path, "-journal"), std::ios::binary) << journal;
        }
        QVERIFY(!project::ProjectBytes::read(m_path).isJournalCut);
        QCOMPARE(wordsOf(m_path), std::size_t(300));
    }

    void aJournalDoesNotStayBesideAFileThatIsReplaced()
    {
        makeHot(m_path);
        const fs::path aside = replaceByNew(m_path);
        QVERIFY(!fs::exists(beside(m_path, "-journal")));
        QVERIFY(fs::exists(beside(aside, "-journal")));
        QCOMPARE(wordsOf(m_path), std::size_t(0));
        QCOMPARE(wordsOf(aside), std::size_t(300));
    }

    void whoWasTakenOverWritesNoMore()
    {
        setJournalingChoice(JournalingChoice::NeverWithLog);
        ProjectFile project = ProjectFile::create(m_path);
        bool isOurs = true;
        project.writeOnlyWhile([&] { return isOurs; });
        project.write({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
        isOurs = false;
        QVERIFY(test::failureOf([&] { project.write(word(1, "a")); }).starts_with("taken_over: "));
        QCOMPARE(wordsOf(m_path), std::size_t(0));
        isOurs = true;
        project.write(word(1, "a"));
        QCOMPARE(wordsOf(m_path), std::size_t(1));
    }

    void whatWasBegunIsBegunAnew()
    {
        setJournalingChoice(JournalingChoice::NeverWithLog);
        std::ofstream(m_path, std::ios::binary).close();
        ProjectFile project = ProjectFile::open(m_path);
        QVERIFY(!project.isReadOnly() && !isInLogMode(m_path));
        project.write({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
        QCOMPARE(wordsOf(m_path), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestJournaling)
#include "tst_journaling.moc"
