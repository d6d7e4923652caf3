#include "engine/download/file_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/downloads.h"

using namespace engine;

class TestFileCheck : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.filePath(QStringLiteral("a.csd")).toStdString();

    void write(const std::string& bytes) { std::ofstream(m_path, std::ios::binary) << bytes; }

private slots:
    void aSoundFileHasNoProblem_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("superblock 0") << QStringLiteral(FIXTURES "/storage.csd");
        QTest::newRow("superblock of the latest format") << QStringLiteral(FIXTURES "/storage_latest.csd");
        QTest::newRow("demo") << QStringLiteral(DEMO "/words.csd");
    }

    void aSoundFileHasNoProblem()
    {
        QFETCH(const QString, file);
        QCOMPARE(problemOfFile(file.toStdString(), "a.csd"), std::string());
    }

    void aByteLessIsNoticed_data() { aSoundFileHasNoProblem_data(); }

    void aByteLessIsNoticed()
    {
        QFETCH(const QString, file);
        std::string bytes = test::contents(file.toStdString());
        const std::string whole = std::to_string(bytes.size());
        bytes.pop_back();
        write(bytes);
        QCOMPARE(problemOfFile(m_path, m_path),
                 "is cut off: it has " + std::to_string(bytes.size()) + " bytes and should have " + whole);
    }

    void everyBeginningIsNoticed()
    {
        const std::string whole = test::contents(FIXTURES "/storage.csd");
        for (std::size_t size = 0; size < 200; ++size) {
            write(whole.substr(0, size));
            QVERIFY2(!problemOfFile(m_path, m_path).empty(), std::to_string(size).c_str());
        }
    }

    void textIsQuotedShortAndPrintable()
    {
        QCOMPARE(problemOfBeginning("\r\n <title>Log\x0b in</title>\nmore", "a.csd"),
                 std::string(R"(is not HDF5, but text: "<title>Log? in</title>")"));
        QCOMPARE(problemOfBeginning(std::string(200, 'x'), "a.csd").size(),
                 std::string(R"(is not HDF5, but text: "…")").size() + 120);
    }

    void aPageIsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("problem");
        const QByteArray page = "\xef\xbb\xbf\n<!DOCTYPE HTML><p>Log in</p>";
        const auto row
            = [](const char* what, const QByteArray& bytes, const char* name, const char* problem) {
                  QTest::newRow(what) << bytes << QString::fromLatin1(name) << QString::fromLatin1(problem);
              };
        row("as a video", page, "a.mp4", "is not sound or video, but text: ");
        row("as a sound, in capitals", page, "A.WAV", "is not sound or video, but text: ");
        row("as a table", page, "a.csv", "is a web page: ");
        row("as something", "<html>", "README", "is a web page: ");
        row("as itself", page, "a.html", "");
        row("no page", "a,b\n1,2\n", "a.csv", "");
        row("text as a video", "Not found\n", "a.mkv", "is not sound or video, but text: \"Not found\"");
        row("nothing as a video", "", "a.mp4", "is empty");
        row("an empty table", "", "a.csv", "");
        row("a video",
            QByteArray("\0\0\0\x18"
                       "ftypmp42",
                       12),
            "a.mp4", "");
    }

    void aPageIsNothingElse()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, name);
        QFETCH(const QString, problem);
        const std::string said = problemOfBeginning(bytes.toStdString(), name.toStdString());
        QVERIFY2(said.starts_with(problem.toStdString()) && said.empty() == problem.isEmpty(), said.c_str());
    }

    void mediaOfTheDemoAreMedia()
    {
        int looked = 0;
        for (const auto& item : std::filesystem::directory_iterator(DEMO "/media")) {
            QCOMPARE(problemOfFile(item.path(), item.path()), std::string());
            ++looked;
        }
        QVERIFY(looked > 0);
    }
};

QTEST_GUILESS_MAIN(TestFileCheck)
#include "tst_file_check.moc"
