#include "engine/core/host_name.h"
#include "engine/core/window_lock.h"

#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

#include "tests/support/waiting.h"

using namespace engine;

class TestWindowLock : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_project = m_folder.filePath(QStringLiteral("p.polylogue")).toStdString();

    void write(const std::string& text) const { std::ofstream(m_project.string() + ".lock") << text; }

private slots:
    void whatAWindowHoldsIsHeld()
    {
        QVERIFY(!isOpenInWindow(m_project));
        QLockFile lock(QString::fromStdString(m_project.string() + ".lock"));
        QVERIFY(lock.tryLock());
        QVERIFY(isOpenInWindow(m_project));
        lock.unlock();
        QVERIFY(!isOpenInWindow(m_project));
    }

    void whatAnEndedProcessLeftIsNot()
    {
        QProcess ended;
        ended.start(QStringLiteral("true"), QStringList());
        QVERIFY(ended.waitForStarted());
        const std::string number = std::to_string(ended.processId());
        QVERIFY(ended.waitForFinished(support::kPatience));
        write(number + "\npolylogue\n" + hostName() + "\n");
        QVERIFY(!isOpenInWindow(m_project));
        write(number + "\npolylogue\nelsewhere\n"); // nobody here knows
        QVERIFY(isOpenInWindow(m_project));
    }

    void aNumberThatWasGivenAgainIsNot()
    {
        write(std::to_string(QCoreApplication::applicationPid()) + "\nanother_program\n" + hostName() + "\n");
        QVERIFY(!isOpenInWindow(m_project));
    }

    void nonsenseCountsAsHeld()
    {
        for (const char* text : {"", "1", "x\ny\nz\n", "-1\npolylogue\n"}) {
            write(text);
            QVERIFY2(isOpenInWindow(m_project), text);
        }
    }
};

QTEST_GUILESS_MAIN(TestWindowLock)
#include "tst_window_lock.moc"
