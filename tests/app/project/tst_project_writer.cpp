#include "app/project/project_writer.h"
#include "engine/annotation/project/snapshots.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/annotations.h"
#include "tests/support/faulty_disk.h"
#include "tests/support/waiting.h"

using app::ProjectWriter;
using namespace engine;

class ProjectWriterTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("p.polylogue")).toStdString();
        m_annotation = {};
        m_writer = std::make_unique<ProjectWriter>(ProjectFile::create(m_path));
        edit({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
        QTRY_COMPARE(m_writer->state(), ProjectWriter::State::Saved);
    }

    void savedIsSaidWhenTheDiskHasIt()
    {
        edit(insertSegment(m_annotation, test::segment(1, 0, 1)));
        QCOMPARE(m_writer->state(), ProjectWriter::State::Saving);
        QTRY_COMPARE(m_writer->state(), ProjectWriter::State::Saved);
        QVERIFY(onDisk() == m_annotation);
        QVERIFY(m_writer->sinceSaved());
    }

    void theStepsOfAGestureAreWrittenTogether()
    {
        edit(insertSegment(m_annotation, test::segment(1, 0, 1)));
        const quint64 before = m_writer->given();
        for (int end = 2; end < 50; ++end)
            edit(moveEdge(m_annotation, 1, true, TimePoint::ofTicks(test::ticks(end)), EdgeMode::Follow),
                 true);
        QVERIFY(m_writer->given() <= before + 1); // all within 100 ms, unless this machine stood still
        QTRY_COMPARE(m_writer->state(), ProjectWriter::State::Saved);
        QVERIFY(onDisk() == m_annotation);
    }

    void whatWaitsIsWrittenAtTheEnd()
    {
        edit(insertSegment(m_annotation, test::segment(1, 0, 1)), true);
        m_writer.reset();
        QVERIFY(onDisk() == m_annotation);
    }

    void earlierStatesArePutAside()
    {
        QTRY_COMPARE(snapshotsOf(m_path).size(), std::size_t{1}); // after the first edit
        edit(insertSegment(m_annotation, test::segment(1, 0, 1)));
        m_writer.reset(); // and at the end
        QCOMPARE(snapshotsOf(m_path).size(), std::size_t{2});
        m_writer = std::make_unique<ProjectWriter>(ProjectFile::open(m_path));
        m_writer->putAsideChanges(); // there are none
        QVERIFY(isWritten(20000));
        m_writer->write({{}, {}, {{std::nullopt, Item{"layout", "view", "{}"}}}}, false);
        m_writer.reset(); // where the window looks is no edit
        QCOMPARE(snapshotsOf(m_path).size(), std::size_t{2});
    }

    void tasksComeAfterWhatWasEditedBefore()
    {
        edit(insertSegment(m_annotation, test::segment(1, 0, 1)), true);
        bool done = false;
        QString failure;
        Annotation seen;
        m_writer->run(
            [&](ProjectFile& file) {
                std::vector<std::string> problems;
                seen = file.load(problems);
            },
            [&](const QString&) { done = true; });
        m_writer->run([](ProjectFile&) { throw IoError("io", "x", "is full"); },
                      [&](const QString& why) { failure = why; });
        QTRY_VERIFY(!failure.isEmpty());
        QVERIFY(done);
        QVERIFY(seen == m_annotation);
    }

    void aFullDiskIsSaidAndTheEditsStay()
    {
        m_writer.reset();
        const auto path = m_folder->filePath(QStringLiteral("full.polylogue")).toStdString();
        static_cast<void>(ProjectFile::create(path));
        std::size_t toOpen = 0;
        {
            const test::FaultyDisk disk(test::FaultyDisk::Fault::None, 0);
            const ProjectFile file = ProjectFile::open(path);
            toOpen = disk.operations();
        }
        const test::FaultyDisk disk(test::FaultyDisk::Fault::Full, toOpen);
        m_writer = std::make_unique<ProjectWriter>(ProjectFile::open(path));
        m_writer->write({{{std::nullopt, test::tier(1, "words")}}, {}, {}}, false);
        QTRY_COMPARE(m_writer->state(), ProjectWriter::State::Failed);
        QVERIFY2(m_writer->failure().contains(QStringLiteral("the disk is full")),
                 qPrintable(m_writer->failure()));
        QVERIFY(!isWritten(50));
        QVERIFY(!m_writer->sinceSaved());
        m_writer.reset(); // gives up, does not hang
    }

    /// A memory stick that is pulled out, a share that goes: nothing is called saved that is nowhere.
    void aFolderThatGoesIsSaidAndNothingIsLostWhenItReturns()
    {
        const std::filesystem::path folder = m_path.parent_path();
        const std::filesystem::path away = folder.string() + " away";
        std::filesystem::rename(folder, away);
        edit(insertSegment(m_annotation, test::segment(1, 0, 1)));
        QTRY_COMPARE(m_writer->state(), ProjectWriter::State::Failed);
        QVERIFY2(m_writer->failure().contains(QString::fromStdString(m_path.string())),
                 qPrintable(m_writer->failure()));
        edit(insertSegment(m_annotation, test::segment(1, 1, 2)));
        QTest::qWait(50);
        QCOMPARE(m_writer->state(), ProjectWriter::State::Failed);
        std::filesystem::rename(away, folder);
        QTRY_COMPARE(m_writer->state(), ProjectWriter::State::Saved);
        QVERIFY(onDisk() == m_annotation);
    }

    void aFolderThatIsRemovedIsNeverCalledSaved()
    {
        std::filesystem::remove_all(m_path.parent_path());
        edit(insertSegment(m_annotation, test::segment(1, 0, 1)));
        QTRY_COMPARE(m_writer->state(), ProjectWriter::State::Failed);
        m_writer.reset(); // gives up, does not hang
    }

private:
    void edit(const Change& change, bool continues = false)
    {
        m_annotation.apply(change);
        m_writer->write(change, continues);
    }
    /// What the writer answers when it is asked to tell that all is written.
    bool isWritten(int milliseconds)
    {
        std::optional<bool> answer;
        m_writer->whenWritten(milliseconds, [&answer](bool isWritten) { answer = isWritten; });
        return QTest::qWaitFor([&answer] { return answer.has_value(); }, support::kPatience) && *answer;
    }
    Annotation onDisk() const
    {
        std::vector<std::string> problems;
        return ProjectFile::open(m_path, ProjectFile::Access::ReadOnly).load(problems);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
    Annotation m_annotation;
    std::unique_ptr<ProjectWriter> m_writer;
};

QTEST_GUILESS_MAIN(ProjectWriterTest)
#include "tst_project_writer.moc"
