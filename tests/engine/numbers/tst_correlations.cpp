#include "engine/core/error.h"
#include "engine/numbers/moments.h"
#include "engine/numbers/pair_sums.h"
#include "engine/numbers/ranks.h"

#include <QTest>

#include <cmath>

using namespace engine;

namespace {

using Numbers = std::vector<double>;

std::optional<double> bySums(const Numbers& a, const Numbers& b)
{
    PairSums sums;
    for (std::size_t i = 0; i < a.size(); ++i)
        sums.add(a[i], b[i]);
    return sums.correlation();
}

std::optional<double> byRanks(const Numbers& a, const Numbers& b)
{
    return rankCorrelation(a, b);
}

}

/// Every way to correlate two series, and its one answer for series that do not vary.
class TestCorrelations : public QObject {
    Q_OBJECT

private slots:
    void bothWaysGiveTheSameR()
    {
        const Numbers a{1, 2, 3, 4, 5}, b{1.1, 1.9, 3.2, 3.8, 5.5};
        QVERIFY(std::abs(*pearson(a, b) - 0.989215) < 1e-6);
        QVERIFY(std::abs(*bySums(a, b) - *pearson(a, b)) < 1e-12);
    }

    void aConstantGoesWithNothing_data()
    {
        QTest::addColumn<Numbers>("constant");
        QTest::newRow("zeros") << Numbers{0, 0, 0, 0};
        QTest::newRow("a number whose mean is rounded") << Numbers{0.1, 0.1, 0.1, 0.1};
        QTest::newRow("a large one") << Numbers{12345.678, 12345.678, 12345.678, 12345.678};
        QTest::newRow("nothing at all") << Numbers{};
    }

    void aConstantGoesWithNothing()
    {
        QFETCH(Numbers, constant);
        Numbers other{3, 1, 4, 1};
        other.resize(constant.size());
        QVERIFY(!pearson(constant, other) && !pearson(other, constant));
        QVERIFY(!bySums(constant, other) && !bySums(other, constant));
        QVERIFY(!byRanks(constant, other) && !byRanks(other, constant));
    }

    void whatIsTakenOutOfSumsLeavesNothing()
    {
        PairSums window;
        const Numbers a{5, 1, 2, 3, 9}, b{7, 2, 1, 3, -4};
        for (std::size_t i = 0; i < a.size(); ++i)
            window.add(a[i], b[i]);
        window.remove(a[0], b[0]);
        window.remove(a[4], b[4]);
        QCOMPARE(window.size(), 3.0);
        QVERIFY(std::abs(*window.correlation() - 0.5) < 1e-12); // of 1, 2, 3 and 2, 1, 3
        QVERIFY(std::abs(window.deviationOfFirst() - std::sqrt(2.0 / 3.0)) < 1e-12);
    }

    void equalValuesShareTheirRanks()
    {
        QCOMPARE(ranksOf(Numbers{10, 30, 20, 20}), (Numbers{1, 4, 2.5, 2.5}));
        QCOMPARE(*byRanks({1, 2, 3, 4}, {10, 20, 30, 40}), 1.0);
        QCOMPARE(*byRanks({1, 2, 3, 4}, {4, 3, 2, 1}), -1.0);
        QVERIFY(std::abs(*byRanks({1, 2, 2, 3}, {1, 2, 3, 4}) - 0.948683) < 1e-6);
    }

    void seriesOfDifferentLengthsAreRefused()
    {
        const Numbers three{1, 2, 3}, two{1, 2};
        QVERIFY_EXCEPTION_THROWN(pearson(three, two), ShapeError);
        QVERIFY_EXCEPTION_THROWN(linsConcordance(three, two), ShapeError);
        QVERIFY_EXCEPTION_THROWN(rankCorrelation(three, two), ShapeError);
    }
};

QTEST_GUILESS_MAIN(TestCorrelations)
#include "tst_correlations.moc"
