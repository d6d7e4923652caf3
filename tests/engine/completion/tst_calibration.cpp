#include "engine/completion/calibration.h"
#include "engine/completion/completion.h"
#include "engine/completion/time_blocks.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace engine;

class TestCalibration : public QObject {
    Q_OBJECT

private slots:
    void curveIsFound()
    {
        std::mt19937_64 random(1);
        std::vector<double> scores;
        std::vector<bool> right;
        for (int i = 0; i < 4000; ++i) {
            scores.push_back(std::normal_distribution<double>(0.0, 2.0)(random));
            right.push_back(std::uniform_real_distribution<double>(0.0, 1.0)(random)
                            < 1.0 / (1.0 + std::exp(-0.5 - scores.back())));
        }
        const Calibration curve = calibrationOf(scores, right);
        QVERIFY(std::abs(curve(0.0) - 0.622) < 0.03);
        QVERIFY(std::abs(curve(2.0) - 0.924) < 0.03);
    }

    void scoresThatMisleadTellNothing()
    {
        const Calibration curve = calibrationOf(std::vector{1.0, 2.0, 3.0, 4.0}, {true, true, false, false});
        QCOMPARE(curve(0.0), 0.5);
        QCOMPARE(curve(9.0), 0.5);
    }

    void fewChecksAreNotCertain()
    {
        const Calibration curve = calibrationOf(std::vector{1.0, 1.5, 2.0}, {true, true, true});
        QVERIFY(curve(2.0) < 0.9);
    }

    void sharesHaveIntervals()
    {
        const std::vector<CheckedAnswer> checks{{0.9, true}, {0.8, true}, {0.7, false}, {0.6, true}};
        const RightShare all = rightAbove(checks, 0.0);
        QCOMPARE(all.count, std::size_t{4});
        QCOMPARE(all.share, 0.75);
        QVERIFY(std::abs(all.likely.start - 0.301) < 0.01
                && std::abs(all.likely.end - 0.954) < 0.01); // Wilson
        QCOMPARE(thresholdFor(checks, 0.9), 1.0); // too few tell it
        std::vector<CheckedAnswer> many(12, {0.8, true});
        many.insert(many.end(), 12, {0.7, false});
        QCOMPARE(thresholdFor(many, 0.9), 0.71);
        QCOMPARE(rightAbove(checks, 0.95).count, std::size_t{0});
    }

    void blocksShareNoTime()
    {
        const std::vector<PlacedSpan> segments{{0, {0, 2}}, {0, {1, 3}}, {0, {3, 4}},
                                               {0, {5, 6}}, {0, {7, 8}}, {0, {9, 10}}};
        const std::vector<int> blocks{0, 1, 1, 2, 2, 3};
        QVERIFY((outsideOf(0, blocks, segments) == std::vector<std::size_t>{2, 3, 4, 5}));
    }

    void manyRecordingsAreHeldOutWhole()
    {
        std::vector<PlacedSpan> segments;
        for (std::size_t i = 0; i < 30; ++i)
            segments.push_back({i / 3, {static_cast<double>(i % 3), static_cast<double>(i % 3 + 1)}});
        const std::vector<int> blocks = timeBlocks(segments);
        for (std::size_t i = 0; i < 30; ++i)
            QCOMPARE(blocks[i], blocks[i / 3 * 3]);
    }
};

QTEST_GUILESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
