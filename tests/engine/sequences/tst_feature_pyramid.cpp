#include "engine/core/error.h"
#include "engine/sequences/feature_pyramid.h"

#include <QTest>

#include <limits>
#include <numeric>

using namespace engine;

namespace {

/// One dimension, a row per second.
std::shared_ptr<const FeaturePyramid> pyramidOf(std::vector<float> values)
{
    TimedFeatures source;
    for (std::size_t row = 0; row < values.size(); ++row)
        source.intervals.push_back({static_cast<double>(row), static_cast<double>(row + 1)});
    source.features.rows = values.size();
    source.features.columns = 1;
    source.features.values = std::move(values);
    return FeaturePyramid::build(std::make_shared<const TimedFeatures>(std::move(source)));
}

std::shared_ptr<const FeaturePyramid> pyramidAt(std::vector<Interval> intervals)
{
    TimedFeatures source{intervals, FeatureMatrix(intervals.size(), 1)};
    return FeaturePyramid::build(std::make_shared<const TimedFeatures>(std::move(source)));
}

std::vector<int> bytes(const FeaturePyramid& pyramid, std::size_t level)
{
    const auto values = pyramid.values(0, level);
    return {values.begin(), values.end()};
}

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();
constexpr float infinity = std::numeric_limits<float>::infinity();

}

class TestFeaturePyramid : public QObject {
    Q_OBJECT

private slots:
    void eachLevelHasTheMeansOfTwoOfTheOneBelow()
    {
        const auto pyramid = pyramidOf({0, 1, 2, 3, 4});
        QCOMPARE(bytes(*pyramid, 0), (std::vector{1, 65, 128, 192, 255}));
        QCOMPARE(bytes(*pyramid, 1), (std::vector{33, 160, 255}));
        QCOMPARE(bytes(*pyramid, 2), (std::vector{97, 255}));
        QCOMPARE(bytes(*pyramid, 3), (std::vector{176}));
    }

    void aByteIsTurnedBackIntoItsNumber()
    {
        const auto pyramid = pyramidOf({-1, 1});
        QCOMPARE(pyramid->value(0, 1), -1.0F);
        QCOMPARE(pyramid->value(0, 128), 0.0F);
        QCOMPARE(pyramid->value(0, 255), 1.0F);
    }

    void whatIsNoNumberLeavesItsNeighbour()
    {
        const auto pyramid = pyramidOf({notANumber, 0, infinity, -infinity, 1, notANumber});
        QCOMPARE(bytes(*pyramid, 0), (std::vector{0, 1, 0, 0, 255, 0}));
        QCOMPARE(bytes(*pyramid, 1), (std::vector{1, 0, 255}));
    }

    void aDimensionWithoutNumbersStaysEmpty()
    {
        const auto pyramid = pyramidOf({notANumber, notANumber});
        QCOMPARE(bytes(*pyramid, 1), (std::vector{0}));
        QVERIFY(pyramid->range(0).constant());
    }

    void aConstantIsInTheMiddle()
    {
        const auto pyramid = pyramidOf({7, 7, 7});
        QVERIFY(pyramid->range(0).constant());
        QCOMPARE(bytes(*pyramid, 0), (std::vector{128, 128, 128}));
    }

    void theOutermostHundredthIsClipped()
    {
        std::vector<float> values(1000);
        std::iota(values.begin(), values.end(), 0.0F);
        const auto pyramid = pyramidOf(values);
        QCOMPARE(pyramid->range(0).low, 10.0F);
        QCOMPARE(pyramid->range(0).high, 989.0F);
        QCOMPARE(bytes(*pyramid, 0).front(), 1);
        QCOMPARE(bytes(*pyramid, 0).back(), 255);
    }

    void aRareEventIsNotClippedAway()
    {
        std::vector<float> values(1000, 0.0F);
        values[500] = 5.0F;
        QCOMPARE(pyramidOf(values)->range(0).high, 5.0F);
    }

    void aColumnShowsTheRowAtItsMiddleOrAGap()
    {
        const auto pyramid = pyramidAt({{0, 1}, {1, 2}, {2, 3}, {5, 6}});
        const FeaturePyramid::Columns columns = pyramid->columns(0.0, 1.0, 7);
        QCOMPARE(columns.level, std::size_t(0));
        QCOMPARE(columns.groups, (std::vector{0, 1, 2, -1, -1, 3, -1}));
    }

    void columnsBeforeTheFirstRowAreEmpty()
    {
        QCOMPARE(pyramidAt({{3, 4}})->columns(0.0, 2.0, 2).groups, (std::vector{-1, 0}));
    }

    void zoomedOutAColumnShowsAGroup()
    {
        const auto pyramid = pyramidOf(std::vector<float>(64));
        const FeaturePyramid::Columns columns = pyramid->columns(0.0, 16.0, 4);
        QCOMPARE(columns.level, std::size_t(3)); // 8 rows
        QCOMPARE(columns.groups, (std::vector{1, 3, 5, 7}));
    }

    void shortRowsDoNotFallBetweenPixels()
    {
        const auto pyramid = pyramidAt({{0, 0.1}, {2, 2.1}});
        QCOMPARE(pyramid->columns(0.0, 1.0, 4).groups, (std::vector{0, -1, 1, -1}));
    }

    void nothingHasNoColumns()
    {
        QCOMPARE(pyramidAt({})->columns(0.0, 1.0, 2).groups, (std::vector{-1, -1}));
        QVERIFY(pyramidAt({{0, 1}})->columns(0.0, 1.0, 0).groups.empty());
    }

    void rowAtFindsTheRowThatHoldsATime_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<int>("expected");
        QTest::newRow("before all") << 0.5 << -1;
        QTest::newRow("at a start") << 1.0 << 0;
        QTest::newRow("at an end that is a start") << 2.0 << 1;
        QTest::newRow("in a gap") << 3.5 << -1;
        QTest::newRow("after the gap") << 4.5 << 2;
        QTest::newRow("at the last end") << 5.0 << -1;
    }

    void rowAtFindsTheRowThatHoldsATime()
    {
        QFETCH(const double, seconds);
        QFETCH(const int, expected);
        const std::vector<Interval> intervals{{1, 2}, {2, 3}, {4, 5}};
        const std::optional<std::size_t> row = rowAt(intervals, seconds);
        QCOMPARE(row ? static_cast<int>(*row) : -1, expected);
    }

    void buildingCanBeStopped()
    {
        std::stop_source source;
        source.request_stop();
        const auto features
            = std::make_shared<const TimedFeatures>(TimedFeatures{{{0, 1}}, FeatureMatrix(1, 1)});
        QVERIFY_THROWS_EXCEPTION(Cancelled, FeaturePyramid::build(features, {source.get_token(), {}}));
    }
};

QTEST_GUILESS_MAIN(TestFeaturePyramid)
#include "tst_feature_pyramid.moc"
