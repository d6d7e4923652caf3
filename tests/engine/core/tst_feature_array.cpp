#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;
using enum ElementType;

class TestFeatureArray : public QObject {
    Q_OBJECT

private slots:
    void aRowIsEverythingButTheFirstExtent()
    {
        const FeatureArray array{Float32, {2, 3, 4}, std::vector<float>(24)};
        QCOMPARE(array.rows(), std::size_t(2));
        QCOMPARE(array.rowLength(), std::size_t(12));
    }

    void rowsAreGatheredInTheOrderGiven()
    {
        const FeatureArray array = test::floats(2, {1, 2, 3, 4, 5, 6});
        QVERIFY((array.gather(std::vector<std::size_t>{2, 0, 2}) == test::floats(2, {5, 6, 1, 2, 5, 6})));
        QVERIFY((test::texts({"a", "b"}).gather(std::vector<std::size_t>{1}) == test::texts({"b"})));
    }

    void everyNumberBecomesAFloatInAMatrix()
    {
        QCOMPARE(test::integers({3, -4}).toMatrix().values, (std::vector<float>{3, -4}));
        QCOMPARE(test::doubles({0.5}).toMatrix().values, (std::vector<float>{0.5F}));
        QVERIFY(test::failureOf([] { test::texts({"a"}).toMatrix(); }).starts_with("data_invalid"));
    }

    void typesArePromotedAsNumPyDoes_data()
    {
        QTest::addColumn<ElementType>("a");
        QTest::addColumn<ElementType>("b");
        QTest::addColumn<ElementType>("expected");
        QTest::newRow("same") << Int8 << Int8 << Int8;
        QTest::newRow("float16 float32") << Float16 << Float32 << Float32;
        QTest::newRow("float32 float64") << Float32 << Float64 << Float64;
        QTest::newRow("float32 int64") << Float32 << Int64 << Float64;
        QTest::newRow("int32 int64") << Int32 << Int64 << Int64;
        QTest::newRow("float32 int16") << Float32 << Int16 << Float32;
        QTest::newRow("int8 uint8") << Int8 << UInt8 << Int16;
        QTest::newRow("int64 uint64") << Int64 << UInt64 << Float64;
        QTest::newRow("text") << Text << Text << Text;
    }

    void typesArePromotedAsNumPyDoes()
    {
        QFETCH(const ElementType, a);
        QFETCH(const ElementType, b);
        QFETCH(const ElementType, expected);
        QCOMPARE(commonType(a, b), expected);
        QCOMPARE(commonType(b, a), expected);
    }

    void textAndNumbersHaveNoCommonType()
    {
        QVERIFY(test::failureOf([] { commonType(Text, Float32); }).starts_with("data_invalid"));
    }

    void partsAreJoinedInTheirCommonType()
    {
        const std::vector parts{test::integers({1, 2}), test::doubles({0.5})};
        QVERIFY(concatenate(parts) == test::doubles({1.0, 2.0, 0.5}));
        const std::vector<IntervalArray> intervals{{Float32, {{0, 1}}}, {Float64, {{1, 2}}}};
        QVERIFY((concatenate(intervals) == IntervalArray{Float64, {{0, 1}, {1, 2}}}));
    }

    void partsOfAnotherWidthAreRefused()
    {
        const std::vector parts{test::floats(2, {1, 2}), test::floats(1, {1})};
        const std::string failure = test::failureOf([&] { concatenate(parts); });
        QVERIFY2(failure.find("width") != std::string::npos, failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestFeatureArray)
#include "tst_feature_array.moc"
