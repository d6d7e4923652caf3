#include "engine/core/error.h"
#include "engine/numbers/principal_components.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace engine;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

FeatureMatrix matrix(std::size_t columns, std::vector<float> values)
{
    FeatureMatrix result(values.size() / columns, columns);
    result.values = std::move(values);
    return result;
}

/// `rows` points that lie mostly along a few hidden directions.
FeatureMatrix cloud(std::size_t rows, std::size_t columns, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    FeatureMatrix result(rows, columns);
    for (std::size_t i = 0; i < rows; ++i) {
        const float a = normal(random) * 3;
        const float b = normal(random);
        for (std::size_t d = 0; d < columns; ++d)
            result.at(i, d) = a * std::sin(static_cast<float>(d)) + b * std::cos(static_cast<float>(2 * d))
                + normal(random) * 0.5F + static_cast<float>(d);
    }
    return result;
}

double dot(std::span<const float> a, std::span<const float> b)
{
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d)
        sum += static_cast<double>(a[d]) * static_cast<double>(b[d]);
    return sum;
}

double variance(const std::vector<std::array<float, 3>>& points, std::size_t component)
{
    double sum = 0;
    for (const auto& point : points)
        sum += static_cast<double>(point[component]) * static_cast<double>(point[component]);
    return sum / static_cast<double>(points.size());
}

bool near(double a, double b, double tolerance = 1e-5)
{
    return std::abs(a - b) <= tolerance;
}

}

class TestPrincipalComponents : public QObject {
    Q_OBJECT

private slots:
    /// Two columns with correlation r have the directions (1, ±1)/√2 with the eigenvalues 1 ± r. Here the
    /// standardised rows are (−1, −1), (−1, 1), (1, 1), (1, 1) … by hand: r = 0.5.
    void twoColumnsByHand()
    {
        // means 1 and 5; deviations 1 and 2; products +1 +1 −1 +1 +1 +1 −1 +1 → r = 4/8
        const FeatureMatrix rows = matrix(2, {0, 3, 2, 7, 0, 7, 2, 7, 0, 3, 2, 7, 2, 3, 0, 3});
        const PrincipalComponents result = principalComponents(rows);
        QVERIFY(near(result.explained[0], 0.75));
        QVERIFY(near(result.explained[1], 0.25));
        QCOMPARE(result.explained[2], 0.0);
        const float half = std::sqrt(0.5F);
        QVERIFY(near(result.loadings.at(0, 0), half));
        QVERIFY(near(result.loadings.at(0, 1), half));
        QVERIFY(near(result.loadings.at(1, 0), half)); // the first of the largest is positive
        QVERIFY(near(result.loadings.at(1, 1), -half));
        QVERIFY(near(result.points[0][0], -2 * half)); // (−1, −1) along (1, 1)/√2
        QVERIFY(near(result.points[0][1], 0));
        QVERIFY(near(result.points[2][0], 0)); // (−1, 1)
        QVERIFY(near(result.points[2][1], -2 * half));
        QCOMPARE(result.points[2][2], 0.0F);
    }

    void directionsAreOrthonormalAndInTheOrderOfVariance()
    {
        for (const std::size_t columns : {3, 7, 74}) {
            const FeatureMatrix rows = cloud(1500, columns, 7);
            const PrincipalComponents result = principalComponents(rows);
            for (std::size_t a = 0; a < 3; ++a) {
                QVERIFY(near(dot(result.loadings.row(a), result.loadings.row(a)), 1));
                for (std::size_t b = 0; b < a; ++b)
                    QVERIFY(near(dot(result.loadings.row(a), result.loadings.row(b)), 0));
                QVERIFY(near(variance(result.points, a) / static_cast<double>(columns), result.explained[a],
                             1e-3));
                const auto row = result.loadings.row(a);
                const auto largest = std::max_element(
                    row.begin(), row.end(), [](float x, float y) { return std::abs(x) < std::abs(y); });
                QVERIFY(*largest > 0);
            }
            QVERIFY(result.explained[0] >= result.explained[1] && result.explained[1] >= result.explained[2]);
            QVERIFY(result.explained[2] > 0);
            QVERIFY(result.explained[0] + result.explained[1] + result.explained[2] < 1 + 1e-6);
        }
    }

    void theOrderOfRowsDoesNotMatter()
    {
        const FeatureMatrix rows = cloud(1300, 20, 3);
        FeatureMatrix reversed(rows.rows, rows.columns);
        for (std::size_t i = 0; i < rows.rows; ++i)
            std::copy_n(rows.row(i).begin(), rows.columns, reversed.row(rows.rows - 1 - i).begin());
        const PrincipalComponents one = principalComponents(rows);
        const PrincipalComponents other = principalComponents(reversed);
        for (std::size_t i = 0; i < rows.rows; ++i) {
            for (std::size_t c = 0; c < 3; ++c)
                QVERIFY(near(one.points[i][c], other.points[rows.rows - 1 - i][c], 2e-3));
        }
    }

    void theUnitOfAColumnDoesNotMatter()
    {
        FeatureMatrix rows = cloud(400, 6, 5);
        const PrincipalComponents one = principalComponents(rows);
        for (std::size_t i = 0; i < rows.rows; ++i)
            rows.at(i, 2) = rows.at(i, 2) * 1000 + 50;
        const PrincipalComponents other = principalComponents(rows);
        for (std::size_t i = 0; i < rows.rows; ++i) {
            for (std::size_t c = 0; c < 3; ++c)
                QVERIFY(near(one.points[i][c], other.points[i][c], 2e-3));
        }
    }

    void theSameInputGivesTheSameBytes()
    {
        const FeatureMatrix rows = cloud(900, 30, 11);
        const PrincipalComponents one = principalComponents(rows);
        const PrincipalComponents other = principalComponents(rows);
        QVERIFY(one.points == other.points);
        QCOMPARE(one.loadings, other.loadings);
    }

    void constantColumnsAreLeftOut()
    {
        const PrincipalComponents result
            = principalComponents(matrix(3, {1, 0.1F, kNan, 2, 0.1F, kNan, 3, 0.1F, kNan}));
        QCOMPARE(result.constantColumns, std::size_t(2));
        QVERIFY(near(result.explained[0], 1));
        QVERIFY(near(result.loadings.at(0, 0), 1));
        QCOMPARE(result.loadings.at(0, 1), 0.0F);
        QVERIFY(result.points[0][0] < result.points[1][0] && result.points[1][0] < result.points[2][0]);
        QCOMPARE(result.points[1], (std::array<float, 3>{0, 0, 0}));
    }

    void missingValuesCountAsTheMean()
    {
        const FeatureMatrix rows
            = matrix(2, {-1, -1, 1, 1, std::numeric_limits<float>::infinity(), 0, kNan, kNan});
        const PrincipalComponents result = principalComponents(rows);
        QVERIFY(near(result.points[2][0], 0) && near(result.points[2][1], 0));
        QVERIFY(std::isnan(result.points[3][0]) && std::isnan(result.points[3][2]));
    }

    void degenerateInputsGiveZeros_data()
    {
        QTest::addColumn<std::size_t>("columns");
        QTest::addColumn<std::vector<float>>("values");
        QTest::addColumn<int>("directions");
        QTest::newRow("no rows") << std::size_t(4) << std::vector<float>{} << 0;
        QTest::newRow("one row") << std::size_t(2) << std::vector<float>{1, 2} << 0;
        QTest::newRow("two rows") << std::size_t(4) << std::vector<float>{1, 2, 3, 4, 2, 0, 9, 9} << 1;
        QTest::newRow("three rows") << std::size_t(3) << std::vector<float>{1, 2, 3, 4, 2, 0, 9, 9, 1} << 2;
        QTest::newRow("one column") << std::size_t(1) << std::vector<float>{1, 5, 2} << 1;
        QTest::newRow("all the same") << std::size_t(2) << std::vector<float>{1, 2, 1, 2, 1, 2} << 0;
        QTest::newRow("nothing finite") << std::size_t(2) << std::vector<float>{kNan, kNan, kNan, kNan} << 0;
    }
    void degenerateInputsGiveZeros()
    {
        QFETCH(const std::size_t, columns);
        QFETCH(const std::vector<float>, values);
        QFETCH(const int, directions);
        const FeatureMatrix rows = matrix(columns, values);
        const PrincipalComponents result = principalComponents(rows);
        QCOMPARE(result.points.size(), rows.rows);
        for (int c = 0; c < 3; ++c)
            QCOMPARE(result.explained[c] > 0, c < directions);
        for (const auto& point : result.points) {
            for (int c = directions; c < 3; ++c)
                QVERIFY(point[c] == 0.0F || std::isnan(point[c]));
        }
    }

    void stopsWhenItIsTold()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(principalComponents(cloud(600, 5, 1), {stop.get_token(), {}}), Cancelled);
    }

    void memoryOfOthersIsReadWhereItLies()
    {
        const FeatureMatrix rows = cloud(60, 5, 3);
        const std::vector<float> borrowed = rows.values;
        const PrincipalComponents result = principalComponents({borrowed, rows.rows, rows.columns});
        QCOMPARE(result.points, principalComponents(rows).points);
        QVERIFY_EXCEPTION_THROWN(MatrixView(borrowed, rows.rows, rows.columns + 1), ShapeError);
    }
};

QTEST_GUILESS_MAIN(TestPrincipalComponents)
#include "tst_principal_components.moc"
