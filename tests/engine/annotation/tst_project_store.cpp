#include "engine/annotation/project/project_store.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <atomic>

#include "tests/support/annotations.h"
#include "tests/support/waiting.h"

using namespace engine;
using namespace std::chrono_literals;

class TestProjectStore : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

    static Annotation loaded(const std::filesystem::path& path)
    {
        std::vector<std::string> problems;
        return ProjectFile::open(path).load(problems);
    }

private slots:
    void whatIsHandedOverGetsToTheDisk()
    {
        Annotation annotation;
        std::atomic<std::uint64_t> told = 0;
        {
            ProjectStore store(ProjectFile::create(file("a.polylogue")),
                               [&](const auto& state) { told = state.durable; });
            const auto both = [&](const Change& change) {
                annotation.apply(change);
                return store.write(change);
            };
            both({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
            for (int i = 0; i < 200; ++i)
                both(insertSegment(annotation, test::segment(1, i, i + 1)));
            const std::uint64_t last = both(setText(annotation, 3, "x"));
            QVERIFY(store.flush(20s));
            QCOMPARE(store.state().durable, last);
            QTRY_COMPARE(told.load(), last);
            QVERIFY(loaded(file("a.polylogue")) == annotation); // while the store is still open
        }
        QVERIFY(loaded(file("a.polylogue")) == annotation);
    }

    /// Whoever sends the file while it is open sends all that was said to be saved, without what lies beside
    /// it.
    void aCopyOfTheFileAloneIsWholeAMomentLater()
    {
        Annotation annotation;
        ProjectStore store(ProjectFile::create(file("sent.polylogue")), {});
        const Change tier{{{std::nullopt, test::tier(1, "words")}}, {}, {}};
        annotation.apply(tier);
        store.write(tier);
        QVERIFY(store.flush(20s));
        QTRY_VERIFY(([&] {
            std::filesystem::copy_file(file("sent.polylogue"), file("copy.polylogue"),
                                       std::filesystem::copy_options::overwrite_existing);
            return loaded(file("copy.polylogue")) == annotation;
        }()));
    }

    void nothingIsLostWhenItIsClosedAtOnce()
    {
        Annotation annotation;
        {
            ProjectStore store(ProjectFile::create(file("b.polylogue")), {});
            const Change tier{{{std::nullopt, test::tier(1, "words")}}, {}, {}};
            annotation.apply(tier);
            store.write(tier);
        }
        QVERIFY(loaded(file("b.polylogue")) == annotation);
    }

    void aWriteThatFailsIsToldAndTriedAgain()
    {
        ProjectFile project = ProjectFile::create(file("c.polylogue"));
        auto blocker
            = std::make_unique<SQLite::Database>(file("c.polylogue").string(), SQLite::OPEN_READWRITE);
        blocker->exec("BEGIN IMMEDIATE"); // another program is in the middle of a write
        std::mutex mutex;
        std::vector<ProjectStore::State> told;
        ProjectStore store(
            std::move(project),
            [&](const auto& state) {
                const std::lock_guard lock(mutex);
                told.push_back(state);
            },
            50ms);
        store.write({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
        QTRY_VERIFY(!store.state().failure.empty());
        QVERIFY(store.state().failure.find("another program is writing it") != std::string::npos);
        QVERIFY(!store.flush(1ms));
        store.write({{}, {}, {{std::nullopt, Item{"layout", "v", "{}"}}}});
        blocker.reset();
        QVERIFY(store.flush(20s));
        QVERIFY(store.state().failure.empty());
        const Annotation read = loaded(file("c.polylogue"));
        QVERIFY(read.tier(1) && read.item("layout", "v"));
        const auto isOver = [&] { // it is told a moment after it is there
            const std::lock_guard lock(mutex);
            return told.back().failure.empty();
        };
        QTRY_VERIFY(isOver());
        const std::lock_guard lock(mutex);
        QVERIFY(!told.front().failure.empty());
        QCOMPARE(told.back().durable, std::uint64_t(2));
    }

    void aTaskSeesWhatWasWrittenBeforeIt()
    {
        ProjectStore store(ProjectFile::create(file("d.polylogue")), {});
        store.write({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
        store.run([&](ProjectFile& project) { project.copyTo(file("copy.polylogue")); });
        QVERIFY(store.flush(20s));
        QVERIFY(loaded(file("copy.polylogue")).tier(1));
    }

    void aTaskThatThrowsIsToldAndWorkGoesOn()
    {
        std::atomic<int> told = 0;
        ProjectStore store(ProjectFile::create(file("e.polylogue")),
                           [&](const auto& state) { told += state.taskFailure.empty() ? 0 : 1; });
        store.run([](ProjectFile&) { throw std::runtime_error("no more room"); });
        QTRY_COMPARE(told.load(), 1);
        QCOMPARE(store.state().taskFailure, std::string("no more room"));
        store.write({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
        QVERIFY(store.flush(20s));
        QVERIFY(loaded(file("e.polylogue")).tier(1));
    }
};

QTEST_GUILESS_MAIN(TestProjectStore)
#include "tst_project_store.moc"
