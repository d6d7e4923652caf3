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
        QCOMPARE(problemOfBeginning("\r\n <title>Log\x0b in</title>\nmore"),
                 std::string(R"(is not HDF5, but text: "<title>Log? in</title>")"));
        QCOMPARE(problemOfBeginning(std::string(200, 'x')).size(),
                 std::string(R"(is not HDF5, but text: "…")").size() + 120);
    }

    void otherFilesAreNotLookedAt()
    {
        QVERIFY(shouldBeHdf5("a.csd") && !shouldBeHdf5("a.mp4"));
        QCOMPARE(problemOfFile("/none.mp4", "/none.mp4"), std::string());
    }
};

QTEST_GUILESS_MAIN(TestFileCheck)
#include "tst_file_check.moc"
