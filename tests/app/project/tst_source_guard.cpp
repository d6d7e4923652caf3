#include "app/project/source_guard.h"
#include "app/tasks/tasks.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/waiting.h"

using namespace app;

namespace {

namespace fs = std::filesystem;

constexpr const char* kFileOfGuard = "words.csd";

}

/// A project knows one file. It changes: by this program while it makes sequences, or by a stranger.
class SourceGuardTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Document m_document;
    Tasks m_tasks;
    SourceGuard m_guard{m_document, m_tasks};
    QSignalSpy m_found{&m_guard, &SourceGuard::found};

    fs::path file() const { return fs::path(m_folder.path().toStdString()) / kFileOfGuard; }

    void write(const std::string& text) const { std::ofstream(file(), std::ios::app) << text; }

    /// @return whether the guard has told of a change
    bool checkTells()
    {
        m_found.clear();
        m_guard.check();
        return QTest::qWaitFor([this] { return m_tasks.isIdle(); }, support::kPatience) && !m_found.isEmpty();
    }

private slots:
    void initTestCase()
    {
        write("the");
        m_guard.setProject(file().parent_path() / "project.polylogue");
        m_document.note(engine::itemOf(engine::describe(file(), file().parent_path(), "sequence", "words")));
        QVERIFY(!checkTells());
    }

    void whatAStrangerWritesIsTold()
    {
        write(" first");
        QVERIFY(checkTells());
        m_guard.keep(m_found[0][1].value<std::vector<engine::SourceFile>>());
        QVERIFY(QTest::qWaitFor([this] { return m_tasks.isIdle(); }, support::kPatience));
        QVERIFY(!checkTells());
    }

    /// Sequences are joined several times; a check may come between two of them.
    void whatWeWriteIsNoNewsAlsoBetweenTwoJoins()
    {
        const fs::file_time_type since = fs::file_time_type::clock::now() - std::chrono::seconds(1);
        write(" second");
        m_guard.expect({file()}, since, true);
        write(" third"); // before the check that the second causes
        QVERIFY(!checkTells());
        write(" fourth"); // by a project that is opened again, say
        QVERIFY(!checkTells());
        m_guard.expect({file()}, since, false);
        QVERIFY(!checkTells());
        write(" fifth"); // it is over
        QVERIFY(checkTells());
    }

    /// The dataset is read again for each growth: a check may begin while the last one looks, or sums.
    void whatWeWroteIsNoNewsToChecksThatFollowEachOther()
    {
        for (int round = 0; round < 20; ++round) {
            const fs::file_time_type since = fs::file_time_type::clock::now() - std::chrono::seconds(1);
            write(" again");
            m_guard.expect({file()}, since, false);
            m_found.clear();
            for (int check = 0; check < 4; ++check) {
                m_guard.check();
                QTest::qWait(round % 4); // ms
            }
            QVERIFY(QTest::qWaitFor([this] { return m_tasks.isIdle(); }, support::kPatience));
            QVERIFY(m_found.isEmpty());
        }
    }

    void whatWasExpectedForOneProjectIsNotForAnother()
    {
        m_guard.expect({file()}, fs::file_time_type::clock::now() - std::chrono::seconds(1), true);
        m_guard.setProject(file().parent_path() / "other.polylogue");
        write(" sixth");
        QVERIFY(checkTells());
    }
};

QTEST_GUILESS_MAIN(SourceGuardTest)

#include "tst_source_guard.moc"
