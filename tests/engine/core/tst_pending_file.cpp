#include "engine/core/pending_file.h"
#include "engine/core/unfinished.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/failure.h"

using engine::PendingFile;

class TestPendingFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_target = m_folder.filePath(QStringLiteral("result.csd")).toStdString();

    static void write(const std::filesystem::path& path, const std::string& text)
    {
        std::ofstream(path) << text;
    }
    static std::string read(const std::filesystem::path& path)
    {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    long files() const
    {
        return std::distance(std::filesystem::directory_iterator(m_folder.path().toStdString()), {});
    }

private slots:
    void theOldFileStaysUntilTheNewOneIsComplete()
    {
        write(m_target, "old");
        PendingFile pending(m_target);
        write(pending.temporary(), "new");
        QCOMPARE(read(m_target), std::string("old"));
        pending.commit();
        QCOMPARE(read(m_target), std::string("new"));
        QCOMPARE(files(), 1);
    }

    void whatIsNotCommittedIsRemoved()
    {
        write(m_target, "old");
        {
            PendingFile pending(m_target);
            write(pending.temporary(), "half");
            const PendingFile moved = std::move(pending);
            QCOMPARE(files(), 2);
        }
        QCOMPARE(files(), 1);
        QCOMPARE(read(m_target), std::string("old"));
    }

    void whetherAProcessHasEndedIsTold()
    {
        const pid_t child = fork();
        if (child == 0)
            _exit(0);
        waitpid(child, nullptr, 0);
        QVERIFY(engine::hasEnded(child));
        QVERIFY(!engine::hasEnded(getpid()));
        QVERIFY(!engine::hasEnded(1)); // may be another person's
        QVERIFY(!engine::hasEnded(0) && !engine::hasEnded(-1));
    }

    void whatAKilledProcessLeftIsRemovedByTheNext()
    {
        const pid_t child = fork();
        if (child == 0) {
            const PendingFile pending(m_target);
            write(pending.temporary(), "half");
            kill(getpid(), SIGKILL);
        }
        waitpid(child, nullptr, 0);
        const PendingFile living(m_target.parent_path() / "other.csd");
        write(living.temporary(), "of a process that lives");
        const long before = files();
        const PendingFile next(m_target);
        QCOMPARE(files(), before - 1);
        const PendingFile again(m_target.parent_path() / "other.csd");
        QCOMPARE(files(), before - 1);
    }

    void twoWritersOfOneFileDoNotMeet()
    {
        const PendingFile one(m_target);
        const PendingFile other(m_target);
        QVERIFY(one.temporary() != other.temporary());
        QCOMPARE(one.temporary().parent_path(), m_target.parent_path());
    }

    void messagesNameTheTarget()
    {
        QCOMPARE(engine::targetName(PendingFile(m_target).temporary()), m_target.string());
        QCOMPARE(engine::targetName(PendingFile(PendingFile(m_target).temporary()).temporary()),
                 m_target.string());
        QCOMPARE(engine::targetName(m_target), m_target.string());
    }

    /// A pipe, a device and a folder would be gone, or what is written would never come.
    void onlyFilesAreReplaced()
    {
        namespace fs = std::filesystem;
        const fs::path folder = m_target.parent_path();
        fs::create_directory(folder / "talks");
        QVERIFY(mkfifo((folder / "pipe").c_str(), 0600) == 0);
        fs::create_symlink("/dev/null", folder / "device");
        for (const char* name : {"talks", "pipe", "device"}) {
            try {
                PendingFile(folder / name);
                QFAIL(name);
            } catch (const engine::IoError& error) {
                QVERIFY2(std::string(error.what()).find(name) != std::string::npos, error.what());
            }
            QVERIFY(fs::exists(folder / name));
        }
        QVERIFY(fs::is_fifo(folder / "pipe"));
        write(m_target, "old");
        fs::create_symlink(m_target, folder / "link");
        fs::create_symlink("nowhere", folder / "dangling");
        PendingFile(folder / "link");
        PendingFile(folder / "dangling");
    }

    void aFileThatCannotBePlacedIsAnError()
    {
        PendingFile pending(m_target); // nothing was written
        QVERIFY_THROWS_EXCEPTION(engine::IoError, pending.commit());
    }
};

QTEST_GUILESS_MAIN(TestPendingFile)
#include "tst_pending_file.moc"
