#include "engine/agreement/icc.h"

#include <QTest>

#include <cmath>

#include "tests/engine/agreement/ratings.h"

using namespace engine;
using test::byRater;
using test::printed;

namespace {

/// Shrout & Fleiss's table 2: four judges, six targets.
RatingTable judges()
{
    return byRater({"9 6 8 7 10 6", "2 1 4 1 5 2", "5 3 6 2 6 4", "8 2 8 6 9 7"});
}

}

class TestIcc : public QObject {
    Q_OBJECT

private slots:
    void printedExampleIsReproduced()
    {
        const IntraclassCorrelations icc = intraclassCorrelations(judges());
        const char* expected[] = {"0.1657", "0.2898", "0.7148", "0.4428", "0.6201", "0.9093"};
        for (std::size_t form = 0; form < 6; ++form)
            QCOMPARE(printed(icc.forms[form]), std::string(expected[form]));
        const auto digits = [](double number) { return QString::number(number, 'f', 4); };
        QCOMPARE(digits(icc.meanSquares->betweenUnits), QStringLiteral("11.2417"));
        QCOMPARE(digits(icc.meanSquares->betweenRaters), QStringLiteral("32.4861"));
        QCOMPARE(digits(icc.meanSquares->residual), QStringLiteral("1.0194"));
        QCOMPARE(digits(icc.meanSquares->withinUnits), QStringLiteral("6.2639"));
    }

    void formsAreNamedInFull()
    {
        const IntraclassCorrelations icc = intraclassCorrelations(judges());
        QCOMPARE(icc.forms[1].name, std::string("ICC(2,1)"));
        QCOMPARE(icc.forms[1].rule, std::string("two-way random, absolute agreement, single rater"));
        QCOMPARE(icc.forms[5].name, std::string("ICC(3,k)"));
    }

    void incompleteUnitsAreDroppedAndCounted()
    {
        const RatingTable with
            = byRater({"9 6 8 7 10 6 3", "2 1 4 1 5 2 .", "5 3 6 2 6 4 1", "8 2 8 6 9 7 2"});
        const Statistic statistic = intraclassCorrelations(with).forms[1];
        QCOMPARE(printed(statistic), std::string("0.2898"));
        QCOMPARE(statistic.units, std::size_t(6));
        QCOMPARE(test::droppedOf(statistic, "units not rated by all"), std::size_t(1));
    }

    void aRaterWithoutRatingsIsLeftOut()
    {
        const Statistic statistic = intraclassCorrelations(byRater({"1 2 3", ". . .", "1 3 3"})).forms[0];
        QVERIFY(statistic.value);
        QCOMPARE(statistic.raters, std::size_t(2));
        QCOMPARE(test::droppedOf(statistic, "raters without ratings"), std::size_t(1));
    }

    void perfectAgreementIs1()
    {
        for (const Statistic& statistic : intraclassCorrelations(byRater({"1 2 3", "1 2 3"})).forms)
            QVERIFY(std::abs(*statistic.value - 1.0) < 1e-12);
    }

    void whatHasNoValueSaysWhy_data()
    {
        QTest::addColumn<std::vector<const char*>>("raters");
        QTest::addColumn<QString>("reason");
        QTest::newRow("constant") << std::vector{"0.1 0.1 0.1", "0.1 0.1 0.1"}
                                  << QStringLiteral("All ratings are equal");
        QTest::newRow("one rater") << std::vector{"1 2 3"} << QStringLiteral("fewer than two raters");
        QTest::newRow("one complete unit")
            << std::vector{"1 2 .", "1 . 2"} << QStringLiteral("Fewer than two units");
        QTest::newRow("nothing") << std::vector{". .", ". ."} << QStringLiteral("fewer than two raters");
    }

    void whatHasNoValueSaysWhy()
    {
        QFETCH(const std::vector<const char*>, raters);
        QFETCH(const QString, reason);
        for (const Statistic& statistic : intraclassCorrelations(byRater(raters)).forms) {
            QVERIFY(!statistic.value);
            QVERIFY2(QString::fromStdString(statistic.undefined).contains(reason),
                     statistic.undefined.c_str());
        }
    }

    /// Units whose means are equal have MSR = 0: the means of raters have nothing to divide by.
    void unitsThatDoNotDifferHaveNoReliabilityOfMeans()
    {
        const IntraclassCorrelations icc = intraclassCorrelations(byRater({"0.1 0.3", "0.3 0.1"}));
        QVERIFY(!icc.forms[3].value && !icc.forms[4].value && !icc.forms[5].value);
        QCOMPARE(printed(icc.forms[0]), std::string("-1.0000"));
    }

    void categoriesHaveNone()
    {
        RatingTable table = byRater({"0 1 1", "0 1 0"});
        table.setCategories({"happy", "sad"});
        QVERIFY(intraclassCorrelations(table).forms[1].undefined.find("categories") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestIcc)
#include "tst_icc.moc"
