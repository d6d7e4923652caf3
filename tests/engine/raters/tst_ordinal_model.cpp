#include "engine/agreement/rater_consensus.h"
#include "engine/core/error.h"
#include "engine/raters/ordinal_estimates.h"

#include <QTest>

#include "tests/support/planted_raters.h"

using namespace engine;

class TestOrdinalModel : public QObject {
    Q_OBJECT

    static double errorOf(const std::vector<OrdinalEstimate>& estimates, const std::vector<double>& truths)
    {
        double sum = 0.0;
        for (std::size_t unit = 0; unit < truths.size(); ++unit)
            sum += std::abs(estimates[unit].mean - truths[unit]);
        return sum / static_cast<double>(truths.size());
    }

private slots:
    void chancesOfAnswersSumToOne()
    {
        const std::vector<double> thresholds{-1.0, 0.2, 0.9};
        const std::vector<AtPlaces> chances = answerChances(thresholds, {0.3, -0.8, 0.5});
        QCOMPARE(chances.size(), std::size_t(4));
        for (std::size_t i = 0; i < kPlaces; ++i)
            QVERIFY(std::abs(chances[0][i] + chances[1][i] + chances[2][i] + chances[3][i] - 1.0) < 1e-12);
        // at t = 0: P(≥ step 1) = Φ((0.3 + 1) / 0.5) = Φ(2.6)
        QVERIFY(std::abs(chances[0][40] - ((1.0 - 1e-4) * (1.0 - normalBelow(2.6)) + 1e-4 / 4)) < 1e-12);
        QVERIFY(std::abs(normalQuantile(0.975) - 1.959963984540054) < 1e-12);
    }

    void theModelIsNearerToTheTruthThanTheWeightedConsensus_data()
    {
        QTest::addColumn<bool>("isOneReversed");
        QTest::addColumn<int>("units");
        QTest::newRow("six, 300") << true << 300;
        QTest::newRow("six, 600") << true << 600;
        QTest::newRow("five honest, 300") << false << 300;
        QTest::newRow("five honest, 600") << false << 600;
    }

    void theModelIsNearerToTheTruthThanTheWeightedConsensus()
    {
        QFETCH(const bool, isOneReversed);
        QFETCH(const int, units);
        for (std::uint32_t seed = 1; seed <= 5; ++seed) {
            const test::PlantedAnswers planted
                = test::plantedAnswers(seed, static_cast<std::size_t>(units),
                                       isOneReversed ? test::sixRaters() : test::fiveHonestRaters());
            const OrdinalRatings ratings = test::plantedTurns(planted, 3, seed + 100);
            const OrdinalModel model = fitOrdinalModel(ratings).model;
            const double ordinal
                = errorOf(ordinalEstimates(model, placePosteriors(model, ratings)), planted.truths);
            const RaterConsensus consensus = raterConsensus(test::tableOf(ratings));
            double weighted = 0.0;
            for (std::size_t unit = 0; unit < ratings.units; ++unit)
                weighted
                    += std::abs(*consensus.values[unit] - planted.truths[unit]) / static_cast<double>(units);
            QVERIFY2(ordinal < weighted,
                     qPrintable(QStringLiteral("seed %1: %2, %3").arg(seed).arg(ordinal).arg(weighted)));
            if (isOneReversed)
                QVERIFY(model.raters[5].scale < -0.5);
        }
    }

    void theSetHoldsTheTruthAboutAsOftenAsItSays()
    {
        double held = 0.0, predicted = 0.0, actual = 0.0, units = 0.0;
        for (std::uint32_t seed = 1; seed <= 5; ++seed) {
            const test::PlantedAnswers planted = test::plantedAnswers(seed, 600, test::sixRaters());
            const OrdinalRatings ratings = test::plantedTurns(planted, 3, seed + 100);
            const OrdinalModel model = fitOrdinalModel(ratings).model;
            const std::vector<OrdinalEstimate> estimates
                = ordinalEstimates(model, placePosteriors(model, ratings));
            for (std::size_t unit = 0; unit < estimates.size(); ++unit) {
                const auto truth = static_cast<std::size_t>(std::floor(planted.truths[unit] + 0.5));
                held += truth >= estimates[unit].first && truth <= estimates[unit].last ? 1.0 : 0.0;
                predicted += estimates[unit].loss;
                actual += std::abs(static_cast<double>(estimates[unit].label) - static_cast<double>(truth));
                ++units;
            }
        }
        QVERIFY2(held / units > 0.90 && held / units < 0.98, qPrintable(QString::number(held / units)));
        QVERIFY2(std::abs(predicted / actual - 0.9) < 0.08, qPrintable(QString::number(predicted / actual)));
    }

    void anotherStartEndsAtTheSameModel()
    {
        const OrdinalRatings ratings
            = test::plantedTurns(test::plantedAnswers(3, 200, test::sixRaters()), 3, 103);
        const OrdinalFitOptions exact{.rounds = 500, .settled = 1e-6};
        const OrdinalFit one = fitOrdinalModel(ratings, exact);
        OrdinalModel start{{-2.0, -1.2, -0.3, 0.1, 0.4, 1.1}, {}};
        for (std::size_t rater = 0; rater < 6; ++rater)
            start.raters.push_back({0.4 * static_cast<double>(rater) - 1.0, 0.7, 1.1});
        const OrdinalFit other = fitOrdinalModel(ratings, exact, &start);
        QVERIFY2(
            std::abs(one.objective - other.objective) < 1e-3,
            qPrintable(
                QStringLiteral("%1 %2").arg(one.objective, 0, 'g', 12).arg(other.objective, 0, 'g', 12)));
        for (std::size_t rater = 0; rater < 6; ++rater)
            QVERIFY(std::abs(one.model.raters[rater].scale - other.model.raters[rater].scale) < 2e-3);
    }

    void theOrderOfAnswersDoesNotMatter()
    {
        OrdinalRatings ratings = test::plantedTurns(test::plantedAnswers(4, 100, test::sixRaters()), 3, 104);
        const OrdinalFit one = fitOrdinalModel(ratings);
        std::ranges::reverse(ratings.answers);
        const OrdinalFit other = fitOrdinalModel(ratings);
        for (std::size_t rater = 0; rater < 6; ++rater)
            QVERIFY(std::abs(one.model.raters[rater].bias - other.model.raters[rater].bias) < 1e-6);
    }

    void aRaterOfFewSharedUnitsIsAnOrdinaryOne()
    {
        OrdinalRatings ratings
            = test::plantedTurns(test::plantedAnswers(1, 60, test::fiveHonestRaters()), 3, 101);
        ratings.raters = 6;
        for (std::uint32_t unit = 0; unit < 4; ++unit)
            ratings.answers.push_back({unit, 5, 0});
        const OrdinalFit fit = fitOrdinalModel(ratings);
        QVERIFY(fit.isEnough[0]);
        QVERIFY(!fit.isEnough[5]);
        ratings.answers.push_back({4, 5, 0});
        QVERIFY(fitOrdinalModel(ratings).isEnough[5]);
    }

    void fewUnitsTeachNothingOfRaters()
    {
        const OrdinalRatings ratings
            = test::plantedTurns(test::plantedAnswers(1, 19, test::fiveHonestRaters()), 3, 101);
        const OrdinalFit fit = fitOrdinalModel(ratings);
        for (std::size_t rater = 0; rater < 5; ++rater) {
            QVERIFY(!fit.isEnough[rater]);
            QCOMPARE(fit.model.raters[rater].bias, 0.0);
            QCOMPARE(fit.model.raters[rater].scale, 1.0);
        }
    }

    void aUnitWithoutAnswersLiesAnywhere()
    {
        OrdinalRatings ratings
            = test::plantedTurns(test::plantedAnswers(1, 40, test::fiveHonestRaters()), 3, 101);
        ++ratings.units;
        const OrdinalModel model = fitOrdinalModel(ratings).model;
        const AtPlaces last = placePosteriors(model, ratings).back();
        for (std::size_t i = 0; i < kPlaces; ++i)
            QVERIFY(std::abs(last[i] - placePrior()[i]) < 1e-15);
    }

    void everythingAtTheEndOfTheScaleHasFiniteFigures()
    {
        OrdinalRatings ratings{30, 3, 5, {}};
        for (std::uint32_t unit = 0; unit < 30; ++unit) {
            for (std::uint32_t rater = 0; rater < 3; ++rater)
                ratings.answers.push_back({unit, rater, 4});
        }
        const OrdinalFit fit = fitOrdinalModel(ratings);
        QVERIFY(std::isfinite(fit.objective));
        for (const OrdinalEstimate& unit : ordinalEstimates(fit.model, placePosteriors(fit.model, ratings))) {
            QCOMPARE(unit.label, std::size_t(4));
            QVERIFY(std::isfinite(unit.mean) && unit.mean > 3.0);
        }
    }

    void theScaleIsThatOfTheRatings()
    {
        RatingTable table("mood", {"a", "b", "c"}, {"r", "s"});
        table.setValue(0, 0, -3.0);
        QVERIFY_EXCEPTION_THROWN(ratingScaleOf(table), ShapeError);
        table.setValue(1, 0, 1.0);
        QCOMPARE(ratingScaleOf(table), (RatingScale{-3.0, 1.0, 5}));
        table.setValue(2, 1, 0.5);
        QCOMPARE(ratingScaleOf(table), (RatingScale{-3.0, 0.5, 9}));
        table.setValue(2, 0, 0.3);
        QVERIFY_EXCEPTION_THROWN(ordinalRatings(table, {-3.0, 0.5, 9}), ShapeError);
        table.setValue(2, 0, 100.0);
        QVERIFY_EXCEPTION_THROWN(ratingScaleOf(table), ShapeError);
    }

    void aFitCanBeStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        const OrdinalRatings ratings
            = test::plantedTurns(test::plantedAnswers(1, 30, test::fiveHonestRaters()), 3, 101);
        QVERIFY_EXCEPTION_THROWN(fitOrdinalModel(ratings, {}, nullptr, {stop.get_token(), {}}), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestOrdinalModel)
#include "tst_ordinal_model.moc"
