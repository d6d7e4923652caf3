#include <QTemporaryDir>
#include <QTest>

#include "tests/support/cli.h"
#include "tests/support/demo_recordings.h"

using engine::test::runCli;

/// `polylogue-cli extract`: what it says, and its exit codes.
class TestExtractCommand : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { engine::test::demoRecordings(m_folder.path().toStdString(), {"finn_1"}); }

    void aRecordingBecomesADataset()
    {
        const auto result = runCli({QStringLiteral("extract"), path("finn_1.mp4"), QStringLiteral("--out"),
                                    path("out"), QStringLiteral("--features"), QStringLiteral("words,mfcc")});
        QVERIFY2(result.exitCode == 0, result.errors);
        QVERIFY(result.output.contains("1 of 1 recordings done"));
        QVERIFY(QFile::exists(path("out/words.csd")) && QFile::exists(path("out/mfcc.csd")));
        QVERIFY(!QFile::exists(path("out/phones.csd")));
        const auto info = runCli({QStringLiteral("info"), path("out/words.csd")});
        QVERIFY(info.output.contains("words"));
    }

    void aFailureIsNamedAndCounted()
    {
        QFile broken(path("broken.mp4"));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("text") > 0);
        broken.close();
        const auto result = runCli({QStringLiteral("extract"), path("finn_1.mp4"), path("broken.mp4"),
                                    QStringLiteral("--out"), path("out2"), QStringLiteral("--features"),
                                    QStringLiteral("mfcc")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("broken: sound failed"), result.errors);
        QVERIFY(result.output.contains("1 of 2 recordings done, 1 failed"));
        QVERIFY(QFile::exists(path("out2/mfcc.csd")));
    }

    void theLicenceOfTheLandmarksIsSaidOnce()
    {
        qputenv("XDG_DATA_HOME", path("data").toUtf8());
        const auto says = [&](const QString& features, const QString& out) {
            return runCli({QStringLiteral("extract"), path("finn_1.mp4"), QStringLiteral("--out"),
                           path("licence") + out, QStringLiteral("--features"), features})
                .errors.contains("libdlib-data");
        };
        QVERIFY(!says(QStringLiteral("mfcc"), QStringLiteral("1")));
        QVERIFY(says(QStringLiteral("face"), QStringLiteral("2")));
        QVERIFY(!says(QStringLiteral("face"), QStringLiteral("3")));
        qunsetenv("XDG_DATA_HOME");
    }

    void eventsAreLinesOfJson()
    {
        const auto result
            = runCli({QStringLiteral("extract"), path("finn_1.mp4"), QStringLiteral("--out"), path("out3"),
                      QStringLiteral("--features"), QStringLiteral("mfcc"), QStringLiteral("--events")});
        QCOMPARE(result.exitCode, 0);
        const QByteArrayList lines = result.output.trimmed().split('\n');
        QVERIFY(lines.size() >= 2);
        QVERIFY2(lines.last().contains("\"state\":\"done\"") && lines.last().contains("\"overall\":"),
                 lines.last());
    }

    void aWrongCallIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no media") << QStringList{QStringLiteral("--out"), QStringLiteral("x")};
        QTest::newRow("no folder") << QStringList{QStringLiteral("a.mp4")};
        QTest::newRow("unknown set") << QStringList{QStringLiteral("a.mp4"), QStringLiteral("--out"),
                                                    QStringLiteral("x"), QStringLiteral("--features"),
                                                    QStringLiteral("gaze")};
        QTest::newRow("shard") << QStringList{QStringLiteral("a.mp4"), QStringLiteral("--out"),
                                              QStringLiteral("x"), QStringLiteral("--shard"),
                                              QStringLiteral("3/2")};
    }
    void aWrongCallIsSaid()
    {
        QFETCH(const QStringList, arguments);
        const auto result = runCli(QStringList{QStringLiteral("extract")} + arguments);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.errors.isEmpty());
    }

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestExtractCommand)

#include "tst_extract_command.moc"
