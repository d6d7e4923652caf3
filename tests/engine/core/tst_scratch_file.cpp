#include "engine/core/scratch_file.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace engine;

class TestScratchFile : public QObject {
    Q_OBJECT

private slots:
    void cleanup()
    {
        reserveScratchFiles(0);
        if (m_before.isNull())
            qunsetenv("TMPDIR");
        else
            qputenv("TMPDIR", m_before);
    }

    void aFileHasNoName()
    {
        const QTemporaryDir folder;
        qputenv("TMPDIR", folder.path().toUtf8());
        std::FILE* const file = openScratchFile();
        QVERIFY(file);
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot));
        QVERIFY(std::fputs("text", file) >= 0 && std::fseek(file, 1, SEEK_SET) == 0);
        QCOMPARE(std::fgetc(file), int('e'));
        closeScratchFile(file);
        qputenv("TMPDIR", folder.filePath(QStringLiteral("none")).toUtf8());
        QVERIFY(!openScratchFile());
    }

    void reservedOnesAreGivenWhereNoneCanBeMadeAndComeBackEmpty()
    {
        const QTemporaryDir folder;
        qputenv("TMPDIR", folder.path().toUtf8());
        reserveScratchFiles(1);
        qputenv("TMPDIR", folder.filePath(QStringLiteral("none")).toUtf8());
        for (int time = 0; time < 3; ++time) {
            std::FILE* const file = openScratchFile();
            QVERIFY(file);
            QCOMPARE(std::fgetc(file), EOF);
            QVERIFY(!openScratchFile());
            QVERIFY(std::fseek(file, 0, SEEK_SET) == 0 && std::fputs("text", file) >= 0);
            closeScratchFile(file);
        }
    }

private:
    const QByteArray m_before = qEnvironmentVariableIsSet("TMPDIR") ? qgetenv("TMPDIR") : QByteArray();
};

QTEST_APPLESS_MAIN(TestScratchFile)
#include "tst_scratch_file.moc"
