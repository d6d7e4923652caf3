#include "engine/core/error.h"
#include "engine/sequences/feature_pyramid.h"

#include <QTest>

#include <algorithm>
#include <cmath>
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

constexpr float nothing = -999.0F; // stands for "no number", which is not equal to itself

/// What the groups of one level hold.
std::vector<float> values(const FeaturePyramid& pyramid, std::size_t level)
{
    const std::size_t rows = pyramid.intervals().size();
    FeaturePyramid::Columns columns{level, {}};
    for (std::size_t group = 0; group << level < rows; ++group)
        columns.groups.push_back(static_cast<int>(group));
    std::vector<float> result(columns.groups.size());
    pyramid.read(0, columns, result);
    std::replace_if(
        result.begin(), result.end(), [](float value) { return std::isnan(value); }, nothing);
    return result;
}

/// Least and greatest values of the groups of one level.
std::vector<std::pair<float, float>> extremes(const FeaturePyramid& pyramid, FeaturePyramid::Columns columns)
{
    std::vector<float> low(columns.groups.size());
    std::vector<float> high(columns.groups.size());
    pyramid.readExtremes(0, columns, low, high);
    std::vector<std::pair<float, float>> result;
    for (std::size_t x = 0; x < low.size(); ++x)
        result.emplace_back(std::isnan(low[x]) ? nothing : low[x], std::isnan(high[x]) ? nothing : high[x]);
    return result;
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
        QCOMPARE(values(*pyramid, 0), (std::vector<float>{0, 1, 2, 3, 4}));
        QCOMPARE(values(*pyramid, 1), (std::vector<float>{0.5, 2.5, 4}));
        QCOMPARE(values(*pyramid, 2), (std::vector<float>{1.5, 4}));
        QCOMPARE(values(*pyramid, 3), (std::vector<float>{2.75}));
    }

    void noValueIsLeftOutOfTheExtremes_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<double>("seconds");
        QTest::newRow("rows") << 100 << 1.0;
        QTest::newRow("every other row is stepped over") << 100 << 2.0;
        QTest::newRow("groups that keep none") << 1000 << 7.3;
        QTest::newRow("groups that keep them") << 1000 << 33.3;
        QTest::newRow("far out") << 100'000 << 2011.0;
    }
    void noValueIsLeftOutOfTheExtremes()
    {
        QFETCH(int, rows);
        QFETCH(double, seconds);
        // Each peak in turn is the only one.
        const auto columnCount = static_cast<std::size_t>(rows / seconds);
        for (int place = static_cast<int>(seconds); place < rows - 2 * seconds; place += 1 + rows / 50) {
            std::vector<float> source(static_cast<std::size_t>(rows));
            source[static_cast<std::size_t>(place)] = 8.0F;
            source[0] = -8.0F;
            const auto pyramid = pyramidOf(source);
            const auto found = extremes(*pyramid, pyramid->columns(0.0, seconds, columnCount));
            const auto peaks = std::ranges::count_if(found, [](auto e) { return e.second > 7.9F; });
            QVERIFY2(peaks == 1 || (peaks == 0 && place / seconds > static_cast<double>(columnCount) - 1),
                     qPrintable(QString::number(place)));
            const auto peak = std::ranges::find_if(found, [](auto e) { return e.second > 7.9F; });
            const double at = static_cast<double>(peak - found.begin()) * seconds;
            QVERIFY(std::abs(at - place) <= 2 * seconds);
        }
    }

    void extremesLieAroundTheMeans()
    {
        std::vector<float> source(4096);
        for (std::size_t i = 0; i < source.size(); ++i)
            source[i] = static_cast<float>(i * 2654435761U >> 16 & 0xffU);
        const auto pyramid = pyramidOf(source);
        for (std::size_t level = 0; level < 12; ++level) {
            FeaturePyramid::Columns columns{level, {}};
            for (std::size_t group = 0; group << level < source.size(); ++group)
                columns.groups.push_back(static_cast<int>(group));
            const auto found = extremes(*pyramid, columns);
            for (std::size_t group = 0; group < found.size(); ++group) {
                const auto first = source.begin() + static_cast<std::ptrdiff_t>(group << level);
                const auto [low, high] = std::minmax_element(first, first + (1 << level));
                QVERIFY(std::abs(found[group].first - *low) < 0.2F);
                QVERIFY(std::abs(found[group].second - *high) < 0.2F);
            }
        }
    }

    void whatIsNoNumberIsNoExtreme()
    {
        const auto pyramid = pyramidOf({notANumber, 2, infinity, -3, -infinity, notANumber, notANumber,
                                        notANumber, notANumber, notANumber, 5});
        QCOMPARE(extremes(*pyramid, {2, {0, 1, 2}}),
                 (std::vector<std::pair<float, float>>{{-3, 2}, {nothing, nothing}, {5, 5}}));
        QCOMPARE(extremes(*pyramid, {3, {0, 1}}), (std::vector<std::pair<float, float>>{{-3, 2}, {5, 5}}));
        QCOMPARE(extremes(*pyramid, {0, {-1}}).front().first, FeatureLevels::kGap);
    }

    void columnsAreDenseWhereTheyStepOverRows()
    {
        const auto pyramid = pyramidOf(std::vector<float>(100));
        QVERIFY(!pyramid->columns(0.0, 1.0, 50).isDense());
        QVERIFY(!pyramid->columns(0.0, 0.1, 50).isDense());
        QVERIFY(pyramid->columns(0.0, 1.9, 50).isDense());
        QVERIFY(pyramid->columns(0.0, 20.0, 5).isDense());
        QVERIFY(!pyramidAt({{0, 1}, {5, 6}})->columns(0.0, 1.0, 7).isDense()); // a gap is none
    }

    void packingKeepsATwoThousandthOfTheRange()
    {
        std::vector<float> source(1000);
        for (std::size_t i = 0; i < source.size(); ++i)
            source[i] = 500.0F + std::sin(static_cast<float>(i));
        const std::vector<float> read = values(*pyramidOf(source), 0);
        for (std::size_t i = 0; i < source.size(); ++i)
            QVERIFY(std::abs(read[i] - source[i]) < 1.0F / 1000);
    }

    void outliersKeepTheirSize()
    {
        std::vector<float> source(1000, 0.0F);
        for (std::size_t i = 0; i < source.size(); i += 2)
            source[i] = 1.0F;
        source[77] = -30000.0F;
        const auto pyramid = pyramidOf(source);
        QVERIFY(std::abs(values(*pyramid, 0)[77] + 30000.0F) < 30.0F);
        QCOMPARE(pyramid->ranges(0).usual, (DimensionRange{0, 1}));
        QCOMPARE(pyramid->ranges(0).full, (DimensionRange{-30000, 1}));
        QCOMPARE(pyramid->valueAt(77, 0)->value, -30000.0F);
    }

    void whatIsNoNumberLeavesItsNeighbour()
    {
        const auto pyramid = pyramidOf({notANumber, 0, infinity, -infinity, 1, notANumber});
        QCOMPARE(values(*pyramid, 0), (std::vector<float>{nothing, 0, nothing, nothing, 1, nothing}));
        QCOMPARE(values(*pyramid, 1), (std::vector<float>{0, nothing, 1}));
    }

    void aDimensionWithoutNumbersStaysEmpty()
    {
        const auto pyramid = pyramidOf({notANumber, notANumber});
        QCOMPARE(values(*pyramid, 1), (std::vector<float>{nothing}));
        QVERIFY(pyramid->ranges(0).usual.constant());
    }

    void aConstantKeepsItsValue()
    {
        const auto pyramid = pyramidOf({7, 7, 7});
        QVERIFY(pyramid->ranges(0).usual.constant());
        QCOMPARE(values(*pyramid, 0), (std::vector<float>{7, 7, 7}));
    }

    void theOutermostHundredthIsNotUsual()
    {
        std::vector<float> source(1000);
        std::iota(source.begin(), source.end(), 0.0F);
        QCOMPARE(pyramidOf(source)->ranges(0).usual, (DimensionRange{10, 989}));
        QCOMPARE(pyramidOf(source)->ranges(0).full, (DimensionRange{0, 999}));
    }

    void aRareEventIsNotClippedAway()
    {
        std::vector<float> source(1000, 0.0F);
        source[500] = 5.0F;
        QCOMPARE(pyramidOf(source)->ranges(0).usual.high, 5.0F);
    }

    void inAGapThereIsNoValue()
    {
        const auto pyramid = pyramidAt({{0, 1}, {2, 3}});
        std::vector<float> read(3);
        pyramid->read(0, pyramid->columns(0.0, 1.0, 3), read);
        QCOMPARE(read, (std::vector<float>{0, FeatureLevels::kGap, 0}));
    }

    void farOutEachColumnStillShowsTheRowAtItsMiddle()
    {
        std::vector<float> source(100'000);
        std::iota(source.begin(), source.end(), 0.0F);
        const auto pyramid = pyramidOf(source);
        const FeaturePyramid::Columns columns = pyramid->columns(0.0, 1000.0, 100);
        for (std::size_t x = 0; x < 100; ++x)
            QCOMPARE(columns.groups[x], static_cast<int>((x * 1000 + 500) >> columns.level));
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
