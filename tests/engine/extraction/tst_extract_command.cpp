#include "engine/sequences/csd_file.h"
#include "engine/sequences/timed_features.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/cli.h"
#include "tests/support/demo_recordings.h"
#include "tests/support/made_tar.h"

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
        QVERIFY2(lines.first().contains("\"state\":\"searching\""), lines.first());
        QVERIFY2(lines.last().contains("\"seconds\":"), lines.last());
        QVERIFY2(lines.last().contains("\"state\":\"done\"") && lines.last().contains("\"overall\":"),
                 lines.last());
    }

    /// A shard of a WebDataset has the texts of its samples beside these.
    void textsInAnArchiveAreReadInPlace()
    {
        const auto bytes = [](const QString& file) {
            QFile opened(file);
            return opened.open(QIODevice::ReadOnly) ? opened.readAll().toStdString() : std::string();
        };
        const std::string video = bytes(path("finn_1.mp4"));
        const std::string text = bytes(path("finn_1.txt"));
        QVERIFY(!video.empty() && !text.empty());
        const std::string whisper = "{\"segments\": [{\"start\": 0.0, \"end\": 3.0, \"text\": \" "
            + QString::fromStdString(text).simplified().toStdString() + "\"}]}";
        std::ofstream(path("shard.tar").toStdString(), std::ios::binary)
            << engine::test::MadeTar()
                   .add("deep/a.mp4", video)
                   .add("deep/a.txt", text)
                   .add("b.left.mp4", video)
                   .add("b.txt", text)
                   .add("b.cls", "2")
                   .add("c.mp4", video)
                   .add("c.json", whisper)
                   .add("d.mp4", video)
                   .add("d.json", "{\"url\": \"x\", \"caption\": \"no words of a known format\"}")
                   .ended();
        const auto result
            = runCli({QStringLiteral("extract"), path("shard.tar"), QStringLiteral("--out"),
                      path("of-archive"), QStringLiteral("--features"), QStringLiteral("words,mfcc")});
        QVERIFY2(result.exitCode == 0, result.errors);
        QVERIFY2(result.errors.contains("1 .cls") && !result.errors.contains(".txt;"), result.errors);
        const engine::CsdFile words(path("of-archive/words.csd").toStdString());
        QCOMPARE(words.ids(), (std::vector<std::string>{"a", "b.left", "c"}));
        QCOMPARE(engine::readText(words, "a").texts, engine::readText(words, "b.left").texts);
        QCOMPARE(engine::readText(words, "a").texts, engine::readText(words, "c").texts);
        const auto outside = runCli({QStringLiteral("extract"), path("finn_1.mp4"), QStringLiteral("--out"),
                                     path("outside"), QStringLiteral("--features"), QStringLiteral("words")});
        QVERIFY2(outside.exitCode == 0, outside.errors);
        const engine::CsdFile own(path("outside/words.csd").toStdString());
        QCOMPARE(engine::readText(words, "a").texts, engine::readText(own, "finn_1").texts);
    }

    void whatIsCompressedIsRefused()
    {
        std::ofstream(path("shard.tar.gz").toStdString(), std::ios::binary) << "\x1f\x8b\x08 more";
        std::ofstream(path("shard.zip").toStdString(), std::ios::binary) << "PK\x03\x04 more";
        for (const char* name : {"shard.tar.gz", "shard.zip"}) {
            const auto result = runCli(
                {QStringLiteral("extract"), path(name), QStringLiteral("--out"), path("of-compressed")});
            QCOMPARE(result.exitCode, 1);
            QVERIFY2(result.errors.startsWith("tar_compressed") && result.errors.contains("unpacks it"),
                     result.errors);
            QVERIFY(!QFile::exists(path("of-compressed")));
        }
    }

    void aFolderWithoutRecordingsIsRefused()
    {
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("nothing")));
        const auto result = runCli(
            {QStringLiteral("extract"), path("nothing"), QStringLiteral("--out"), path("of-nothing")});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("no video and no sound file"), result.errors);
        QVERIFY(!QFile::exists(path("of-nothing/dataset.json")));
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
