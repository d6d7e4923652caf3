#include "engine/core/file_sums.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"

using namespace engine;

class TestFileSums : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path write(const char* name, const std::string& text)
    {
        const std::filesystem::path path = m_folder.filePath(QLatin1String(name)).toStdString();
        std::ofstream(path) << text;
        return path;
    }

private slots:
    void sumsComeInTheOrderOfTheFiles()
    {
        // FIPS 180-4's examples: nothing, and "abc".
        const std::vector files{write("empty", ""), write("abc", "abc"), write("nothing", "")};
        const std::vector<FileSum> sums = sumsOf(files);
        const FileSum nothing{0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"};
        QCOMPARE(sums[0], nothing);
        QCOMPARE(sums[1], (FileSum{3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}));
        QCOMPARE(sums[2], nothing);
    }

    void progressCountsTheBytesOfAllFiles()
    {
        const std::vector files{write("a", std::string(3'000'000, 'a')),
                                write("b", std::string(1'000'000, 'b'))};
        std::vector<double> told;
        RunContext run;
        run.progress = [&](double fraction) { told.push_back(fraction); };
        sumsOf(files, run);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QCOMPARE(told.back(), 1.0);
    }

    void aFileThatIsMissingIsNamed()
    {
        const std::vector<std::filesystem::path> files{write("a", "a"), "/none"};
        QVERIFY(test::failureOf([&] { sumsOf(files); }).starts_with("file_not_found: /none"));
    }

    void itStopsWhenItIsTold()
    {
        const std::vector files{write("a", std::string(100, 'a'))};
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(test::failureOf([&] { sumsOf(files, {stop.get_token(), {}}); }).starts_with("cancelled"));
    }

    void noFilesHaveNoSums() { QVERIFY(sumsOf({}).empty()); }
};

QTEST_GUILESS_MAIN(TestFileSums)
#include "tst_file_sums.moc"
