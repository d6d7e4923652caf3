#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/timed_features.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

class TestTimedFeatures : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    CsdFile written(const std::vector<std::pair<std::string, Entry>>& entries)
    {
        const std::filesystem::path path = m_folder.filePath(QStringLiteral("s.csd")).toStdString();
        writeCsd(test::sequence("s", entries), path);
        return CsdFile(path);
    }

private slots:
    void theSegmentsOfAVideoAreJoinedAndSortedByStart()
    {
        const CsdFile file = written({
            {"v[10]", {{ElementType::Float64, {{5, 6}}}, test::floats(1, {10})}},
            {"v[2]", {{ElementType::Float64, {{3, 4}, {1, 2}}}, test::floats(1, {2, 3})}},
            {"v2[0]", {{ElementType::Float64, {{0, 1}}}, test::floats(1, {99})}},
        });
        const TimedFeatures features = readFeatures(file, "v");
        QVERIFY((features.intervals == std::vector<Interval>{{1, 2}, {3, 4}, {5, 6}}));
        QCOMPARE(features.features.values, (std::vector<float>{3, 2, 10}));
        QVERIFY(readIntervals(file, "v") == features.intervals);
        QVERIFY(readIntervals(file, "w").empty());
    }

    void aVideoThatIsNotThereIsEmpty()
    {
        const CsdFile file = written({{"v", test::numbered({{0, 1}})}});
        QVERIFY(readFeatures(file, "w").intervals.empty());
        QVERIFY(readText(file, "w").texts.empty());
    }

    void coveredPart_data()
    {
        QTest::addColumn<std::vector<Interval>>("intervals");
        QTest::addColumn<double>("expected");
        using Intervals = std::vector<Interval>;
        QTest::newRow("nothing") << Intervals{} << 0.0;
        QTest::newRow("a gap") << Intervals{{0, 2}, {4, 6}} << 0.4;
        QTest::newRow("overlaps count once") << Intervals{{0, 4}, {1, 3}, {2, 5}} << 0.5;
        QTest::newRow("beyond both ends") << Intervals{{-3, 1}, {9, 20}} << 0.2;
        QTest::newRow("backwards") << Intervals{{5, 2}} << 0.0;
    }
    void coveredPart()
    {
        QFETCH(std::vector<Interval>, intervals);
        QFETCH(double, expected);
        QCOMPARE(engine::coveredPart(intervals, 10.0), expected);
        QCOMPARE(engine::coveredPart(intervals, 0.0), 0.0);
    }

    void wordsAreReadWithTheirTimes()
    {
        const CsdFile file
            = written({{"v", {{ElementType::Float64, {{1, 2}, {0, 1}}}, test::texts({"world", "hello"})}}});
        const TimedText words = readText(file, "v");
        QCOMPARE(words.texts, (std::vector<std::string>{"hello", "world"}));
        QVERIFY((words.intervals == std::vector<Interval>{{0, 1}, {1, 2}}));
    }

    void numbersAreNoWordsAndWordsNoNumbers()
    {
        const CsdFile numbers = written({{"v", test::numbered({{0, 1}})}});
        const std::string failure = test::failureOf([&] { readText(numbers, "v"); });
        QVERIFY2(failure.find("expected one text per interval") != std::string::npos, failure.c_str());
        const CsdFile words = written({{"v", {{ElementType::Float64, {{0, 1}}}, test::texts({"a"})}}});
        QVERIFY(test::failureOf([&] { readFeatures(words, "v"); }).starts_with("data_invalid"));
    }
};

QTEST_GUILESS_MAIN(TestTimedFeatures)
#include "tst_timed_features.moc"
