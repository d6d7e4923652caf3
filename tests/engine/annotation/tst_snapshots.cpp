#include "engine/annotation/project/snapshots.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <set>

#include "tests/support/annotations.h"
#include "tests/support/failure.h"

using namespace engine;
using namespace std::chrono;

namespace {

constexpr SnapshotTime noon = sys_days(2026y / November / 20) + hours(12);

/// Snapshots that are so many minutes older than a minute to one.
std::vector<Snapshot> aged(const std::vector<int>& ages)
{
    std::vector<Snapshot> all;
    for (const int age : ages)
        all.push_back({std::to_string(age), noon + minutes(59 - age), 100, 0});
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

Names namesIn(const std::filesystem::path& folder)
{
    Names names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    return names;
}

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
        QVERIFY(all == (std::vector<Snapshot>{third, second, first})); // as they were taken
        std::vector<std::string> problems;
        QVERIFY(
            !ProjectFile::open(first.file, ProjectFile::Access::ReadOnly).load(problems).item("layout", "v"));
        QVERIFY(
            ProjectFile::open(second.file, ProjectFile::Access::ReadOnly).load(problems).item("layout", "v"));
        QVERIFY(problems.empty());
    }

    void aClockThatGoesBackLosesNothing_data()
    {
        QTest::addColumn<int>("back"); // hours that the clock goes back, after a month of work
        QTest::addColumn<int>("taken"); // snapshots after that
        QTest::newRow("an hour") << 1 << 30;
        QTest::newRow("to another day") << 30 << 30;
        QTest::newRow("to the beginning of time") << 56 * 365 * 24 << 30;
    }

    void aClockThatGoesBackLosesNothing()
    {
        QFETCH(const int, back);
        QFETCH(const int, taken);
        std::vector<Snapshot> all; // the one taken last first, at first of every hour of forty days
        int number = 0;
        const auto take = [&](SnapshotTime time) {
            all.insert(all.begin(), {std::to_string(++number), time, 100, number});
            const std::vector<Snapshot> before = all;
            all = snapshotsToKeep(all, {});
            QVERIFY(all.front() == before.front()); // and the order stays that of taking
            QVERIFY(std::ranges::is_sorted(all, std::greater(), &Snapshot::number));
        };
        for (int hour = 0; hour < 40 * 24; ++hour)
            take(noon + hours(hour));
        const std::vector<Snapshot> before = all;
        const SnapshotTime now = noon + hours(40 * 24 - back);
        for (int i = 0; i < taken; ++i)
            take(now + minutes(5 * i));
        // All that is of a later time is there as it was before, but for the ten that were only recent.
        for (const Snapshot& snapshot : before) {
            const bool isLater = all.front().time < snapshot.time;
            const bool isThere = std::ranges::find(all, snapshot) != all.end();
            QVERIFY2(!isLater || isThere, snapshot.file.c_str());
        }
        QVERIFY(all.size() >= 10 && all.size() < 140);
        // When the clock is right again, the states of the days before are still there.
        take(noon + hours(40 * 24));
        std::set<long long> days;
        for (const Snapshot& snapshot : all)
            days.insert((snapshot.time - noon) / hours(24));
        QVERIFY2(days.size() >= 31, std::to_string(days.size()).c_str());
    }

    void aClockThatWasAheadPushesNothingOut()
    {
        std::vector<Snapshot> all;
        const auto take = [&](SnapshotTime time) {
            const int number = all.empty() ? 1 : all.front().number + 1;
            all.insert(all.begin(), {std::to_string(number), time, 100, number});
            all = snapshotsToKeep(all, {});
        };
        for (int i = 0; i < 20; ++i)
            take(noon + years(70) + hours(i));
        for (int i = 0; i < 48; ++i)
            take(noon + hours(i));
        const auto ofToday
            = std::ranges::count_if(all, [](const Snapshot& each) { return each.time < noon + years(1); });
        QCOMPARE(ofToday, 24 + 1); // each of 24 hours, and the day before
    }

    void filesFromTheFutureAreTakenAsTheyAre()
    {
        ProjectFile project = ProjectFile::open(m_project);
        const auto future = std::filesystem::file_time_type::clock::now() + hours(24 * 3650);
        std::filesystem::last_write_time(m_project, future);
        const Snapshot taken = takeSnapshot(project, noon + hours(3));
        std::filesystem::last_write_time(taken.file, future);
        QVERIFY(snapshotsOf(m_project).front() == taken);
        project.write({{}, {}, {{std::nullopt, Item{"layout", "future", "{}"}}}});
        std::vector<std::string> problems;
        QVERIFY(ProjectFile::open(m_project).load(problems).item("layout", "future"));
    }

    void theFirstNamesAreStillRead()
    {
        const std::filesystem::path folder = snapshotFolder(m_project);
        std::ofstream(folder / "20200101T000000Z.polylogue") << "old";
        const std::vector<Snapshot> all = snapshotsOf(m_project);
        QVERIFY(all.back().number == 0 && all.back().time == sys_days(2020y / January / 1));
        std::filesystem::remove(all.back().file);
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

    void originsStay()
    {
        const std::filesystem::path path = m_folder.filePath(QStringLiteral("o.polylogue")).toStdString();
        ProjectFile project = ProjectFile::create(path);
        const SnapshotRule rule{2, 0, 0, 1, 3};
        std::vector<Snapshot> origins;
        for (int i = 0; i < 4; ++i) {
            origins.insert(origins.begin(), takeOrigin(project, noon + seconds(i), rule));
            QVERIFY(origins.front().isOrigin && std::filesystem::exists(origins.front().file));
        }
        origins.pop_back(); // the first: three are kept
        Snapshot last;
        for (int i = 0; i < 4; ++i)
            last = takeSnapshot(project, noon + hours(48 + i), rule);
        std::vector<Snapshot> all = snapshotsOf(path);
        QVERIFY(!last.isOrigin && all.front() == last); // one byte is room for none but the latest
        all.erase(all.begin());
        QVERIFY(all == origins);
        QVERIFY(snapshotsToKeep(snapshotsOf(path), rule) == snapshotsOf(path));
    }

    void readingLeavesNothingBeside()
    {
        const std::filesystem::path path = m_folder.filePath(QStringLiteral("r.polylogue")).toStdString();
        ProjectFile project = ProjectFile::create(path);
        project.write({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
        const Snapshot taken = takeSnapshot(project, noon);
        {
            std::vector<std::string> problems;
            ProjectFile read = ProjectFile::open(taken.file, ProjectFile::Access::ReadOnly);
            QVERIFY(read.load(problems).tier(1));
            QCOMPARE(namesIn(snapshotFolder(path)), Names{taken.file.filename().string()});
        }
        QCOMPARE(namesIn(snapshotFolder(path)), Names{taken.file.filename().string()});
        for (const char* suffix : {"-wal", "-shm"}) // as they were left before
            std::ofstream(taken.file.string() + suffix) << "";
        const Snapshot next = takeSnapshot(project, noon, {1, 0, 0, 1000000000});
        QCOMPARE(namesIn(snapshotFolder(path)), Names{next.file.filename().string()});
    }

    void aFolderThatCannotBeUsedIsTold()
    {
        const std::filesystem::path path = m_folder.filePath(QStringLiteral("q.polylogue")).toStdString();
        ProjectFile project = ProjectFile::create(path);
        QVERIFY(snapshotsOf(path).empty());
        std::ofstream(snapshotFolder(path)) << "no folder";
        QVERIFY(test::failureOf([&] { snapshotsOf(path); }).starts_with("io"));
        QVERIFY(test::failureOf([&] { takeSnapshot(project, noon); }).starts_with("io"));
    }
};

QTEST_GUILESS_MAIN(TestSnapshots)
#include "tst_snapshots.moc"
