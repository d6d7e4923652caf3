#include "engine/training/figures/scores.h"

#include <QTest>

#include <algorithm>

#include "tests/support/matrices.h"

using namespace engine;
using test::matrix;

namespace {

const std::vector<LabelCard> kEmotions{{"happy", 0, 3, 0}, {"sad", 0, 3, 1}};

/// Two emotions of four segments, of which two have none and two are said to have none.
Report emotions()
{
    return scoreFold("test", "text", Task::Emotions, kEmotions, matrix(4, 2, {0, 0, 0, 0, 0.5f, 0, 3, 0}),
                     matrix(4, 2, {0, 0, 1, 0, 0, 0, 2, 2}), 0.1);
}

const ReportRow& rowOf(const Report& report, const std::string& label)
{
    return *std::ranges::find(report, label, &ReportRow::label);
}

void compare(const ReportRow& row, const std::string& figure, double expected)
{
    const std::optional<double> value = row.metric(figure);
    QVERIFY2(value.has_value(), figure.c_str());
    QVERIFY2(std::abs(*value - expected) < 1e-12, qPrintable(QStringLiteral("%1").arg(*value)));
}

}

class TestScores : public QObject {
    Q_OBJECT

private slots:
    void eachSideOfASentimentHasItsFigures()
    {
        const Report report
            = scoreFold("test", "text", Task::Regression, {{"sentiment", -3, 3, 0}},
                        matrix(4, 1, {-1, 1, 0.5f, 2}), matrix(4, 1, {-1, -2, 0, 1})); // one is neutral
        compare(report[0], "precision_neg_has0", 1.0);
        compare(report[0], "recall_neg_has0", 0.5);
        compare(report[0], "f1_neg_has0", 2.0 / 3.0);
        compare(report[0], "n_neg_has0", 2.0);
        compare(report[0], "precision_pos_has0", 2.0 / 3.0);
        compare(report[0], "recall_pos_has0", 1.0);
        compare(report[0], "precision_pos_non0", 0.5);
        compare(report[0], "f1_pos_non0", 2.0 / 3.0);
        compare(report[0], "n_pos_non0", 1.0);
    }

    void ofNeutralTruthsAloneTheSidesAreUndefined()
    {
        const Report report = scoreFold("test", "text", Task::Regression, {{"sentiment", -3, 3, 0}},
                                        matrix(1, 1, {1}), matrix(1, 1, {0}));
        QVERIFY(!report[0].metric("recall_pos_non0"));
        QCOMPARE(report[0].metric("n_pos_non0"), std::optional(0.0));
    }

    /// A scale from 0 upwards has no negative side: without its zeros all that remains would be right.
    void strengthsHaveFiguresOfPresence()
    {
        const std::vector<LabelCard> labels{{"sentiment", -3, 3, 0}, {"happy", 0, 3, 1}, {"age", 1, 90, 2}};
        const Report report = scoreFold("test", "text", Task::Regression, labels,
                                        matrix(4, 3, {1, 0, 30, 1, 0.5f, 30, -1, 1, 30, -1, 0.05f, 30}),
                                        matrix(4, 3, {1, 0, 20, 1, 0, 30, 1, 2, 40, -1, 1, 30}));
        const ReportRow& happy = rowOf(report, "happy"); // is 0 0 1 1, said 0 1 1 0
        compare(happy, "binary_accuracy", 0.5);
        compare(happy, "f1", 0.5);
        compare(happy, "n_yes", 2.0);
        compare(happy, "n", 4.0);
        QVERIFY(!happy.metric("acc2_non0") && !happy.metric("acc2_has0"));
        const ReportRow& age = rowOf(report, "age"); // which is never absent
        QVERIFY(age.metric("mae") && !age.metric("binary_accuracy"));
        compare(rowOf(report, "sentiment"), "acc2_non0", 0.75);
    }

    void yesAndNoHaveTheirFigures()
    {
        const Report report = scoreFold("test", "text", Task::Binary, {{"like", 0, 1, 0}},
                                        matrix(4, 1, {0.9f, 0.6f, 0.1f, 0.2f}), matrix(4, 1, {1, 0, 0, 0}));
        compare(report[0], "precision_yes", 0.5);
        compare(report[0], "f1_yes", 2.0 / 3.0);
        compare(report[0], "precision_no", 1.0);
        compare(report[0], "recall_no", 2.0 / 3.0);
        compare(report[0], "n_yes", 1.0);
        compare(report[0], "n_no", 3.0);
    }

    void severalLabelsHaveFiguresOfTheSegment()
    {
        // is 10 11 00 01, said 10 10 01 01
        const Report report = scoreFold("test", "text", Task::Binary, {{"a", 0, 1, 0}, {"b", 0, 1, 1}},
                                        matrix(4, 2, {0.9f, 0.1f, 0.5f, 0.2f, 0.1f, 0.7f, 0.3f, 0.6f}),
                                        matrix(4, 2, {1, 0, 1, 1, 0, 0, 0, 1}));
        const ReportRow& all = rowOf(report, ReportRow::allLabels);
        compare(all, "exact_match", 0.5);
        compare(all, "subset", 0.75);
        compare(all, "intersection", 0.75);
        compare(rowOf(report, "a"), "auc", 1.0);
        compare(rowOf(report, "b"), "auc", 0.5); // 0.2 and 0.6 against 0.1 and 0.7
        compare(all, "auc", 0.75);
    }

    void presenceAndDominanceHaveThoseOfEachClass()
    {
        const Report report = emotions();
        const ReportRow& happy = rowOf(report, "happy"); // is 0 1 0 1, said 0 0 1 1
        compare(happy, "f1_yes", 0.5);
        compare(happy, "binary_accuracy", 0.5);
        const ReportRow& sad = rowOf(report, "sad"); // as dominant as happy in the last segment, never said
        compare(sad, "dominant_recall_yes", 0.0);
        compare(sad, "dominant_precision_no", 0.75);
        compare(sad, "dominant_n_yes", 1.0);
        compare(sad, "dominant_accuracy", 0.75);
    }

    void theClassWithoutAnEmotionIsScoredToo()
    {
        const Report report = emotions();
        QCOMPARE(report.size(), std::size_t(4));
        const ReportRow& neutral = report[2]; // is 1 0 1 0, said 1 1 0 0
        QCOMPARE(neutral.label, std::string("neutral"));
        for (const char* const figure :
             {"precision_yes", "recall_yes", "f1_yes", "binary_accuracy", "dominant_f1_yes", "wa"})
            compare(neutral, figure, 0.5);
        compare(neutral, "n_yes", 2.0);
        QVERIFY((neutral.confusion == nlohmann::json{{1, 1}, {1, 1}}));
    }

    void theMeanOfAllIsThatOfTheEmotions()
    {
        const Report report = emotions();
        const ReportRow& all = report.back();
        QCOMPARE(all.label, std::string(ReportRow::allLabels));
        compare(all, "binary_accuracy", 0.625);
        compare(all, "recall_no", (0.5 + 1.0) / 2.0);
        QVERIFY(!all.metric("n_yes")); // a mean of counts counts nothing
    }

    void anEmotionCalledNeutralStaysTheOnlyOne()
    {
        const Report report
            = scoreFold("test", "text", Task::Emotions, {{"happy", 0, 3, 0}, {"neutral", 0, 3, 1}},
                        matrix(1, 2, {1, 0}), matrix(1, 2, {1, 0}));
        QCOMPARE(report.size(), std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestScores)
#include "tst_scores.moc"
