#include "engine/agreement/regression_scores.h"
#include "engine/core/error.h"

#include <QTest>

#include <vector>

#include "tests/support/reference_figures.h"

using namespace engine;
using namespace engine::test;
using nlohmann::json;

class TestRegressionScores : public QObject {
    Q_OBJECT

private slots:
    void theReferenceIsReproduced_data() { addReferenceRows("sentiment"); }

    void theReferenceIsReproduced()
    {
        QFETCH(const json, reference);
        const auto predictions = reference.at("pred").get<std::vector<double>>();
        const auto truths = reference.at("truth").get<std::vector<double>>();
        const json& expected = reference.at("expected");
        const RegressionScores scores = scoreRegression(predictions, truths);
        QCOMPARE(scores.count, expected.at("n").get<std::size_t>());
        QCOMPARE(scores.countNon0, expected.at("n_non0").get<std::size_t>());
        compareFigure(scores.meanAbsoluteError, expected.at("mae"), "mae");
        compareFigure(scores.correlation, expected.at("corr"), "corr");
        compareFigure(scores.accuracy7, expected.at("acc7"), "acc7");
        compareFigure(scores.accuracy5, expected.at("acc5"), "acc5");
        compareFigure(scores.accuracy3, expected.at("acc3"), "acc3");
        compareFigure(scores.accuracy2Has0, expected.at("acc2_has0"), "acc2_has0");
        compareFigure(scores.f1Has0, expected.at("f1_has0"), "f1_has0");
        compareFigure(scores.accuracy2Non0, expected.at("acc2_non0"), "acc2_non0");
        compareFigure(scores.f1Non0, expected.at("f1_non0"), "f1_non0");
    }

    void halvesAreRoundedToEven_data()
    {
        QTest::addColumn<double>("prediction");
        QTest::addColumn<double>("sameClass");
        QTest::newRow("0.5 is 0") << 0.5 << 0.0;
        QTest::newRow("1.5 is 2") << 1.5 << 2.0;
        QTest::newRow("2.5 is 2") << 2.5 << 2.0;
        QTest::newRow("-0.5 is 0") << -0.5 << 0.0;
        QTest::newRow("7 is 3") << 7.0 << 3.0;
    }

    void halvesAreRoundedToEven()
    {
        QFETCH(const double, prediction);
        QFETCH(const double, sameClass);
        QCOMPARE(scoreRegression(std::vector{prediction}, std::vector{sameClass}).accuracy7, 1.0);
    }

    void whatIsUndefinedIsAbsent()
    {
        const RegressionScores scores = scoreRegression(std::vector{1.0, 2.0}, std::vector{0.0, 0.0});
        QVERIFY(!scores.correlation);
        QVERIFY(!scores.accuracy2Non0);
        QVERIFY(!scores.f1Non0);
        QCOMPARE(scores.countNon0, std::size_t(0));
    }

    void minusZeroIsNotNegative()
    {
        QCOMPARE(scoreRegression(std::vector{-0.0}, std::vector{1.0}).accuracy2Has0, 1.0);
    }

    void differentLengthsAreRefused()
    {
        QVERIFY_THROWS_EXCEPTION(ShapeError, scoreRegression(std::vector{1.0}, std::vector{1.0, 2.0}));
        QVERIFY_THROWS_EXCEPTION(ShapeError, scoreRegression({}, {}));
    }
};

QTEST_GUILESS_MAIN(TestRegressionScores)
#include "tst_regression_scores.moc"
