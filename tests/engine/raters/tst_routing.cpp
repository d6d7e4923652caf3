#include "engine/core/error.h"
#include "engine/raters/routing.h"

#include <QTest>

#include <set>

#include "tests/support/planted_raters.h"

using namespace engine;

class TestRouting : public QObject {
    Q_OBJECT

    OrdinalRatings m_ratings;
    OrdinalModel m_model;
    std::vector<AtPlaces> m_posteriors;

    void take(OrdinalRatings ratings)
    {
        m_ratings = std::move(ratings);
        m_model = fitOrdinalModel(m_ratings).model;
        m_posteriors = placePosteriors(m_model, m_ratings);
    }
    std::vector<RoutedTask> tasks(const RoutingOptions& options) const
    {
        return nextTasks(m_model, m_ratings, m_posteriors, options);
    }

private slots:
    void init() { take(test::plantedTurns(test::plantedAnswers(1, 300, test::sixRaters()), 2, 101)); }

    void aBatchAsksEachUnitOnceAndNobodyTwice()
    {
        const std::vector<RoutedTask> next = tasks({.batch = 40});
        QCOMPARE(next.size(), std::size_t(40));
        const auto isJudged = m_ratings.isJudged();
        std::set<std::size_t> units;
        for (const RoutedTask& task : next) {
            QVERIFY(units.insert(task.unit).second);
            QVERIFY(!isJudged[task.unit][task.rater]);
        }
    }

    void everyTenthTaskIsDrawn()
    {
        const std::vector<RoutedTask> next = tasks({.batch = 40});
        for (std::size_t place = 0; place < next.size(); ++place)
            QCOMPARE(next[place].reason != RoutingReason::Gain, place % 10 == 9);
    }

    void whatTellsMostComesFirst()
    {
        const std::vector<RoutedTask> next = tasks({.batch = 30, .capacity = 0.0, .randomEvery = 0});
        for (std::size_t place = 1; place < next.size(); ++place)
            QVERIFY(next[place - 1].gain >= next[place].gain);
        for (const RoutedTask& task : next)
            QVERIFY(task.gain > 0.0 && task.rater != 2); // the noisy one tells least of any unit
    }

    void costsAreWeighed()
    {
        RoutingOptions options{.batch = 30, .capacity = 0.0, .randomEvery = 0};
        options.costs = {1000.0, 1.0, 1.0, 1.0, 1.0, 1.0};
        for (const RoutedTask& task : tasks(options))
            QVERIFY(task.rater != 0);
        options.costs = {1.0};
        QVERIFY_EXCEPTION_THROWN(tasks(options), ShapeError);
    }

    void nobodyGetsMoreThanTheCapacity()
    {
        std::vector<std::size_t> load(6, 0);
        for (const OrdinalAnswer& answer : m_ratings.answers)
            ++load[answer.rater];
        for (const RoutedTask& task : tasks({.batch = 100, .capacity = 1.1}))
            ++load[task.rater];
        QVERIFY(std::ranges::max(load) <= 129); // ⌈1.1 · 700 / 6⌉
    }

    void unitsThatAreDoneAreOnlyDrawn()
    {
        RoutingOptions options{.batch = 300};
        const std::vector<bool> isDone
            = doneUnits(m_ratings, ordinalEstimates(m_model, m_posteriors), options);
        QVERIFY(std::ranges::count(isDone, true) > 0);
        for (const RoutedTask& task : tasks(options))
            QVERIFY(task.reason != RoutingReason::Gain || !isDone[task.unit]);
    }

    void aUnitWithoutRatingsIsNeverDone()
    {
        OrdinalRatings ratings = m_ratings;
        ++ratings.units;
        take(ratings);
        RoutingOptions options{.stopLoss = 100.0};
        std::vector<bool> isDone = doneUnits(m_ratings, ordinalEstimates(m_model, m_posteriors), options);
        QVERIFY(isDone.front());
        QVERIFY(!isDone.back());
    }

    void unitsForAllComeFirst()
    {
        take(test::plantedTurns(test::plantedAnswers(1, 100, test::sixRaters()), 1, 101));
        const std::vector<RoutedTask> next = tasks({.begin = 10, .batch = 1000});
        QCOMPARE(next.size(), std::size_t(50)); // five more raters of ten units
        for (const RoutedTask& task : next)
            QCOMPARE(task.reason, RoutingReason::Begin);
    }

    void theSameSeedAsksTheSame() { QCOMPARE(tasks({.seed = 7}), tasks({.seed = 7})); }

    /// From the first rating to the last by routing alone, drawn tasks included.
    void whatIsDoneIsAsSureAsItSays()
    {
        double held = 0.0, predicted = 0.0, actual = 0.0, answers = 0.0, units = 0.0;
        for (std::uint32_t seed = 1; seed <= 3; ++seed) {
            const test::PlantedAnswers planted = test::plantedAnswers(seed, 600, test::sixRaters());
            take({600, 6, test::kPlantedSteps, {}});
            RoutingOptions options{.seed = seed};
            for (std::vector<RoutedTask> next = tasks(options); !next.empty(); next = tasks(options)) {
                for (const RoutedTask& task : next)
                    m_ratings.answers.push_back(test::plantedAnswer(planted, task.unit, task.rater));
                take(m_ratings);
                ++options.seed;
            }
            const std::vector<OrdinalEstimate> estimates = ordinalEstimates(m_model, m_posteriors);
            for (std::size_t unit = 0; unit < estimates.size(); ++unit) {
                const auto truth = static_cast<std::size_t>(std::floor(planted.truths[unit] + 0.5));
                held += truth >= estimates[unit].first && truth <= estimates[unit].last ? 1.0 : 0.0;
                predicted += estimates[unit].loss;
                actual += std::abs(static_cast<double>(truth) - static_cast<double>(estimates[unit].label));
                ++units;
            }
            answers += static_cast<double>(m_ratings.answers.size());
        }
        const QString figures = QStringLiteral("%1 ratings each, set holds %2, loss %3, predicted %4")
                                    .arg(answers / units)
                                    .arg(held / units)
                                    .arg(actual / units)
                                    .arg(predicted / units);
        qInfo("%s", qPrintable(figures));
        QVERIFY2(answers / units < 2.3, qPrintable(figures));
        QVERIFY2(held / units > 0.90, qPrintable(figures));
        QVERIFY2(actual / units < 0.45 && predicted / actual > 0.8, qPrintable(figures));
    }

    /// What is expected at the beginning is what routing then takes, by and large.
    void asManyRatingsAreNeededAsExpected()
    {
        int held = 0;
        double needs = 0.0, expectations = 0.0;
        for (const auto& [stopLoss, narrowSet] : {std::pair(0.4, 2UL), std::pair(0.3, 1UL)}) {
            for (std::uint32_t seed = 1; seed <= 4; ++seed) {
                const test::PlantedAnswers planted
                    = test::plantedAnswers(seed, 300, test::fiveHonestRaters());
                take(test::plantedTurns(planted, 2, seed + 100));
                RoutingOptions options{.begin = 0, .batch = 60, .randomEvery = 0};
                options.stopLoss = stopLoss;
                options.narrowSet = narrowSet;
                const ExpectedRatings expected = expectedRatings(m_model, m_ratings, options);
                QVERIFY(expected.low <= expected.mean && expected.mean <= expected.high);
                const std::size_t before = m_ratings.answers.size();
                for (std::vector<RoutedTask> next = tasks(options); !next.empty(); next = tasks(options)) {
                    for (const RoutedTask& task : next)
                        m_ratings.answers.push_back(test::plantedAnswer(planted, task.unit, task.rater));
                    take(m_ratings);
                }
                const auto needed = static_cast<double>(m_ratings.answers.size() - before);
                const QString both = QStringLiteral("%1 needed, %2 (%3 to %4) expected")
                                         .arg(needed)
                                         .arg(expected.mean)
                                         .arg(expected.low)
                                         .arg(expected.high);
                qInfo("%s", qPrintable(both));
                needs += needed;
                expectations += expected.mean;
                held += needed >= expected.low && needed <= expected.high ? 1 : 0;
            }
        }
        QVERIFY2(held >= 6, qPrintable(QString::number(held)));
        QVERIFY2(std::abs(needs / expectations - 1.0) < 0.2,
                 qPrintable(QString::number(needs / expectations)));
    }
};

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
