#include "engine/annotation/project/project_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>
#include <array>
#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/annotations.h"
#include "tests/support/failure.h"
#include "tests/support/journalings.h"

using namespace engine;
namespace fs = std::filesystem;

namespace {

/// Does something in a process of its own. @return it; its exit status is what `work` returns
pid_t process(const std::function<int()>& work)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(work());
    return child;
}

int statusOf(pid_t child)
{
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Lets several processes begin at one moment.
class Gate {
public:
    Gate() { m_ok = pipe(m_ready.data()) == 0 && pipe(m_open.data()) == 0; }
    bool isOk() const { return m_ok; }
    void wait() const // in the child
    {
        char byte = 'r';
        (void)!write(m_ready[1], &byte, 1);
        (void)!read(m_open[0], &byte, 1);
    }
    void openFor(int processes) const
    {
        char byte = 'o';
        for (int i = 0; i < processes; ++i)
            (void)!read(m_ready[0], &byte, 1);
        for (int i = 0; i < processes; ++i)
            (void)!write(m_open[1], &byte, 1);
    }

private:
    std::array<int, 2> m_ready{};
    std::array<int, 2> m_open{};
    bool m_ok = false;
};

Change word(int number, const std::string& text)
{
    Segment segment = test::segment(1, number, number + 1);
    segment.id = number;
    segment.text = text;
    return {{}, {{std::nullopt, segment}}, {}};
}

}

class TestTwoWriters : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path m_path;
    int m_count = 0;

private slots:
    void initTestCase_data() { test::addJournalings(); }

    void init()
    {
        test::useJournaling();
        m_path = m_folder.filePath(QStringLiteral("%1.polylogue").arg(++m_count)).toStdString();
        ProjectFile::create(m_path).write({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
    }

    void oneThatFindsAnotherWritingSaysSo()
    {
        ProjectFile project = ProjectFile::open(m_path);
        {
            SQLite::Database other(m_path.string(), SQLite::OPEN_READWRITE);
            SQLite::Transaction writing(other, SQLite::TransactionBehavior::IMMEDIATE);
            const std::string failure = test::failureOf([&] { project.write(word(1, "a")); });
            QVERIFY2(failure.starts_with("io: ") && failure.ends_with("another program is writing it"),
                     failure.c_str());
        }
        project.write(word(1, "a")); // and goes on when the other is done
        std::vector<std::string> problems;
        QCOMPARE(ProjectFile::open(m_path).load(problems).segments().size(), std::size_t(1));
    }

    void oneThatFindsTheFileChangedSaysSo()
    {
        ProjectFile one = ProjectFile::open(m_path);
        ProjectFile other = ProjectFile::open(m_path);
        one.write(word(1, "one"));
        const std::string failure = test::failureOf([&] { other.write(word(1, "other")); });
        QVERIFY2(failure.starts_with("changed_elsewhere: ")
                     && failure.ends_with("another program has changed it since it was opened here"),
                 failure.c_str());
        one.write(word(2, "one"));
        std::vector<std::string> problems;
        const Annotation annotation = other.load(problems); // knows it now, and may write
        QCOMPARE(annotation.segment(1)->text, std::string("one"));
        other.write(word(3, "other"));
        QVERIFY(test::failureOf([&] { one.write(word(4, "one")); }).starts_with("changed_elsewhere"));
        QCOMPARE(other.load(problems).segments().size(), std::size_t(3));
    }

    void aReaderDoesNotDisturb()
    {
        ProjectFile project = ProjectFile::open(m_path);
        for (int i = 1; i < 20; ++i) {
            project.write(word(i, "a"));
            std::vector<std::string> problems;
            ProjectFile reader = ProjectFile::open(m_path, ProjectFile::Access::ReadOnly);
            QCOMPARE(reader.load(problems).segments().size(), std::size_t(i));
        }
    }

    void oneOfTwoProcessesWritesTheOtherIsTold()
    {
        constexpr int kEdits = 40;
        constexpr int kTold = 100; // beside the number of edits that were acknowledged
        const Gate gate;
        QVERIFY(gate.isOk());
        const fs::path path = m_path;
        const auto writer = [&](const std::string& text) {
            return process([&, text] {
                int acknowledged = 0;
                try {
                    ProjectFile project = ProjectFile::open(path);
                    gate.wait();
                    for (int i = 1; i <= kEdits; ++i, ++acknowledged)
                        project.write(word(i, text));
                } catch (const IoError& error) {
                    return error.code() == "changed_elsewhere" ? kTold + acknowledged : 255;
                } catch (...) {
                    return 255;
                }
                return acknowledged;
            });
        };
        const pid_t one = writer("one");
        const pid_t other = writer("other");
        gate.openFor(2);
        const int ofOne = statusOf(one);
        const int ofOther = statusOf(other);
        QVERIFY2((ofOne == kEdits && ofOther == kTold) || (ofOther == kEdits && ofOne == kTold),
                 qPrintable(QStringLiteral("%1 and %2").arg(ofOne).arg(ofOther)));
        std::vector<std::string> problems;
        const Annotation annotation = ProjectFile::open(m_path).load(problems);
        QCOMPARE(problems, std::vector<std::string>());
        QCOMPARE(annotation.segments().size(), std::size_t(kEdits));
        for (const auto& [id, segment] : annotation.segments())
            QCOMPARE(segment.text, std::string(ofOne == kEdits ? "one" : "other"));
    }

    void aReaderSeesWholeStates()
    {
        const fs::path path = m_path;
        const pid_t writer = process([path] {
            ProjectFile project = ProjectFile::open(path);
            for (int i = 1; i <= 400; i += 2) { // always two at once, with an item that counts them
                Change both = word(i, "a");
                both.segments.push_back(word(i + 1, "b").segments.front());
                both.items.push_back({std::nullopt, Item{"count", "words", std::to_string(i + 1)}});
                project.write(both);
            }
            return 0;
        });
        std::size_t last = 0;
        bool isDone = false;
        for (int status = 0; !isDone;) {
            isDone = waitpid(writer, &status, WNOHANG) == writer;
            std::vector<std::string> problems;
            const Annotation annotation
                = ProjectFile::open(m_path, ProjectFile::Access::ReadOnly).load(problems);
            QCOMPARE(problems, std::vector<std::string>());
            const Item* count = annotation.item("count", "words");
            QCOMPARE(annotation.segments().size(), count ? std::stoul(count->json) : 0UL);
            QVERIFY(annotation.segments().size() >= last);
            last = annotation.segments().size();
        }
        QCOMPARE(last, std::size_t(400));
    }

    void aKilledWriterLeavesTheFileToTheNext()
    {
        const fs::path path = m_path;
        for (int round = 0; round < 10; ++round) {
            const pid_t writer = process([path] {
                ProjectFile project = ProjectFile::open(path);
                std::vector<std::string> problems;
                for (int i = static_cast<int>(project.load(problems).unusedSegment());; ++i)
                    project.write(word(i, "a"));
                return 0;
            });
            usleep(static_cast<useconds_t>(3000 + 1700 * round));
            kill(writer, SIGKILL);
            statusOf(writer);
            std::vector<std::string> problems;
            ProjectFile next = ProjectFile::open(m_path);
            const Annotation annotation = next.load(problems);
            QCOMPARE(problems, std::vector<std::string>());
            QVERIFY(!next.isReadOnly());
            next.write(word(static_cast<int>(annotation.unusedSegment()), "next"));
        }
    }
};

QTEST_GUILESS_MAIN(TestTwoWriters)
#include "tst_two_writers.moc"
