#include "engine/alignment/overlap.h"

#include <QTest>

#include <limits>

using namespace engine;

namespace {

using enum ElementType;
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

OverlapFinder::Rows rowsOf(std::vector<Interval> source, Interval reference, ElementType sourceType = Float64,
                           ElementType referenceType = Float64)
{
    return OverlapFinder(source, sourceType, referenceType).find(reference);
}

}

class TestOverlap : public QObject {
    Q_OBJECT

private slots:
    void moreThanEpsilonMustBeShared_data()
    {
        QTest::addColumn<Interval>("source");
        QTest::addColumn<bool>("kept");
        QTest::newRow("inside") << Interval{1.2, 1.3} << true;
        QTest::newRow("around") << Interval{0.0, 9.0} << true;
        QTest::newRow("ends where it starts") << Interval{0.0, 1.0} << false;
        QTest::newRow("ends half an epsilon later") << Interval{0.0, 1.000005} << false;
        QTest::newRow("ends two epsilons later") << Interval{0.0, 1.00002} << true;
        QTest::newRow("starts half an epsilon before the end") << Interval{1.999995, 3.0} << false;
        QTest::newRow("starts two epsilons before the end") << Interval{1.99998, 3.0} << true;
        QTest::newRow("without length") << Interval{1.5, 1.5} << false;
        QTest::newRow("apart") << Interval{3.0, 4.0} << false;
        QTest::newRow("NaN start") << Interval{notANumber, 1.5} << false;
        QTest::newRow("NaN end") << Interval{1.5, notANumber} << false;
    }

    void moreThanEpsilonMustBeShared()
    {
        QFETCH(const Interval, source);
        QFETCH(const bool, kept);
        QCOMPARE(rowsOf({source}, {1.0, 2.0}).indices.size(), std::size_t(kept ? 1 : 0));
    }

    void aRowIsClippedToTheReference()
    {
        const auto rows = rowsOf({{0.0, 1.5}, {1.25, 1.75}, {1.5, 9.0}}, {1.0, 2.0});
        QVERIFY((rows.clipped == std::vector<Interval>{{1.0, 1.5}, {1.25, 1.75}, {1.5, 2.0}}));
    }

    void aRowOnABoundaryBelongsToBothSides()
    {
        const std::vector<Interval> source{{0.9, 1.1}};
        QCOMPARE(rowsOf(source, {0.0, 1.0}).indices.size(), std::size_t(1));
        QCOMPARE(rowsOf(source, {1.0, 2.0}).indices.size(), std::size_t(1));
    }

    void aLongRowIsFoundBehindManyShortOnes()
    {
        const auto rows = rowsOf({{0.0, 10.0}, {1.0, 1.1}, {2.0, 2.1}, {3.0, 3.1}, {8.0, 8.5}}, {8.2, 8.3});
        QCOMPARE(rows.indices, (std::vector<std::size_t>{0, 4}));
    }

    void anInvertedRowCountsByTheSizeOfWhatIsLeft()
    {
        // [1.5, 1.2] clipped to [1, 2] stays as it is; its length is -0.3.
        const auto rows = rowsOf({{1.5, 1.2}}, {1.0, 2.0});
        QVERIFY((rows.clipped == std::vector<Interval>{{1.5, 1.2}}));
    }

    void aReferenceWithNaNGetsNothing()
    {
        QVERIFY(rowsOf({{0.0, 9.0}}, {notANumber, 2.0}).indices.empty());
        QVERIFY(rowsOf({{0.0, 9.0}}, {1.0, notANumber}).indices.empty());
    }

    void noRowsGiveNothing() { QVERIFY(rowsOf({}, {0.0, 1.0}).indices.empty()); }

    void aFloat32SourceIsClippedToTheRoundedReference()
    {
        const double rounded = static_cast<double>(0.1F);
        QVERIFY(rounded != 0.1);
        const auto rows = rowsOf({{0.0, 1.0}}, {0.1, 0.9}, Float32, Float64);
        QCOMPARE(rows.clipped.front().start, rounded);
        QCOMPARE(rowsOf({{0.0, 1.0}}, {0.1, 0.9}, Float64, Float32).clipped.front().start, 0.1);
    }

    void aLengthIsMeasuredInTheTypeOfTheSource()
    {
        // Near 100, float32 has steps of 7.6e-6: the reference ends one step behind the start of the row when
        // it is rounded, and 1.09e-5 behind it when it is not.
        const Interval source{static_cast<double>(100.0000076F), 200.0};
        const Interval reference{0.0, 100.0000185};
        QCOMPARE(rowsOf({source}, reference, Float64).indices.size(), std::size_t(1));
        QCOMPARE(rowsOf({source}, reference, Float32).indices.size(), std::size_t(0));
    }

    void integersAgainstFloatsAreClippedAsDoubles()
    {
        const std::vector<Interval> source{{0, 2}};
        QCOMPARE(OverlapFinder(source, Int32, Float32).clippedType(), Float64);
        QCOMPARE(OverlapFinder(source, Int32, Int64).clippedType(), Int32);
        QCOMPARE(OverlapFinder(source, Float32, Float64).clippedType(), Float32);
    }

    void aLongRowHidesNothing()
    {
        std::vector<Interval> source{{0, 1000}};
        for (int i = 0; i < 999; ++i)
            source.push_back({static_cast<double>(i), i + 1.0});
        QCOMPARE(rowsOf(source, {700.25, 700.75}).indices, (std::vector<std::size_t>{0, 701}));
        QCOMPARE(rowsOf(source, {999.5, 1001}).indices, (std::vector<std::size_t>{0}));
        QCOMPARE(rowsOf(source, {1001, 1002}).indices, (std::vector<std::size_t>{}));
    }
};

QTEST_GUILESS_MAIN(TestOverlap)
#include "tst_overlap.moc"
