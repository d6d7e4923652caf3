#include "engine/agreement/rater_consensus.h"

#include <QTest>

#include <cmath>
#include <random>

#include "tests/support/failure.h"

using namespace engine;

namespace {

struct PlantedJudge {
    const char* name;
    double bias, scale, noise;
};

constexpr std::array kPlantedJudges{
    PlantedJudge{"good", 0.0, 1.0, 0.5},  PlantedJudge{"steady", 0.1, 1.0, 0.6},
    PlantedJudge{"noisy", 0.0, 1.0, 1.6}, PlantedJudge{"kind", 0.9, 1.0, 0.7},
    PlantedJudge{"timid", 0.0, 0.5, 0.5}, PlantedJudge{"reversed", 0.0, -1.0, 0.8}};

/// Whole steps of −3…3, of which each judge gives some.
struct PlantedVotes {
    std::vector<double> truths;
    RatingTable table;
};

PlantedVotes planted(std::size_t units, std::size_t judgesOfEach, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    std::vector<std::string> names, ids;
    for (const PlantedJudge& judge : kPlantedJudges)
        names.emplace_back(judge.name);
    for (std::size_t unit = 0; unit < units; ++unit)
        ids.push_back(std::to_string(unit));
    PlantedVotes made{{}, RatingTable("sentiment", ids, names)};
    std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
    for (std::size_t unit = 0; unit < units; ++unit) {
        const double truth = std::clamp(std::round(1.6 * normal(random)), -3.0, 3.0);
        made.truths.push_back(truth);
        std::ranges::shuffle(order, random);
        for (std::size_t i = 0; i < judgesOfEach; ++i) {
            const PlantedJudge& judge = kPlantedJudges[order[i]];
            const double vote = judge.bias + judge.scale * truth + judge.noise * normal(random);
            made.table.setValue(unit, order[i], std::clamp(std::round(vote), -3.0, 3.0));
        }
    }
    return made;
}

template <typename Value>
double errorOf(const PlantedVotes& votes, Value value)
{
    double sum = 0.0;
    for (std::size_t unit = 0; unit < votes.truths.size(); ++unit)
        sum += std::abs(*value(unit) - votes.truths[unit]) / static_cast<double>(votes.truths.size());
    return sum;
}

}

/// A consensus of raters of whom it is known how they judge.
class TestRaterConsensus : public QObject {
    Q_OBJECT
private slots:
    /// Nearer to the truth than mean and majority, with each seed.
    void theTruthIsRecovered()
    {
        for (const unsigned seed : {1U, 2U, 3U, 4U, 5U}) {
            const PlantedVotes votes = planted(300, 3, seed);
            const RaterConsensus found = raterConsensus(votes.table);
            const double consensus = errorOf(votes, [&](std::size_t unit) { return found.values[unit]; });
            const double mean = errorOf(votes, [&](std::size_t unit) { return votes.table.mean(unit); });
            const double majority
                = errorOf(votes, [&](std::size_t unit) { return majorityOf(votes.table, unit); });
            const QString said
                = QStringLiteral("consensus %1, mean %2, majority %3").arg(consensus).arg(mean).arg(majority);
            qInfo("%s", qPrintable(said));
            QVERIFY2(consensus < 0.75 * std::min(mean, majority), qPrintable(said));
        }
    }

    void ratersAreToldApart()
    {
        const RaterConsensus found = raterConsensus(planted(600, 3, 9).table);
        const auto of = [&](std::size_t rater) { return found.raters[rater]; };
        QVERIFY(of(5).scale < -0.5); // reversed
        QVERIFY(of(4).scale < 0.75 * of(0).scale); // timid
        QVERIFY(of(2).noise > 1.5 * of(0).noise); // noisy
        QVERIFY(of(3).bias > 0.5 && std::abs(of(0).bias) < 0.35); // kind
        QVERIFY(of(0).units > 250 && of(0).units < 350);
    }

    void ordinaryRatersGiveNearlyTheirMean()
    {
        RatingTable table("x", {"a", "b", "c"}, {"anna", "ben"});
        const double values[3][2] = {{-2, -1}, {0, 1}, {3, 3}};
        for (std::size_t unit = 0; unit < 3; ++unit) {
            for (std::size_t rater = 0; rater < 2; ++rater)
                table.setValue(unit, rater, values[unit][rater]);
        }
        const RaterConsensus found = raterConsensus(table);
        for (std::size_t unit = 0; unit < 3; ++unit)
            QVERIFY(std::abs(*found.values[unit] - (values[unit][0] + values[unit][1]) / 2.0) < 0.6);
        QVERIFY(*found.values[0] < *found.values[1] && *found.values[1] < *found.values[2]);
    }

    /// 300 units, three of 150 raters each, so that each rater is known by six: the mean is not left by much.
    void ratersOfFewUnitsAreTakenForOrdinary()
    {
        std::mt19937 random(3);
        std::normal_distribution<double> normal;
        std::vector<std::string> names, ids;
        for (int i = 0; i < 150; ++i)
            names.push_back(std::to_string(i));
        for (int i = 0; i < 300; ++i)
            ids.push_back(std::to_string(i));
        PlantedVotes votes{{}, RatingTable("sentiment", ids, names)};
        for (std::size_t unit = 0; unit < ids.size(); ++unit) {
            votes.truths.push_back(normal(random));
            for (std::size_t i = 0; i < 3; ++i)
                votes.table.setValue(unit, (unit * 3 + i) * 7 % 150,
                                     votes.truths.back() + 1.2 * normal(random));
        }
        const RaterConsensus found = raterConsensus(votes.table);
        const double consensus = errorOf(votes, [&](std::size_t unit) { return found.values[unit]; });
        const double mean = errorOf(votes, [&](std::size_t unit) { return votes.table.mean(unit); });
        QVERIFY2(consensus < 0.95 * mean,
                 qPrintable(QStringLiteral("consensus %1, mean %2").arg(consensus).arg(mean)));
    }

    void littleAndNothing()
    {
        RatingTable table("x", {"a", "b"}, {"anna", "ben"});
        table.setValue(0, 0, 2.0);
        const RaterConsensus found = raterConsensus(table);
        QVERIFY(std::abs(*found.values[0] - 2.0) < 1e-6); // nothing else was said: it is in the range
        QVERIFY(!found.values[1]);
        QVERIFY(!majorityOf(table, 1));
        QCOMPARE(found.raters[1].units, std::size_t{0});
        table.setCategories({"joy", "anger", "fear"});
        QVERIFY(test::failureOf([&] { raterConsensus(table); }).starts_with("no_numbers"));
    }

    void aMajorityOfSeveralIsTheirMean()
    {
        RatingTable table("x", {"a"}, {"1", "2", "3", "4", "5"});
        for (std::size_t rater = 0; rater < 5; ++rater)
            table.setValue(0, rater, rater < 2 ? -1.0 : rater < 4 ? 2.0 : 3.0);
        QCOMPARE(*majorityOf(table, 0), 0.5);
    }
};

QTEST_GUILESS_MAIN(TestRaterConsensus)
#include "tst_rater_consensus.moc"
