#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/sequence_statistics.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

class TestSequenceStatistics : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    CsdFile written(const std::vector<std::pair<std::string, FeatureArray>>& entries,
                    const Metadata& metadata = {})
    {
        ComputationalSequence sequence;
        Metadata all = metadata;
        all["root name"] = "seq";
        sequence.setMetadata(all);
        for (const auto& [id, features] : entries) {
            std::vector<Interval> intervals;
            for (std::size_t i = 0; i < features.rows(); ++i)
                intervals.push_back({static_cast<double>(i), static_cast<double>(i + 1)});
            sequence.put(id, {{ElementType::Float64, intervals}, features});
        }
        static int count = 0;
        const std::filesystem::path path = m_folder.filePath(QString::number(count++)).toStdString() + ".csd";
        writeCsd(sequence, path);
        return CsdFile(path);
    }

private slots:
    void whatIsReadInPiecesIsReadWhole()
    {
        constexpr std::size_t rows = 5'000'000; // of four: more than is read at once
        std::vector<float> values(rows * 4);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<float>(i / 4 % 1000);
        const SequenceStatistics statistics
            = statisticsOf(written({{"v", test::floats(4, std::move(values))}}));
        QCOMPARE(statistics.rows, rows);
        for (const DimensionStatistics& dimension : statistics.dimensions) {
            QCOMPARE(dimension.count(), rows);
            QCOMPARE(dimension.mean(), 499.5);
            QCOMPARE(dimension.maximum(), 999.0);
        }
    }

    void eachDimensionIsDescribedOverAllEntries()
    {
        const auto file = written({{"v", test::floats(2, {1, 5, 2, 5})}, {"w", test::floats(2, {6, 5})}},
                                  {{"dimension names", {"pitch", "energy"}}});
        const SequenceStatistics statistics = statisticsOf(file);
        QCOMPARE(statistics.ids, std::size_t(2));
        QCOMPARE(statistics.rows, std::size_t(3));
        QVERIFY(!statistics.isText);
        const DimensionStatistics& pitch = statistics.dimensions.at(0); // 1, 2, 6
        QCOMPARE(pitch.name, std::string("pitch"));
        QCOMPARE(pitch.count(), std::size_t(3));
        QCOMPARE(pitch.minimum(), 1.0);
        QCOMPARE(pitch.maximum(), 6.0);
        QCOMPARE(pitch.mean(), 3.0);
        QCOMPARE(pitch.standardDeviation(), std::sqrt(14.0 / 3.0)); // (4 + 1 + 9) / 3
        QVERIFY(!pitch.isConstant());
        QVERIFY(statistics.dimensions.at(1).isConstant());
        QCOMPARE(statistics.dimensions.at(1).standardDeviation(), 0.0);
    }

    void whatIsNotFiniteIsCountedApart()
    {
        const float nan = std::nanf("");
        const float infinity = std::numeric_limits<float>::infinity();
        const auto file = written({{"v", test::floats(1, {2, nan, -infinity, infinity, 2})}});
        const DimensionStatistics dimension = statisticsOf(file).dimensions.at(0);
        QCOMPARE(dimension.name, std::string("dim 0"));
        QCOMPARE(dimension.count(), std::size_t(2));
        QCOMPARE(dimension.nans(), std::size_t(1));
        QCOMPARE(dimension.infinities(), std::size_t(2));
        QCOMPARE(dimension.mean(), 2.0);
        QVERIFY2(!dimension.isConstant(), "two 2s, but not everywhere");
    }

    void nothingHasNoMean()
    {
        const DimensionStatistics dimension
            = statisticsOf(written({{"v", test::floats(1, {std::nanf("")})}})).dimensions.at(0);
        QVERIFY(std::isnan(dimension.mean()) && std::isnan(dimension.minimum())
                && std::isnan(dimension.standardDeviation()));
        QVERIFY(!dimension.isConstant());
    }

    void aSmallSpreadFarFromZeroIsNotLost()
    {
        DimensionStatistics dimension;
        for (int i = 0; i < 1'000'000; ++i) // the squares' sum alone would have no digit left
            dimension.add(1e9 + (i % 2 == 0 ? 0.5 : -0.5));
        QCOMPARE(dimension.mean(), 1e9);
        QVERIFY(std::abs(dimension.standardDeviation() - 0.5) < 1e-9);
    }

    void integersAreNumbers()
    {
        QCOMPARE(statisticsOf(written({{"v", test::integers({-3, 3})}})).dimensions.at(0).standardDeviation(),
                 3.0);
    }

    void textHasNoDimensions()
    {
        const SequenceStatistics statistics = statisticsOf(written({{"v", test::texts({"a", "b"})}}));
        QVERIFY(statistics.isText && statistics.dimensions.empty());
        QCOMPARE(statistics.rows, std::size_t(2));
    }

    void textAmongNumbersIsNamed()
    {
        const auto file = written({{"v", test::floats(1, {1})}, {"w", test::texts({"a"})}});
        const std::string failure = test::failureOf([&] { statisticsOf(file); });
        QVERIFY2(failure.starts_with("data_invalid: ") && failure.find(": w is text") != std::string::npos,
                 failure.c_str());
    }

    void wordsComeByFrequencyThenAlphabet()
    {
        const auto file
            = written({{"v", test::texts({"b", "sp", "c"})}, {"w", test::texts({"sp", "a", "é"})}});
        const std::vector<WordCount> expected{{"sp", 2}, {"a", 1}, {"b", 1}, {"c", 1}, {"é", 1}};
        QVERIFY(wordCounts(file) == expected);
    }

    void numbersAreNoWords()
    {
        const auto file = written({{"v", test::floats(1, {1})}});
        const std::string failure = test::failureOf([&] { wordCounts(file); });
        QVERIFY2(failure.find("v holds numbers (float32), no words") != std::string::npos, failure.c_str());
    }

    void itStopsWhenItIsTold()
    {
        const auto file = written({{"v", test::floats(1, {1})}});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(test::failureOf([&] {
                    statisticsOf(file, {stop.get_token(), {}});
                }).starts_with("cancelled"));
    }
};

QTEST_GUILESS_MAIN(TestSequenceStatistics)
#include "tst_sequence_statistics.moc"
