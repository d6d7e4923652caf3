#include "engine/agreement/kappa.h"

#include <QTest>

#include <cmath>

#include "tests/engine/agreement/ratings.h"

using namespace engine;
using test::byRater;
using test::printed;

namespace {

ConfusionMatrix matrixOf(const std::vector<std::vector<std::size_t>>& counts)
{
    std::vector<double> values;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        values.push_back(static_cast<double>(i));
        names.push_back(std::to_string(i));
    }
    ConfusionMatrix matrix(values, names);
    for (std::size_t row = 0; row < counts.size(); ++row) {
        for (std::size_t column = 0; column < counts.size(); ++column)
            matrix.add(row, column, counts[row][column]);
    }
    return matrix;
}

/// As many raters as there are ratings of a unit; who gave which does not count.
RatingTable fromCounts(const std::vector<std::vector<int>>& counts, std::size_t raters)
{
    RatingTable table("sentiment", std::vector<std::string>(counts.size(), "u"),
                      std::vector<std::string>(raters, "r"));
    for (std::size_t unit = 0; unit < counts.size(); ++unit) {
        std::size_t rater = 0;
        for (std::size_t category = 0; category < counts[unit].size(); ++category) {
            for (int i = 0; i < counts[unit][category]; ++i)
                table.setValue(unit, rater++, static_cast<double>(category));
        }
    }
    return table;
}

RatingTable fleissTable()
{
    return fromCounts({{0, 0, 0, 0, 14},
                       {0, 2, 6, 4, 2},
                       {0, 0, 3, 5, 6},
                       {0, 3, 9, 2, 0},
                       {2, 2, 8, 1, 1},
                       {7, 7, 0, 0, 0},
                       {3, 2, 6, 3, 0},
                       {2, 5, 3, 2, 2},
                       {6, 5, 2, 1, 0},
                       {0, 2, 2, 3, 7}},
                      14);
}

}

class TestKappa : public QObject {
    Q_OBJECT

private slots:
    void printedExamplesAreReproduced()
    {
        QCOMPARE(printed(cohensKappa(matrixOf({{20, 5}, {10, 15}})).statistic), std::string("0.4000"));
        const ConfusionMatrix three = matrixOf({{20, 5, 1}, {4, 15, 6}, {1, 3, 25}});
        QCOMPARE(printed(cohensKappa(three).statistic), std::string("0.6233"));
        QCOMPARE(printed(cohensKappa(three, KappaWeights::Linear).statistic), std::string("0.6968"));
        QCOMPARE(printed(cohensKappa(three, KappaWeights::Quadratic).statistic), std::string("0.7668"));
    }

    void agreementAndChanceAreToldApart()
    {
        const Kappa kappa = cohensKappa(matrixOf({{20, 5}, {10, 15}}));
        QVERIFY(std::abs(kappa.observed - 0.7) < 1e-12);
        QVERIFY(std::abs(kappa.expected - 0.5) < 1e-12);
    }

    void oneCategoryOnlyIsUndefined()
    {
        const Statistic statistic = cohensKappa(byRater({"2 2 2", "2 2 ."}), 0, 1).statistic;
        QVERIFY(!statistic.value);
        QVERIFY2(statistic.undefined.starts_with("Both said 2 of every unit"), statistic.undefined.c_str());
        QCOMPARE(statistic.units, std::size_t(2));
        QCOMPARE(test::droppedOf(statistic, "units not rated by both"), std::size_t(1));
    }

    void eachAlwaysItsOwnCategoryIsAgreementByChance()
    {
        QCOMPARE(cohensKappa(byRater({"1 1 1", "2 2 2"}), 0, 1).statistic.value, std::optional(0.0));
    }

    void nothingInCommonIsUndefined()
    {
        QCOMPARE(cohensKappa(byRater({"1 .", ". 2"}), 0, 1).statistic.undefined,
                 std::string("No unit was rated by both."));
    }

    void unusedStepsOfTheScaleCount()
    {
        // −3 against 3 costs six steps although nobody used those between; with places in a list it would be
        // 2 of 2.
        const RatingTable table = byRater({"-3 -3 3 -2 -2", "-3 3 3 -2 -3"});
        const double linear = *cohensKappa(table, 0, 1, KappaWeights::Linear).statistic.value;
        // Observed (6 + 1)/5; expected by the rows −3, −2, 3 (2, 2, 1 of them) and columns (2, 1, 2).
        QVERIFY(std::abs(linear - (1.0 - (7.0 / 5.0) / ((26.0 + 24.0 + 17.0) / 25.0))) < 1e-12);
    }

    void categoriesHaveNoWeights()
    {
        RatingTable table = byRater({"0 1", "0 0"});
        table.setCategories({"happy", "sad"});
        QVERIFY(!cohensKappa(table, 0, 1, KappaWeights::Linear).statistic.value);
        QVERIFY(cohensKappa(table, 0, 1).statistic.value);
    }

    void measurementsAreNoCategories()
    {
        RatingTable table("valence", std::vector<std::string>(300, "u"), {"a", "b"});
        for (std::size_t unit = 0; unit < 300; ++unit) {
            table.setValue(unit, 0, 0.01 * static_cast<double>(unit));
            table.setValue(unit, 1, 0.02 * static_cast<double>(unit));
        }
        const Statistic statistic = cohensKappa(table, 0, 1).statistic;
        QVERIFY2(statistic.undefined.starts_with("More than 200 different values"),
                 statistic.undefined.c_str());
    }

    void theMatrixHasTheFirstRaterInRows()
    {
        const ConfusionMatrix matrix = *confusionMatrix(byRater({"1 1 3 .", "1 3 3 3"}), 0, 1);
        QCOMPARE(matrix.names(), (std::vector<std::string>{"1", "3"}));
        QCOMPARE(matrix.at(0, 1), std::size_t(1));
        QCOMPARE(matrix.at(1, 0), std::size_t(0));
        QCOMPARE(matrix.total(), std::size_t(3));
    }

    void fleissExampleIsReproduced()
    {
        const Kappa kappa = fleissKappa(fleissTable());
        QCOMPARE(printed(kappa.statistic), std::string("0.2099"));
        QCOMPARE(QString::number(kappa.observed, 'f', 4), QStringLiteral("0.3780"));
        QCOMPARE(QString::number(kappa.expected, 'f', 4), QStringLiteral("0.2128"));
        QCOMPARE(kappa.statistic.units, std::size_t(10));
    }

    void unequalNumbersOfRatingsAreRefused()
    {
        const Statistic statistic = fleissKappa(byRater({"1 2 3", "1 2 ."})).statistic;
        QVERIFY(!statistic.value);
        QVERIFY2(statistic.undefined.starts_with("The units have 1 to 2 ratings"),
                 statistic.undefined.c_str());
    }

    void ratersMayDifferFromUnitToUnit()
    {
        const Statistic statistic = fleissKappa(byRater({"1 . 2 .", "1 2 . .", ". 2 1 ."})).statistic;
        QVERIFY(statistic.value);
        QCOMPARE(test::droppedOf(statistic, "units without ratings"), std::size_t(1));
    }

    void fleissOfOneRaterOneCategoryOrNothingIsUndefined()
    {
        QCOMPARE(fleissKappa(byRater({"1 2 3"})).statistic.undefined,
                 std::string("No unit has two ratings."));
        QVERIFY(fleissKappa(byRater({"1 1", "1 1"})).statistic.undefined.starts_with("All ratings are 1,"));
        QCOMPARE(fleissKappa(byRater({". ."})).statistic.undefined, std::string("There are no ratings."));
    }
};

QTEST_GUILESS_MAIN(TestKappa)
#include "tst_kappa.moc"
