#include "engine/raters/guideline_faults.h"

#include <QTest>

#include "tests/support/planted_raters.h"

using namespace engine;

class TestGuidelineFaults : public QObject {
    Q_OBJECT

private slots:
    void theBestRatersAreThoseWithMuchScaleAndLittleNoise()
    {
        const OrdinalModel model{{-1.0, 1.0},
                                 {{0.0, 1.0, 0.4}, {0.0, 0.5, 0.6}, {0.0, -1.0, 0.3}, {0.0, 1.0, 1.5}}};
        const std::vector<std::size_t> expected{0, 2};
        QCOMPARE(bestRaters(model), expected);
    }

    /// 400 units of which one of twenty is read the other way round by half of the raters.
    void flagsAreMostlyTrue()
    {
        std::size_t flags = 0, trueFlags = 0, faults = 0;
        for (std::uint32_t seed = 1; seed <= 5; ++seed) {
            test::PlantedAnswers planted = test::plantedAnswers(seed, 400, test::fiveHonestRaters());
            for (std::size_t unit = 0; unit < 20; ++unit) {
                for (const std::size_t rater : {1UL, 3UL})
                    planted.said[unit][rater] = 6 - planted.said[unit][rater];
            }
            const OrdinalRatings ratings = test::plantedTurns(planted, 4, seed + 100);
            const OrdinalModel model = fitOrdinalModel(ratings).model;
            const std::vector<GuidelineFault> found = guidelineFaults(model, ratings);
            QCOMPARE(found.size(), ratings.units);
            for (std::size_t unit = 0; unit < found.size(); ++unit) {
                flags += found[unit].isFlagged ? 1 : 0;
                trueFlags += found[unit].isFlagged && unit < 20 ? 1 : 0;
            }
            faults += 20;
        }
        QVERIFY2(flags >= faults / 5, qPrintable(QString::number(flags)));
        QVERIFY2(trueFlags * 10 >= flags * 9,
                 qPrintable(QString::number(trueFlags) + u'/' + QString::number(flags)));
    }

    void aUnitWithoutTwoOfTheBestHasNoChance()
    {
        const OrdinalModel model{{-1.0, 0.0, 1.0}, {{0.0, 1.0, 0.3}, {0.0, 1.0, 0.4}, {0.0, 1.0, 2.0}}};
        const OrdinalRatings ratings{2, 3, 4, {{0, 0, 0}, {0, 1, 3}, {1, 0, 0}, {1, 2, 3}}};
        const std::vector<GuidelineFault> found = guidelineFaults(model, ratings);
        QVERIFY(found[0].chance);
        QVERIFY(found[0].isFlagged);
        QVERIFY(!found[1].chance);
        QVERIFY(!found[1].isFlagged);
    }
};

QTEST_GUILESS_MAIN(TestGuidelineFaults)
#include "tst_guideline_faults.moc"
