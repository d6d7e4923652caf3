#include "engine/core/file_lock.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <memory>
#include <unistd.h>

#include "tests/support/failure.h"

using namespace engine;

class TestFileLock : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_file = m_folder.filePath(QStringLiteral(".lock")).toStdString();

private slots:
    void whoComesSecondHearsOfTheFirst()
    {
        const FileLock first(m_file, "the place");
        const std::string failure = test::failureOf([&] { const FileLock second(m_file, "the place"); });
        QVERIFY2(failure.starts_with("in_use: the place: process " + std::to_string(getpid())),
                 failure.c_str());
        QVERIFY(std::filesystem::exists(m_file));
    }

    void afterItsEndThePlaceIsFree()
    {
        std::make_unique<FileLock>(m_file, "the place").reset();
        QVERIFY(!std::filesystem::exists(m_file));
        QCOMPARE(test::failureOf([&] { const FileLock next(m_file, "the place"); }), std::string());
    }

    void aFileThatWasLeftBehindKeepsNobodyOut()
    {
        std::ofstream(m_file) << "1 on a host that lost its power, with a long name";
        const FileLock lock(m_file, "the place");
        std::ifstream file(m_file);
        std::string holder;
        std::getline(file, holder);
        QVERIFY2(holder.starts_with(std::to_string(getpid()) + " on "), holder.c_str());
        QVERIFY2(holder.find("power") == std::string::npos, holder.c_str());
    }

    void withoutAFolderItSaysWhatCannotBeMade()
    {
        const std::string failure
            = test::failureOf([&] { const FileLock lock(m_file / "none", "the place"); });
        QVERIFY2(failure.find("cannot be made") != std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_file_lock.moc"
