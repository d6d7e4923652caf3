#include "engine/annotation/project/snapshots.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/annotations.h"

using namespace engine;
using namespace std::chrono;

namespace {

constexpr SnapshotTime noon = sys_days(2026y / November / 20) + hours(12);

/// Snapshots that are so many minutes older than noon.
std::vector<Snapshot> aged(const std::vector<int>& ages)
{
    std::vector<Snapshot> all;
    for (const int age : ages)
        all.push_back({std::to_string(age), noon - minutes(age), 100});
    return all;
}

std::vector<std::string> kept(const std::vector<Snapshot>& snapshots, const SnapshotRule& rule)
{
    std::vector<std::string> names;
    for (const Snapshot& snapshot : snapshotsToKeep(snapshots, rule))
        names.push_back(snapshot.file.string());
    return names;
}

using Names = std::vector<std::string>;

}

class TestSnapshots : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_project = m_folder.filePath(QStringLiteral("p.polylogue")).toStdString();

private slots:
    void theLatestOfEachSpanIsKept()
    {
        const auto all = aged({0, 1, 2, 61, 62, 125, 24 * 60 + 5, 24 * 60 + 50, 40 * 24 * 60});
        QCOMPARE(kept(all, {2, 0, 0, 1000000}), (Names{"0", "1"}));
        QCOMPARE(kept(all, {0, 3, 0, 1000000}), (Names{"0", "61", "125"}));
        QCOMPARE(kept(all, {0, 0, 2, 1000000}), (Names{"0", "1445"}));
        QCOMPARE(kept(all, {3, 3, 2, 1000000}), (Names{"0", "1", "2", "61", "125", "1445"}));
        QCOMPARE(kept({}, {}), Names{});
    }

    void theSizeIsLimitedButTheLatestStays()
    {
        const auto all = aged({0, 1, 2});
        QCOMPARE(kept(all, {10, 0, 0, 250}), (Names{"0", "1"}));
        QCOMPARE(kept(all, {10, 0, 0, 1}), (Names{"0"}));
    }

    void whatWasTakenIsListedAndWhole()
    {
        ProjectFile project = ProjectFile::create(m_project);
        project.write({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
        const Snapshot first = takeSnapshot(project, noon);
        project.write({{}, {}, {{std::nullopt, Item{"layout", "v", "{}"}}}});
        const Snapshot second = takeSnapshot(project, noon); // in the same second
        const Snapshot third = takeSnapshot(project, noon - hours(2)); // the clock went back
        const std::vector<Snapshot> all = snapshotsOf(m_project);
        QCOMPARE(all.size(), std::size_t(3));
        QVERIFY(all.back() == third);
        std::vector<std::string> problems;
        QVERIFY(
            !ProjectFile::open(first.file, ProjectFile::Access::ReadOnly).load(problems).item("layout", "v"));
        QVERIFY(
            ProjectFile::open(second.file, ProjectFile::Access::ReadOnly).load(problems).item("layout", "v"));
        QVERIFY(problems.empty());
    }

    void onlySnapshotsAreCountedAndRemoved()
    {
        ProjectFile project = ProjectFile::open(m_project);
        const std::filesystem::path other = snapshotFolder(m_project) / "notes.txt";
        std::ofstream(other) << "mine";
        takeSnapshot(project, noon + hours(1), {1, 0, 0, 1000000000});
        QCOMPARE(snapshotsOf(m_project).size(), std::size_t(1));
        QVERIFY(std::filesystem::exists(other));
    }
};

QTEST_GUILESS_MAIN(TestSnapshots)
#include "tst_snapshots.moc"
