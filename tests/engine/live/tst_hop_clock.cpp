#include "engine/live/hop_clock.h"

#include <QTest>

using namespace engine;

class TestHopClock : public QObject {
    Q_OBJECT

private slots:
    void nothingIsDueBeforeTheFirstWindow()
    {
        HopClock clock(4.0, 0.5);
        QVERIFY(!clock.take(3.99));
        QCOMPARE(clock.due(), std::size_t(0));
    }

    void spansComeEveryHop()
    {
        HopClock clock(4.0, 0.5);
        QCOMPARE(clock.take(4.0).value(), (Interval{0.0, 4.0}));
        QVERIFY(!clock.take(4.4));
        QCOMPARE(clock.take(4.5).value(), (Interval{0.5, 4.5}));
        QCOMPARE(clock.due(), std::size_t(2));
        QCOMPARE(clock.skipped(), std::size_t(0));
    }

    void whatWasMissedIsSkippedAndNotQueued()
    {
        HopClock clock(4.0, 0.5);
        QCOMPARE(clock.take(5.6).value(), (Interval{1.5, 5.5})); // 4.0, 4.5 and 5.0 are left out
        QCOMPARE(clock.skipped(), std::size_t(3));
        clock.pass(7.2); // 6.0, 6.5 and 7.0 came due while the answer was made
        QCOMPARE(clock.skipped(), std::size_t(6));
        QCOMPARE(clock.next(), (Interval{3.5, 7.5}));
        QVERIFY(!clock.take(7.2));
        QCOMPARE(clock.due(), std::size_t(7));
    }

    void manyHopsKeepTheirPlaces()
    {
        HopClock clock(4.0, 0.1);
        for (int hop = 0; hop < 5000; ++hop)
            QVERIFY(clock.take(4.0 + hop * 0.1).has_value());
        QCOMPARE(clock.skipped(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestHopClock)
#include "tst_hop_clock.moc"
