#include "engine/core/error.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/sequence_comparison.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/support/sequences.h"

using namespace engine;

class TestSequenceComparison : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    CsdFile written(const std::vector<std::pair<std::string, Entry>>& entries)
    {
        static int count = 0;
        const std::filesystem::path path = m_folder.filePath(QString::number(count++)).toStdString() + ".csd";
        writeCsd(test::sequence("seq", entries), path);
        return CsdFile(path);
    }
    static Entry entry(std::vector<float> values, double shift = 0.0)
    {
        Entry entry;
        entry.features = test::floats(2, std::move(values));
        for (std::size_t row = 0; row < entry.features.rows(); ++row)
            entry.intervals.values.push_back(
                {static_cast<double>(row) + shift, static_cast<double>(row) + 1.0 + shift});
        return entry;
    }

private slots:
    void whatDiffersIsToldByIdAndDimension()
    {
        const float nan = std::nanf("");
        const CsdFile first = written({{"same", entry({1, 2, nan, 4})},
                                       {"values", entry({1, 2, 3, 4})},
                                       {"times", entry({1, 2})},
                                       {"rows", entry({1, 2})},
                                       {"gone", entry({1, 2})}});
        const CsdFile second = written({{"same", entry({1, 2, nan, 4})},
                                        {"values", entry({1, 3, 3, 9})},
                                        {"times", entry({1, 2}, 0.5)},
                                        {"rows", entry({1, 2, 3, 4})},
                                        {"new", entry({1, 2})}});
        const SequenceComparison result = compare(first, second);
        QCOMPARE(result.onlyFirst, (std::vector<std::string>{"gone"}));
        QCOMPARE(result.onlySecond, (std::vector<std::string>{"new"}));
        QCOMPARE(result.otherRows, (std::vector<std::string>{"rows"}));
        QCOMPARE(result.otherTimes, (std::vector<std::string>{"times"}));
        QCOMPARE(result.different, (std::vector<std::string>{"values"}));
        QCOMPARE(result.equal, std::size_t(1));
        QCOMPARE(result.dimensions.size(), std::size_t(2));
        QCOMPARE(result.dimensions[0].different, std::size_t(0));
        QCOMPARE(result.dimensions[1].rows, std::size_t(5));
        QCOMPARE(result.dimensions[1].different, std::size_t(2));
        QCOMPARE(result.dimensions[1].largest, 5.0);
        QCOMPARE(result.dimensions[1].mean, 6.0 / 5.0);
    }

    void theDifferenceOfAVideoRowByRow()
    {
        const CsdFile first = written({{"v", entry({1, 2, 3, 4})}, {"w", entry({1, 2})}});
        const CsdFile second = written({{"v", entry({1, 3, 3, 9})}, {"w", entry({1, 2, 3, 4})}});
        QCOMPARE(differenceOf(first, second, "v")->values, (std::vector<float>{0, 1, 0, 5}));
        QVERIFY(!differenceOf(first, second, "w"));
    }

    void textIsRefused()
    {
        const Entry text{{ElementType::Float64, {{0, 1}}}, test::texts({"a"})};
        const CsdFile file = written({{"v", text}});
        QVERIFY_EXCEPTION_THROWN(compare(file, file), Error);
    }
};

QTEST_GUILESS_MAIN(TestSequenceComparison)
#include "tst_sequence_comparison.moc"
