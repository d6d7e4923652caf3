#include "engine/numbers/false_discovery.h"
#include "engine/numbers/share_interval.h"

#include <QTest>

#include <algorithm>

using namespace engine;

/// How far figures of few cases can be trusted.
class TestChances : public QObject {
    Q_OBJECT

private slots:
    /// The fifteen values of Benjamini & Hochberg 1995, table 1: four hypotheses are rejected at 0.05.
    void beyondChanceIsThatOfThePaper()
    {
        const std::vector<std::optional<double>> chances{0.0001, 0.0004, 0.0019, 0.0095, 0.0201,
                                                         0.0278, 0.0298, 0.0344, 0.0459, 0.3240,
                                                         0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
        const std::vector<bool> beyond = beyondChance(chances);
        QCOMPARE(std::ranges::count(beyond, true), 4);
        QVERIFY(beyond[3] && !beyond[4]);
        QVERIFY(beyondChance({}).empty());
    }

    /// Newcombe, Statistics in Medicine 1998, table I: 15 of 148, 0 of 20, 1 of 29.
    void theIntervalOfAShareIsThatOfThePaper()
    {
        const auto isNear = [](Interval interval, double low, double high) {
            return std::abs(interval.start - low) < 1e-4 && std::abs(interval.end - high) < 1e-4;
        };
        QVERIFY(isNear(shareInterval(81.0 / 263.0, 263), 0.2553, 0.3662));
        QVERIFY(isNear(shareInterval(15.0 / 148.0, 148), 0.0624, 0.1605));
        QVERIFY(isNear(shareInterval(0.0, 20), 0.0, 0.1611));
        QVERIFY(isNear(shareInterval(1.0 / 29.0, 29), 0.0061, 0.1718));
    }

    void ofNoCaseNothingIsKnown() { QCOMPARE(shareInterval(0.0, 0), (Interval{0.0, 1.0})); }
};

QTEST_GUILESS_MAIN(TestChances)
#include "tst_chances.moc"
