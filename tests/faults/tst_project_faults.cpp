#include "engine/annotation/project/project_file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/annotations.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/journalings.h"

using namespace engine;
using test::FaultyDisk;

namespace {

const QString kInMemory = QFileInfo(QStringLiteral("/dev/shm")).isWritable()
    ? QStringLiteral("/dev/shm/project-faults-XXXXXX")
    : QDir::tempPath() + QStringLiteral("/project-faults-XXXXXX");

/// A short day's work: each change with the state that it leads to.
std::vector<std::pair<Change, Annotation>> work()
{
    std::vector<std::pair<Change, Annotation>> steps;
    Annotation annotation;
    const auto add = [&](const Change& change) {
        annotation.apply(change);
        steps.emplace_back(change, annotation);
    };
    add({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
    for (int i = 0; i < 4; ++i)
        add(insertSegment(annotation, test::segment(1, 2 * i, 2 * i + 2)));
    add(setText(annotation, 2, std::string(6000, 'x'))); // more than a page
    add(setValue(annotation, 3, "sentiment", LabelValue{2.0, {"ada", 1, 1, "video"}}));
    add(moveEdge(annotation, 2, true, TimePoint::ofTicks(test::ticks(5)), EdgeMode::Overwrite));
    add(removeSegments(annotation, std::vector<SegmentId>{1, 4}));
    add({{}, {}, {{std::nullopt, Item{"layout", "v", "{}"}}}});
    return steps;
}

/// Does the work until something fails. @return how many changes were acknowledged.
std::size_t workOn(const std::filesystem::path& path, std::string& failure)
{
    std::size_t acknowledged = 0;
    try {
        ProjectFile project = ProjectFile::open(path);
        for (const auto& [change, state] : work()) {
            project.write(change);
            ++acknowledged;
        }
    } catch (const Error& error) {
        failure = error.what();
    }
    return acknowledged;
}

/// Number of changes that the file holds; absent when that is no state that ever was.
std::optional<std::size_t> stateOf(const std::filesystem::path& path)
{
    std::vector<std::string> problems;
    const Annotation annotation = ProjectFile::open(path).load(problems);
    std::erase_if(problems, [](const std::string& problem) { // one that nobody was told is saved
        return problem.starts_with("The latest edit was being written when the machine stopped");
    });
    if (!problems.empty() || !annotation.checkConsistency().empty())
        return std::nullopt;
    if (annotation == Annotation())
        return 0;
    const auto steps = work();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].second == annotation)
            return i + 1;
    }
    return std::nullopt;
}

}

class TestProjectFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() { test::addJournalings(); }

    void init() { test::useJournaling(); }

    void whatWasAcknowledgedIsThereWhateverFails_data()
    {
        QTest::addColumn<FaultyDisk::Fault>("fault");
        QTest::newRow("an error") << FaultyDisk::Fault::Error;
        QTest::newRow("a short write") << FaultyDisk::Fault::ShortWrite;
        QTest::newRow("a full disk") << FaultyDisk::Fault::Full;
        QTest::newRow("power loss") << FaultyDisk::Fault::PowerLoss;
    }

    void whatWasAcknowledgedIsThereWhateverFails()
    {
        QFETCH(const FaultyDisk::Fault, fault);
        std::size_t failures = 0;
        for (std::size_t operation = 0;; ++operation) {
            const QTemporaryDir folder(kInMemory); // syncs are counted, and need not take their time
            const std::filesystem::path root = folder.path().toStdString();
            const std::filesystem::path path = root / "p.polylogue";
            std::filesystem::path found = path;
            std::size_t acknowledged = 0;
            std::string failure;
            bool failed = false;
            bool atTheEnd = false;
            {
                FaultyDisk sound(FaultyDisk::Fault::None, 0);
                ProjectFile::create(path);
            }
            {
                FaultyDisk disk(fault, operation, static_cast<unsigned>(operation));
                acknowledged = workOn(path, failure);
                failed = disk.hasFailed();
                atTheEnd = operation >= disk.operations();
                if (fault == FaultyDisk::Fault::PowerLoss && failed) {
                    found = root / "after" / "p.polylogue";
                    std::filesystem::create_directories(root / "after");
                    disk.recoverInto(root / "after");
                }
            }
            const auto state = stateOf(found);
            QVERIFY2(state,
                     qPrintable(QStringLiteral("operation %1: no state that ever was").arg(operation)));
            QVERIFY2(*state >= acknowledged && *state <= acknowledged + 1,
                     qPrintable(QStringLiteral("operation %1: %2 acknowledged, %3 there")
                                    .arg(operation)
                                    .arg(acknowledged)
                                    .arg(*state)));
            QVERIFY(failure.empty() || failure.find(path.string()) == 0);
            if (atTheEnd)
                break;
            failures += failed ? 1 : 0;
        }
        QVERIFY(failures > 20);
        qInfo("%zu places failed", failures);
    }
};

QTEST_GUILESS_MAIN(TestProjectFaults)
#include "tst_project_faults.moc"
