#include "engine/core/error.h"
#include "engine/raters/influence_power.h"

#include <QTest>

#include <cmath>

using namespace engine;

class TestInfluence : public QObject {
    Q_OBJECT

private slots:
    /// Ten units by hand: hidden answers 0 and 2, visible ones 3 and 3, prediction 4.
    void figuresWorkedByHand()
    {
        std::vector<ExposedAnswer> answers;
        for (std::size_t unit = 0; unit < 10; ++unit) {
            for (const auto& [value, isVisible] :
                 {std::pair(0.0, false), std::pair(2.0, false), std::pair(3.0, true), std::pair(3.0, true)})
                answers.push_back({unit, value, isVisible, 4.0});
        }
        const Influence found = influenceOf(answers);
        QCOMPARE(found.units, std::size_t(10));
        QCOMPARE(*found.closer, 2.0); // mean of 4 and 2, minus 1
        // N = (4 · 1 + 2 · 3) / 2 = 5, D = 4 · 2 = 8
        QVERIFY(std::abs(*found.pull - 5.0 / 8.0) < 1e-12);
        QCOMPARE(*found.low, *found.pull); // all units are alike
        QVERIFY(*found.chance < 0.01);
    }

    void nothingIsFoundWhereThereIsNothing()
    {
        std::size_t found = 0;
        double pulls = 0.0;
        constexpr std::uint32_t kStudies = 100;
        for (std::uint32_t seed = 1; seed <= kStudies; ++seed) {
            const Influence influence = influenceOf(plannedAnswers({}, 0.0, seed + 1000), {seed, 99, 1});
            found += *influence.chance <= 0.05 ? 1 : 0;
            pulls += *influence.pull / kStudies;
        }
        QVERIFY2(found <= 12,
                 qPrintable(QString::number(found))); // 5 are expected; 13 have a chance of 0.1 %
        QVERIFY2(std::abs(pulls) < 0.05, qPrintable(QString::number(pulls)));
    }

    void aPullIsFound()
    {
        const InfluencePower power = influencePower({}, 0.3);
        QVERIFY(power.power > 0.95);
        QVERIFY2(std::abs(*power.mean - 0.28) < 0.05, qPrintable(QString::number(*power.mean)));
    }

    void whatIsTooLittleIsUndefined()
    {
        std::vector<ExposedAnswer> answers;
        for (std::size_t unit = 0; unit < 12; ++unit) {
            answers.push_back({unit, 1.0, false, 2.0});
            if (unit < 9)
                answers.push_back({unit, 2.0, true, 2.0});
        }
        Influence found = influenceOf(answers);
        QVERIFY(!found.closer && !found.chance && !found.pull);
        QVERIFY(!found.undefined.empty());
        QCOMPARE(found.units, std::size_t(9));
        QCOMPARE(found.dropped, std::size_t(3));
        for (std::size_t unit = 9; unit < 12; ++unit)
            answers.push_back({unit, 2.0, true, 2.0});
        found = influenceOf(answers); // one hidden answer each: no instrument
        QVERIFY(found.closer);
        QVERIFY(!found.pull);
        QVERIFY(!found.noPull.empty());
    }

    void aPredictionThatPeopleShareHasNoPull()
    {
        std::vector<ExposedAnswer> answers;
        for (std::size_t unit = 0; unit < 12; ++unit) {
            for (const bool isVisible : {false, false, true})
                answers.push_back({unit, 1.0, isVisible, 1.0});
        }
        const Influence found = influenceOf(answers);
        QCOMPARE(*found.closer, 0.0);
        QCOMPARE(*found.chance, 1.0);
        QVERIFY(!found.pull);
    }

    void itCanBeStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(influenceOf(plannedAnswers({}, 0.0, 1), {}, {stop.get_token(), {}}),
                                 Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestInfluence)
#include "tst_influence.moc"
