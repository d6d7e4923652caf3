#include "engine/alignment/collapse.h"

#include <QTest>

#include <cmath>
#include <limits>

#include "tests/support/failure.h"
#include "tests/support/sequences.h"

using namespace engine;

namespace {

using enum ElementType;
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// Rows that last 1 s, 1 s and 2 s.
const IntervalArray times{Float64, {{0, 1}, {1, 2}, {2, 4}}};

Entry collapsed(const FeatureArray& features, const std::vector<std::string>& names,
                const IntervalArray& intervals = times)
{
    std::vector<CollapseFunction> functions;
    for (const std::string& name : names)
        functions.push_back(CollapseFunction::parse(name));
    return collapse({intervals, features}, functions);
}

double number(const FeatureArray& features)
{
    return std::visit(
        [](const auto& values) {
            if constexpr (std::is_same_v<std::decay_t<decltype(values)>, std::vector<std::string>>)
                return notANumber;
            else
                return static_cast<double>(values.front());
        },
        features.values);
}

}

class TestCollapse : public QObject {
    Q_OBJECT

private slots:
    void eachFunctionOfOneNineTwo_data()
    {
        QTest::addColumn<std::string>("function");
        QTest::addColumn<double>("expected");
        QTest::newRow("mean") << std::string("mean") << 4.0;
        QTest::newRow("max") << std::string("max") << 9.0;
        QTest::newRow("min") << std::string("min") << 1.0;
        QTest::newRow("sum") << std::string("sum") << 12.0;
        QTest::newRow("median") << std::string("median") << 2.0;
        QTest::newRow("first") << std::string("first") << 1.0;
        QTest::newRow("last") << std::string("last") << 2.0;
        QTest::newRow("std") << std::string("std") << std::sqrt((9.0 + 25.0 + 4.0) / 3.0);
        QTest::newRow("range") << std::string("range") << 8.0;
        QTest::newRow("count") << std::string("count") << 3.0;
        QTest::newRow("lower quartile") << std::string("quantile:0.25") << 1.5; // between 1 and 2
        QTest::newRow("upper quartile") << std::string("quantile:0.75") << 5.5; // between 2 and 9
        QTest::newRow("duration weighted")
            << std::string("duration_weighted_mean") << (1.0 + 9.0 + 2.0 * 2.0) / 4.0;
        QTest::newRow("passthrough of numbers") << std::string("mean_or_passthrough") << 4.0;
        QTest::newRow("keepdims") << std::string("mean_keepdims") << 4.0;
    }

    void eachFunctionOfOneNineTwo()
    {
        QFETCH(const std::string, function);
        QFETCH(const double, expected);
        const Entry row = collapsed(test::doubles({1, 9, 2}), {function});
        QCOMPARE(row.features.shape, (std::vector<std::size_t>{1, 1}));
        QVERIFY2(std::abs(number(row.features) - expected) < 1e-12,
                 qPrintable(QString::number(number(row.features))));
    }

    void integersAreExactOrRefused()
    {
        const auto failure = [&](ElementType type, std::vector<std::int64_t> numbers, const char* function) {
            FeatureArray features{type, {numbers.size(), 1}, numbers};
            std::vector<Interval> times(numbers.size(), Interval{0, 1});
            Entry rows{{ElementType::Float64, times}, features};
            return test::failureOf([&] { collapse(rows, std::vector{CollapseFunction::parse(function)}); });
        };
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        QCOMPARE(failure(ElementType::Int8, {-100, 20}, "range"), std::string());
        QVERIFY(failure(ElementType::Int8, {-100, 100}, "range").find("int8 cannot hold (200")
                != std::string::npos);
        QVERIFY(failure(ElementType::Int64, {-2, most}, "range").find("int64 cannot hold")
                != std::string::npos);
        QVERIFY(failure(ElementType::Int64, {1, most}, "sum").find("int64 cannot hold") != std::string::npos);
        QCOMPARE(failure(ElementType::Int64, {-1, most}, "sum"), std::string());
        QVERIFY(failure(ElementType::UInt64, {1, most}, "sum").find("uint64 cannot hold")
                != std::string::npos);
    }

    void everyNameIsKnown()
    {
        for (const std::string& name : collapseFunctionNames()) {
            const std::string text = name == "quantile" ? "quantile:0.25" : name;
            QCOMPARE(CollapseFunction::parse(text).toString(), text);
        }
    }

    void aNameThatIsNotKnownIsRefused_data()
    {
        QTest::addColumn<std::string>("text");
        for (const char* text :
             {"", "meen", "quantile", "quantile:", "quantile:1.5", "quantile:x", "mean:2", "Mean"})
            QTest::newRow(text) << std::string(text);
    }

    void aNameThatIsNotKnownIsRefused()
    {
        QFETCH(const std::string, text);
        const std::string failure = test::failureOf([&] { CollapseFunction::parse(text); });
        QVERIFY2(failure.find("known are mean, max") != std::string::npos, failure.c_str());
    }

    void theIntervalIsTheCoveredExtent()
    {
        const Entry row = collapsed(test::doubles({1, 2}), {"mean"}, {Float32, {{0.5, 1.0}, {0.25, 0.75}}});
        QVERIFY((row.intervals == IntervalArray{Float32, {{0.25, 1.0}}}));
    }

    void theExtentOfInvertedIntervalsHoldsAllTimes()
    {
        const Entry row = collapsed(test::doubles({1, 2}), {"mean"}, {Float64, {{3.0, 2.0}, {2.5, 4.0}}});
        QVERIFY((row.intervals.values == std::vector<Interval>{{2.0, 4.0}}));
    }

    void withoutFunctionsAllRowsAreKept()
    {
        const Entry rows{times, test::doubles({1, 9, 2})};
        QVERIFY(collapse(rows, {}) == rows);
    }

    void everyDimensionIsCollapsedOnItsOwn()
    {
        const Entry row = collapsed(test::floats(2, {1, 10, 3, 30}), {"mean"}, {Float64, {{0, 1}, {1, 2}}});
        QVERIFY((row.features == test::floats(2, {2, 20})));
    }

    void severalFunctionsStandSideBySide()
    {
        const Entry row
            = collapsed(test::floats(2, {1, 10, 3, 30}), {"mean", "max"}, {Float64, {{0, 1}, {1, 2}}});
        QVERIFY((row.features == test::floats(4, {2, 20, 3, 30})));
    }

    void functionsOfOtherTypesWidenTheRow()
    {
        const Entry row = collapsed(test::floats(1, {1, 9, 2}), {"max", "count"});
        QVERIFY((row.features == FeatureArray{Float64, {1, 2}, std::vector<double>{9, 3}}));
    }

    void theResultHasNumPysType_data()
    {
        QTest::addColumn<std::string>("function");
        QTest::addColumn<ElementType>("type");
        QTest::addColumn<ElementType>("expected");
        const auto row = [](const char* function, ElementType type, ElementType expected) {
            QTest::addRow("%s of %s", function, name(type).c_str())
                << std::string(function) << type << expected;
        };
        row("mean", Float32, Float32);
        row("mean", Float64, Float64);
        row("mean", Int32, Float64);
        row("median", Int8, Float64);
        row("std", UInt8, Float64);
        row("max", Int32, Int32);
        row("sum", Int32, Int64);
        row("first", Int16, Int16);
        row("count", Float32, Float64);
        row("duration_weighted_mean", Float32, Float64);
    }

    void theResultHasNumPysType()
    {
        QFETCH(const std::string, function);
        QFETCH(const ElementType, type);
        QFETCH(const ElementType, expected);
        FeatureArray features{type, {3, 1}, std::vector<float>{1, 9, 2}};
        if (isInteger(type))
            features.values = std::vector<std::int64_t>{1, 9, 2};
        else if (type == Float64)
            features.values = std::vector<double>{1, 9, 2};
        QCOMPARE(collapsed(features, {function}).features.type, expected);
    }

    void aNaNSpreads_data()
    {
        QTest::addColumn<std::string>("function");
        for (const char* function : {"mean", "max", "min", "sum", "median", "std", "range", "quantile:0.1",
                                     "slope", "duration_weighted_mean"})
            QTest::newRow(function) << std::string(function);
    }

    void aNaNSpreads()
    {
        QFETCH(const std::string, function);
        QVERIFY(std::isnan(number(collapsed(test::doubles({1, notANumber, 2}), {function}).features)));
    }

    void infinityIsANumber()
    {
        const double infinity = std::numeric_limits<double>::infinity();
        QCOMPARE(number(collapsed(test::doubles({1, infinity, 2}), {"mean"}).features), infinity);
        QCOMPARE(number(collapsed(test::doubles({1, infinity, 2}), {"median"}).features), 2.0);
    }

    void theSlopeIsPerSecondOverTheCentres()
    {
        const FeatureArray line = test::doubles({2, 4, 7}); // 1 + 2 t at 0.5, 1.5 and 3 s
        QVERIFY(std::abs(number(collapsed(line, {"slope"}).features) - 2.0) < 1e-12);
    }

    void oneRowHasNoSpreadAndNoSlope()
    {
        const IntervalArray one{Float64, {{0, 1}}};
        QCOMPARE(number(collapsed(test::doubles({7}), {"std"}, one).features), 0.0);
        QCOMPARE(number(collapsed(test::doubles({7}), {"slope"}, one).features), 0.0);
        QCOMPARE(number(collapsed(test::doubles({7}), {"median"}, one).features), 7.0);
    }

    void aMeanOfLargeIntegersIsNotRounded()
    {
        const auto rows = test::integers({std::int64_t(1) << 40, (std::int64_t(1) << 40) + 1}, Int64);
        QCOMPARE(number(collapsed(rows, {"mean"}, {Float64, {{0, 1}, {1, 2}}}).features), 1099511627776.5);
    }

    void integersKeepAllTheirDigits_data()
    {
        QTest::addColumn<std::string>("function");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("max") << std::string("max") << (qint64(1) << 60) + 3;
        QTest::newRow("min") << std::string("min") << (qint64(1) << 60) + 1;
        QTest::newRow("range") << std::string("range") << qint64(2);
        QTest::newRow("sum") << std::string("sum") << 3 * (qint64(1) << 60) + 6;
    }

    void integersKeepAllTheirDigits()
    {
        QFETCH(const std::string, function);
        QFETCH(const qint64, expected);
        const std::int64_t large = std::int64_t{1} << 60;
        const Entry row = collapsed(test::integers({large + 2, large + 3, large + 1}, Int64), {function});
        QCOMPARE(std::get<std::vector<std::int64_t>>(row.features.values).front(), std::int64_t{expected});
    }

    void aSumOfUnsignedIntegersIsUnsigned()
    {
        QVERIFY(collapsed(test::integers({1, 2, 3}, UInt8), {"sum"}).features.type == UInt64);
    }

    void minusZeroAloneStaysMinusZero()
    {
        const Entry row
            = collapse({{Float64, {{0, 1}}}, test::doubles({-0.0})}, std::vector{CollapseFunction{"mean"}});
        QVERIFY(std::signbit(number(row.features)));
    }

    void rowsAtTheSameTimeHaveNoSlope()
    {
        const IntervalArray together{Float64, {{0.0, 0.2}, {0.0, 0.2}, {0.0, 0.2}}};
        QCOMPARE(number(collapsed(test::doubles({1, 9, 2}), {"slope"}, together).features), 0.0);
    }

    void aRowThatIsAMatrixOfOneRowStaysOneRow_data()
    {
        QTest::addColumn<QString>("functions");
        QTest::addColumn<std::vector<std::size_t>>("expected");
        using Shape = std::vector<std::size_t>;
        QTest::newRow("mean") << QStringLiteral("mean") << Shape{1, 2};
        QTest::newRow("first, as NumPy's features[0]") << QStringLiteral("first") << Shape{1, 2};
        QTest::newRow("keepdims keeps all axes") << QStringLiteral("mean_keepdims") << Shape{1, 1, 2};
    }

    void aRowThatIsAMatrixOfOneRowStaysOneRow()
    {
        QFETCH(const QString, functions);
        QFETCH(const std::vector<std::size_t>, expected);
        const FeatureArray matrices{Float32, {3, 1, 2}, std::vector<float>{1, 2, 3, 4, 5, 6}};
        QCOMPARE(collapsed(matrices, {functions.toStdString()}).features.shape, expected);
    }

    void textPassesThroughOrIsChosen()
    {
        const IntervalArray one{Float64, {{0, 1}}};
        QVERIFY(collapsed(test::texts({"sp"}), {"mean_or_passthrough"}, one).features == test::texts({"sp"}));
        QVERIFY(collapsed(test::texts({"a", "b", "c"}), {"last"}).features == test::texts({"c"}));
        QCOMPARE(number(collapsed(test::texts({"a", "b", "c"}), {"count"}).features), 3.0);
    }

    void whatCannotBecomeOneRowIsRefused_data()
    {
        QTest::addColumn<FeatureArray>("features");
        QTest::addColumn<std::vector<std::string>>("functions");
        QTest::addColumn<std::string>("code");
        using Names = std::vector<std::string>;
        QTest::newRow("mean of text")
            << test::texts({"a", "b", "c"}) << Names{"mean"} << std::string("collapse_failed");
        QTest::newRow("several texts") << test::texts({"a", "b", "c"}) << Names{"mean_or_passthrough"}
                                       << std::string("dimension_mismatch");
        QTest::newRow("two matrices") << test::doubles({1, 2, 3}) << Names{"mean_keepdims", "mean_keepdims"}
                                      << std::string("dimension_mismatch");
        QTest::newRow("matrix and vector")
            << test::doubles({1, 2, 3}) << Names{"mean_keepdims", "mean"} << std::string("collapse_failed");
        QTest::newRow("rank 3") << FeatureArray{Float32, {3, 2, 2}, std::vector<float>(12)} << Names{"mean"}
                                << std::string("dimension_mismatch");
        QTest::newRow("two functions of rank 3, one below the other")
            << FeatureArray{Float32, {3, 1, 2}, std::vector<float>(6)} << Names{"mean", "std"}
            << std::string("dimension_mismatch");
        QTest::newRow("rank 3 and a number") << FeatureArray{Float32, {3, 1, 2}, std::vector<float>(6)}
                                             << Names{"mean", "count"} << std::string("collapse_failed");
        QTest::newRow("text and a number")
            << test::texts({"a", "b", "c"}) << Names{"first", "count"} << std::string("collapse_failed");
    }

    void whatCannotBecomeOneRowIsRefused()
    {
        QFETCH(const FeatureArray, features);
        QFETCH(const std::vector<std::string>, functions);
        QFETCH(const std::string, code);
        const std::string failure = test::failureOf([&] { collapsed(features, functions); });
        QVERIFY2(failure.starts_with(code), failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestCollapse)
#include "tst_collapse.moc"
