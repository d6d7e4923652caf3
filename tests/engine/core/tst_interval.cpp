#include "engine/core/interval.h"

#include <QTest>

using engine::Interval;

class TestInterval : public QObject {
    Q_OBJECT

private slots:
    void theLengthIsFromStartToEnd()
    {
        QCOMPARE((Interval{1.5, 4.0}).length(), 2.5);
        QCOMPARE((Interval{4.0, 1.5}).length(), -2.5);
    }

    void itContainsItsStartButNotItsEnd_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<bool>("inside");
        QTest::newRow("before") << 0.9 << false;
        QTest::newRow("start") << 1.0 << true;
        QTest::newRow("middle") << 1.5 << true;
        QTest::newRow("end") << 2.0 << false;
    }

    void itContainsItsStartButNotItsEnd()
    {
        QFETCH(const double, seconds);
        QFETCH(const bool, inside);
        QCOMPARE((Interval{1.0, 2.0}).contains(seconds), inside);
    }

    void theOverlapIsNegativeWhenApart_data()
    {
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("end");
        QTest::addColumn<double>("expected");
        QTest::newRow("same") << 1.0 << 3.0 << 2.0;
        QTest::newRow("inside") << 1.5 << 2.0 << 0.5;
        QTest::newRow("around") << 0.0 << 9.0 << 2.0;
        QTest::newRow("left part") << 0.0 << 1.25 << 0.25;
        QTest::newRow("touching") << 3.0 << 4.0 << 0.0;
        QTest::newRow("apart") << 4.5 << 5.0 << -1.5;
    }

    void theOverlapIsNegativeWhenApart()
    {
        QFETCH(const double, start);
        QFETCH(const double, end);
        QFETCH(const double, expected);
        const Interval fixed{1.0, 3.0};
        QCOMPARE(fixed.overlap({start, end}), expected);
        QCOMPARE((Interval{start, end}).overlap(fixed), expected);
    }
};

QTEST_GUILESS_MAIN(TestInterval)
#include "tst_interval.moc"
