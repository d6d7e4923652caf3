#include "engine/core/error.h"
#include "engine/numbers/quantiles.h"

#include <QTest>

#include <limits>

using namespace engine;

namespace {

using Numbers = std::vector<double>;

}

class TestQuantiles : public QObject {
    Q_OBJECT

private slots:
    void aQuantileLiesBetweenTwoValues()
    {
        const Numbers values{9, 1, 2, 5};
        QCOMPARE(quantile(values, 0.0), 1.0);
        QCOMPARE(quantile(values, 0.25), 1.75);
        QCOMPARE(quantile(values, 1.0), 9.0);
        QCOMPARE(median(values), 3.5);
        QCOMPARE(median(Numbers{3, 1, 2}), 2.0);
        QCOMPARE(quantile<float>({4.0F, 0.0F}, 0.25), 1.0F);
    }

    void aRankIsOneOfTheValues()
    {
        const Numbers values{9, 1, 2, 5};
        QCOMPARE(atRank(values, 2), 5.0);
        QCOMPARE(upperMedian(values), 5.0);
        QCOMPARE(lowerQuantile(values, 0.5), 2.0);
        QCOMPARE(lowerQuantile(values, 1.0), 9.0);
    }

    void infiniteValuesKeepTheirPlace()
    {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        QCOMPARE(median(Numbers{1, -infinite}), -infinite);
        QCOMPARE(median(Numbers{1, infinite}), infinite);
        QCOMPARE(median(Numbers{infinite, infinite}), infinite);
        QCOMPARE(quantile(Numbers{1, 2, infinite}, 0.5), 2.0);
    }

    void ofNothingThereIsNoQuantile()
    {
        QVERIFY_EXCEPTION_THROWN(quantile(Numbers{}, 0.5), ShapeError);
        QVERIFY_EXCEPTION_THROWN(upperMedian(Numbers{}), ShapeError);
        QVERIFY_EXCEPTION_THROWN(lowerQuantile(Numbers{}, 0.5), ShapeError);
    }
};

QTEST_GUILESS_MAIN(TestQuantiles)
#include "tst_quantiles.moc"
