#include "engine/agreement/against_model.h"
#include "engine/agreement/class_scores.h"
#include "engine/agreement/rater_use.h"
#include "engine/agreement/regression_scores.h"
#include "engine/core/error.h"

#include <QTest>

#include "tests/engine/agreement/ratings.h"
#include "tests/support/reference_figures.h"

using namespace engine;
using namespace engine::test;
using nlohmann::json;

namespace {

using Predictions = std::vector<std::optional<double>>;

const Statistic& named(const std::vector<Statistic>& statistics, const std::string& key)
{
    const auto found = std::ranges::find(statistics, key, &Statistic::key);
    if (found == statistics.end())
        qFatal("there is no figure %s", key.c_str());
    return *found;
}

}

/// A model's scores beside people's, and how people use the scale.
class TestAgainstModel : public QObject {
    Q_OBJECT

private slots:
    void classesGoAwayFrom0_data()
    {
        QTest::addColumn<double>("score");
        QTest::addColumn<double>("sevenClass");
        QTest::newRow("0") << 0.0 << 0.0;
        QTest::newRow("a little more") << 0.001 << 1.0;
        QTest::newRow("1 is 1") << 1.0 << 1.0;
        QTest::newRow("above 1") << 1.2 << 2.0;
        QTest::newRow("2 is 2") << 2.0 << 2.0;
        QTest::newRow("above 2") << 2.1 << 3.0;
        QTest::newRow("out of scale") << 5.0 << 3.0;
        QTest::newRow("a little less") << -0.001 << -1.0;
        QTest::newRow("-1 is -1") << -1.0 << -1.0;
        QTest::newRow("below -1") << -1.2 << -2.0;
        QTest::newRow("below -2") << -2.5 << -3.0;
    }

    void classesGoAwayFrom0()
    {
        QFETCH(const double, score);
        QFETCH(const double, sevenClass);
        QCOMPARE(roundedAwayFrom0(score), sevenClass);
    }

    void bothRulesOfAcc7AreTold()
    {
        // 0.3 and 1 are the same class away from 0, 0.3 and 0 half to even.
        const RatingTable humans = byRater({"1 0", "1 0"});
        const auto first = agreementWithModel(humans, Predictions{0.3, 0.3}).model;
        QCOMPARE(printed(named(first, "model_acc7_away_from_0")), std::string("0.5000"));
        QCOMPARE(printed(named(first, "model_acc7_half_to_even")), std::string("0.5000"));
        const auto second = agreementWithModel(humans, Predictions{0.3, std::nullopt}).model;
        QCOMPARE(printed(named(second, "model_acc7_away_from_0")), std::string("1.0000"));
        QCOMPARE(printed(named(second, "model_acc7_half_to_even")), std::string("0.0000"));
        QCOMPARE(named(second, "model_acc7_away_from_0").rule,
                 std::string("rounded away from zero, against the raters' mean"));
        QCOMPARE(test::droppedOf(named(second, "model_mae"), "units without a prediction or a rating"),
                 std::size_t(1));
    }

    void bothRulesOfAcc2AreTold()
    {
        const auto model = agreementWithModel(byRater({"0 2 -1"}), Predictions{-1.0, 1.0, -2.0}).model;
        QCOMPARE(printed(named(model, "model_acc2_has0")), std::string("0.6667"));
        QCOMPARE(printed(named(model, "model_acc2_non0")), std::string("1.0000"));
        QCOMPARE(named(model, "model_acc2_non0").units, std::size_t(2));
    }

    void truthIsTheRatersMean()
    {
        const auto model
            = agreementWithModel(byRater({"1 2 .", "2 . .", "3 . ."}), Predictions{2.5, 1.0, 1.0}).model;
        QCOMPARE(named(model, "model_mae").value, std::optional(0.75));
    }

    void peopleAreHeldAgainstTheMeanOfTheOthers()
    {
        const auto humans
            = agreementWithModel(byRater({"1 2 0", "2 2 1", "3 2 2"}), Predictions{1.0, 1.0, std::nullopt})
                  .humans;
        // Offsets to the others' mean, unit by unit: 1.5 0, 0 0, 1.5 0; the third has no prediction.
        QCOMPARE(printed(named(humans, "people_mae")), std::string("0.5000"));
        QCOMPARE(named(humans, "people_mae").raters, std::size_t(3));
        QCOMPARE(named(humans, "people_mae").units, std::size_t(2));
    }

    void trueZerosAreCountedAsLeftOut()
    {
        // The means are 0, 1 and -1; those of the others 0 0, 2 0, -2 0.
        const ModelAgreement agreement
            = agreementWithModel(byRater({"0 0 0", "0 2 -2"}), Predictions{1.0, 1.0, -1.0});
        QCOMPARE(named(agreement.model, "model_acc2_non0").units, std::size_t(2));
        QCOMPARE(test::droppedOf(named(agreement.model, "model_acc2_non0"), "units whose true value is 0"),
                 std::size_t(1));
        QCOMPARE(named(agreement.model, "model_acc2_has0").units, std::size_t(3));
        QCOMPARE(named(agreement.humans, "people_acc2_non0").units, std::size_t(2));
        QCOMPARE(test::droppedOf(named(agreement.humans, "people_acc2_non0"), "units whose true value is 0"),
                 std::size_t(1));
        QVERIFY(named(agreement.humans, "people_acc2_has0").dropped.empty());
    }

    void oneRaterHasNoOthers()
    {
        const ModelAgreement agreement = agreementWithModel(byRater({"1 2"}), Predictions{1.0, 2.0});
        QVERIFY(named(agreement.model, "model_mae").value);
        QCOMPARE(named(agreement.humans, "people_mae").undefined, std::string("No rater has a value."));
        QCOMPARE(agreement.model.size(), agreement.humans.size());
    }

    void constantsHaveNoCorrelation()
    {
        const auto model = agreementWithModel(byRater({"1 2 3"}), Predictions{1.0, 1.0, 1.0}).model;
        QVERIFY(!named(model, "model_pearson").value);
        QCOMPARE(named(model, "model_ccc").value, std::optional(0.0));
    }

    void nothingInCommonIsUndefined()
    {
        for (const Statistic& statistic :
             agreementWithModel(byRater({"1 ."}), Predictions{std::nullopt, 1.0}).model)
            QCOMPARE(statistic.undefined, std::string("No unit has a prediction and a rating."));
    }

    void emotionsOfTheReferenceAreReproduced()
    {
        const std::vector<json> cases = referenceCases("emotions");
        QCOMPARE(cases.size(), std::size_t(2));
        for (const json& reference : cases) {
            const auto threshold = reference.at("threshold").get<double>();
            for (std::size_t emotion = 0; emotion < reference.at("order").size(); ++emotion) {
                const std::size_t rows = reference.at("pred").size();
                RatingTable truths("happy", std::vector<std::string>(rows, "u"), {"truth"});
                Predictions predictions;
                for (std::size_t row = 0; row < rows; ++row) {
                    truths.setValue(row, 0, reference.at("truth")[row][emotion].get<double>());
                    predictions.push_back(reference.at("pred")[row][emotion].get<double>());
                }
                const auto model
                    = agreementWithModel(truths, predictions, ScoredScale::Emotion, threshold).model;
                const json& expected = reference.at("expected");
                compareFigure(named(model, "model_wa").value, expected.at("wa")[emotion], "model_wa");
                compareFigure(named(model, "model_f1").value, expected.at("f1_weighted")[emotion],
                              "model_f1");
                compareFigure(named(model, "model_mae").value, expected.at("mae")[emotion], "model_mae");
            }
        }
    }

    void aPredictionPerUnitIsNeeded()
    {
        QVERIFY_THROWS_EXCEPTION(ShapeError, agreementWithModel(byRater({"1 2"}), Predictions{1.0}));
    }

    void biasIsTheOffsetToTheOthers()
    {
        const std::vector<RaterUse> uses = raterUse(byRater({"1 2 3 0", "2 3 . .", "2 3 4 ."}));
        QCOMPARE(uses[0].bias.value, std::optional(-1.0));
        QCOMPARE(uses[0].bias.units, std::size_t(3));
        QCOMPARE(test::droppedOf(uses[0].bias, "units that only this rater rated"), std::size_t(1));
        QCOMPARE(uses[1].bias.value, std::optional(0.5));
        QCOMPARE(uses[0].variance.value, std::optional(1.25));
    }

    void usedValuesAreCounted()
    {
        const RaterUse use = raterUse(byRater({"2 -1 2 ."}))[0];
        QCOMPARE(use.histogram.size(), std::size_t(2));
        QCOMPARE(use.histogram[0].name, std::string("-1"));
        QCOMPARE(use.histogram[1].count, std::size_t(2));
        QVERIFY(!use.bias.value);
        QVERIFY(!raterUse(byRater({". ."}))[0].variance.value);
    }
};

QTEST_GUILESS_MAIN(TestAgainstModel)
#include "tst_against_model.moc"
