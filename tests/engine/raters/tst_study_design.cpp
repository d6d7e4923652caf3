#include "engine/core/error.h"
#include "engine/raters/reliability.h"
#include "engine/raters/study_pilot.h"
#include "engine/raters/study_plan.h"

#include <QTest>

#include <cmath>

#include "tests/support/planted_raters.h"

using namespace engine;

class TestStudyDesign : public QObject {
    Q_OBJECT

    static DesignOptions small()
    {
        DesignOptions options;
        options.units = {30, 120};
        options.mostRaters = 3;
        options.pools = 6;
        options.each = 4;
        return options;
    }

private slots:
    void moreUnitsCureTheirPartAndMoreRatersTheError()
    {
        const std::vector<DesignRow> rows = designRows(small());
        QCOMPARE(rows.size(), std::size_t(6));
        QVERIFY(!rows[0].alpha && !rows[0].halfWidthOfUnits && !rows[0].undefined.empty());
        QVERIFY(*rows[4].halfWidthOfUnits < *rows[1].halfWidthOfUnits);
        QVERIFY(*rows[4].halfWidthOfRaters >= *rows[4].halfWidthOfUnits);
        QVERIFY(rows[2].error < rows[1].error && rows[1].error < rows[0].error);
        QVERIFY(*rows[5].reliability > *rows[3].reliability);
        QCOMPARE(rows[5].ratings, 360.0);
    }

    void equalSeedsGiveEqualRows()
    {
        DesignOptions options = small();
        QCOMPARE(designRows(options), designRows(options));
        const std::vector<DesignRow> one = designRows(options);
        options.seed = 2;
        QVERIFY(designRows(options) != one);
    }

    void ratersWhoSayOneThingHaveNoAlpha()
    {
        DesignOptions options = small();
        options.assumptions = {0, 6, 1e-9, 0.0, 0.0, 1e-9};
        for (const DesignRow& row : designRows(options)) {
            QVERIFY(!row.alpha && !row.halfWidthOfUnits);
            QVERIFY(!row.undefined.empty());
        }
    }

    void whatCannotBeSimulatedIsRefused()
    {
        DesignOptions options = small();
        options.units.clear();
        QVERIFY_EXCEPTION_THROWN(designRows(options), ShapeError);
        options = small();
        options.pool = 2;
        QVERIFY_EXCEPTION_THROWN(designRows(options), ShapeError);
        options = small();
        options.assumptions.high = options.assumptions.low;
        QVERIFY_EXCEPTION_THROWN(designRows(options), ShapeError);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(designRows(small(), {stop.get_token(), {}}), Cancelled);
    }

    void thePlanIsTheCheapestThatReachesTheGoals()
    {
        const auto row
            = [](std::size_t units, std::size_t raters, double error, double reliability, double width) {
                  DesignRow made;
                  made.units = units;
                  made.raters = raters;
                  made.ratings = made.cost = static_cast<double>(units * raters);
                  made.error = error;
                  made.reliability = reliability;
                  if (raters > 1) {
                      made.alpha = 0.7;
                      made.halfWidthOfUnits = width;
                      made.halfWidthOfRaters = 0.15;
                  }
                  return made;
              };
        const std::vector<DesignRow> rows{row(100, 1, 0.7, 0.7, 0.0),   row(100, 2, 0.5, 0.8, 0.1),
                                          row(100, 4, 0.4, 0.9, 0.07),  row(200, 1, 0.7, 0.7, 0.0),
                                          row(200, 2, 0.5, 0.81, 0.08), row(200, 4, 0.4, 0.9, 0.05)};
        StudyGoals goals{0.08, 0.8, 0.55, 2000};
        StudyPlan plan = studyPlan(rows, goals, 2.0);
        QCOMPARE(*plan.shareUnits, std::size_t(200)); // as dear as 4 raters of 100 units, with fewer raters
        QCOMPARE(*plan.shareRaters, std::size_t(2));
        QCOMPARE(*plan.everywhere, std::size_t(2));
        QCOMPARE(*plan.ratings, 4000.0);
        QCOMPARE(*plan.costOfAll, 8000.0);
        QCOMPARE(planNotes(rows, goals, plan).size(), std::size_t(1)); // √(0.15² − 0.08²) > 0.08
        goals = {0.01, 0.99, 0.1, 2000};
        plan = studyPlan(rows, goals, 1.0);
        QVERIFY(!plan.shareUnits && !plan.noShare.empty());
        QVERIFY(!plan.everywhere && !plan.noneEverywhere.empty());
        QVERIFY(!plan.ratings);
    }

    void aPilotTellsWhatWasPlanted()
    {
        std::vector<test::PlantedRater> crew;
        Draws draws(5);
        for (int rater = 0; rater < 12; ++rater)
            crew.push_back({0.5 * draws.normal(), 1.0 + 0.15 * draws.normal(), 0.8});
        const RatingTable table
            = test::tableOf(test::plantedTurns(test::plantedAnswers(1, 300, crew), 4, 101));
        const StudyPilot pilot = studyPilot(table, {0.0, 1.0, 7});
        QVERIFY(pilot.tooFew.empty() && pilot.assumptions.isFromPilot);
        QVERIFY2(std::abs(pilot.assumptions.spread - 1.4) < 0.25,
                 qPrintable(QString::number(pilot.assumptions.spread)));
        QVERIFY2(std::abs(pilot.assumptions.bias - 0.5) < 0.25,
                 qPrintable(QString::number(pilot.assumptions.bias)));
        QVERIFY2(std::abs(pilot.assumptions.noise - 0.8) < 0.2,
                 qPrintable(QString::number(pilot.assumptions.noise)));
        QVERIFY(*pilot.reliabilityOfOne > 0.5 && *pilot.reliabilityOfOne < 0.8);
    }

    void aSmallPilotIsNotBelieved()
    {
        const RatingTable table
            = test::tableOf(test::plantedTurns(test::plantedAnswers(1, 9, test::fiveHonestRaters()), 3, 101));
        const StudyPilot pilot = studyPilot(table, {0.0, 1.0, 7});
        QVERIFY(!pilot.tooFew.empty());
        QCOMPARE(pilot.assumptions, usualStudy(0, 6));
        QVERIFY(!pilot.reliabilityOfOne);
    }

    /// Shrout & Fleiss 1979, table 2: ICC(1,1) is 0.17.
    void theReliabilityOfOneIsThatOfTheLiterature()
    {
        const std::vector<std::vector<double>> said{{9, 2, 5, 8}, {6, 1, 3, 2},  {8, 4, 6, 8},
                                                    {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
        RatingTable table("x", std::vector<std::string>(12), std::vector<std::string>(4));
        for (std::size_t unit = 0; unit < 12; ++unit) { // each twice, since a pilot needs ten units
            for (std::size_t rater = 0; rater < 4; ++rater)
                table.setValue(unit, rater, said[unit % 6][rater]);
        }
        // twice the units: MSB 11.24 · 5 · 2 / 11, MSW 6.26
        const double between = 11.2416667 * 10.0 / 11.0, within = 6.2638889;
        const double expected = (between - within) / (between + 3.0 * within);
        const double found = *studyPilot(table, {1.0, 1.0, 10}).reliabilityOfOne;
        QVERIFY2(std::abs(found - expected) < 1e-6, qPrintable(QString::number(found)));
    }

    void spearmanAndBrown()
    {
        QCOMPARE(spearmanBrown(0.4, 1.0), 0.4);
        QVERIFY(std::abs(spearmanBrown(0.5, 2.0) - 2.0 / 3.0) < 1e-15);
    }
};

QTEST_GUILESS_MAIN(TestStudyDesign)
#include "tst_study_design.moc"
