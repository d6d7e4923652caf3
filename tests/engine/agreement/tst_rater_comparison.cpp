#include "engine/agreement/rater_comparison.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace engine;

namespace {

constexpr std::size_t kUnits = 150;

/// Three raters of the same truth: the first is good, the second a step too high, the third reverses the
/// scale.
RatingTable plantedTeam(std::vector<double>& truths)
{
    RatingTable table("sentiment", std::vector<std::string>(kUnits), {"anna", "bo", "rex"});
    std::mt19937 random(7);
    std::normal_distribution<double> noise(0.0, 0.4);
    const auto rating
        = [&](double value) { return std::clamp(std::round(value + noise(random)), -3.0, 3.0); };
    for (std::size_t unit = 0; unit < kUnits; ++unit) {
        truths.push_back(static_cast<double>(random() % 5) - 2.0);
        table.setValue(unit, 0, rating(truths.back()));
        table.setValue(unit, 1, rating(truths.back() + 1.0));
        table.setValue(unit, 2, rating(-truths.back()));
    }
    return table;
}

std::size_t wrongOf(const std::vector<SettledUnit>& settled, const std::vector<double>& truths,
                    double SettledUnit::*way)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        settled, [&](const SettledUnit& unit) { return unit.*way != truths[unit.unit]; }));
}

}

class TestRaterComparison : public QObject {
    Q_OBJECT

private slots:
    void aPlantedTeamIsFound()
    {
        std::vector<double> truths;
        const RatingTable table = plantedTeam(truths);
        const auto raters = compareRaters(table, raterConsensus(table));
        QCOMPARE(raters.size(), std::size_t(3));
        QVERIFY(raters[0].profile.scale > 0.5);
        QVERIFY(raters[1].profile.scale > 0.5);
        QVERIFY(raters[2].profile.scale < -0.5); // reversed
        QVERIFY(*raters[1].lean > *raters[0].lean);
        QVERIFY(*raters[1].lean > 0.5);
        QVERIFY(*raters[0].pairs[0].alpha > 0.5 && *raters[0].pairs[1].alpha < 0);
        QCOMPARE(raters[0].pairs[1].other, std::string("rex"));
        QCOMPARE(raters[0].pairs[1].units, kUnits);
        double weights = 0;
        for (const RaterComparison& rater : raters)
            weights += rater.weight;
        QVERIFY(std::abs(weights - 1.0) < 1e-9);
    }

    void theConsensusIsNearerToTheTruthThanMeanAndMajority()
    {
        std::vector<double> truths;
        const RatingTable table = plantedTeam(truths);
        const auto settled = settledUnits(table, raterConsensus(table), {-3, 3, 1});
        QCOMPARE(settled.size(), kUnits);
        const std::size_t consensus = wrongOf(settled, truths, &SettledUnit::consensus);
        const std::size_t mean = wrongOf(settled, truths, &SettledUnit::mean);
        const std::size_t majority = wrongOf(settled, truths, &SettledUnit::majority);
        QVERIFY2(consensus * 2 < mean && consensus * 2 < majority,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(consensus).arg(mean).arg(majority)));
        for (const SettledUnit& unit : settled) {
            QCOMPARE(unit.consensus, std::round(unit.consensus));
            QVERIFY(unit.consensus >= -3 && unit.consensus <= 3 && unit.deviation > 0);
        }
    }

    void whatOnlyOneRatedIsNotCompared()
    {
        RatingTable table("sentiment", {"a", "b", "c", "d"}, {"anna", "bo", "cleo"});
        table.setValue(0, 0, 2);
        table.setValue(0, 1, 1);
        table.setValue(1, 0, 3); // alone
        table.setValue(2, 0, 0);
        table.setValue(2, 1, 1);
        table.setValue(2, 2, 3);
        const auto raters = compareRaters(table, raterConsensus(table));
        QCOMPARE(raters[0].shared, std::size_t(2));
        QCOMPARE(*raters[0].lean, ((2.0 - 1.0) + (0.0 - 2.0)) / 2);
        QCOMPARE(raters[0].profile.units, std::size_t(3));
        const std::vector<PairedUse> uses{{0, 1, 0}, {1, 0, 1.5}, {2, 1, 0}, {3, 0, 0.5}};
        QVERIFY(raters[0].uses == uses);
        QCOMPARE(settledUnits(table, raterConsensus(table), {-3, 3, 0}).size(), std::size_t(2));
    }

    void nobodyElseIsNoComparison()
    {
        RatingTable table("sentiment", {"a"}, {"anna"});
        table.setValue(0, 0, 2);
        const auto raters = compareRaters(table, raterConsensus(table));
        QVERIFY(!raters[0].lean && raters[0].uses.empty() && raters[0].pairs.empty());
        QVERIFY(settledUnits(table, raterConsensus(table), {}).empty());
    }
};

QTEST_GUILESS_MAIN(TestRaterComparison)
#include "tst_rater_comparison.moc"
