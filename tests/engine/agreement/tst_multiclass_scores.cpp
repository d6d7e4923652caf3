#include "engine/agreement/multiclass_scores.h"
#include "engine/core/error.h"

#include <QTest>

#include "tests/support/reference_figures.h"

using namespace engine;
using namespace engine::test;
using nlohmann::json;

class TestMulticlassScores : public QObject {
    Q_OBJECT

private slots:
    void theReferenceConfusionIsReproduced()
    {
        const std::vector<json> cases = referenceCases("confusion");
        QVERIFY(!cases.empty());
        for (const json& reference : cases) {
            const MulticlassScores scores
                = scoreClasses(reference.at("pred").get<std::vector<std::size_t>>(),
                               reference.at("truth").get<std::vector<std::size_t>>(),
                               reference.at("classes").get<std::size_t>());
            QVERIFY(json(scores.confusion.rows()) == reference.at("expected"));
        }
    }

    void theReferenceClassesAreReproduced_data() { addReferenceRows("classes"); }

    void theReferenceClassesAreReproduced()
    {
        QFETCH(const json, reference);
        const MulticlassScores scores = scoreClasses(reference.at("pred").get<std::vector<std::size_t>>(),
                                                     reference.at("truth").get<std::vector<std::size_t>>(),
                                                     reference.at("classes").get<std::size_t>());
        const json& expected = reference.at("expected");
        QVERIFY(json(scores.confusion.rows()) == expected.at("confusion"));
        compareFigure(scores.accuracy, expected.at("accuracy"), "accuracy");
        for (std::size_t c = 0; c < scores.classes.size(); ++c) {
            compareFigure(scores.classes[c].precision, expected.at("precision")[c], "precision");
            compareFigure(scores.classes[c].recall, expected.at("recall")[c], "recall");
            compareFigure(scores.classes[c].f1, expected.at("f1")[c], "f1");
            QCOMPARE(scores.classes[c].support, expected.at("n")[c].get<std::size_t>());
        }
        compareFigure(scores.precision, expected.at("precision_weighted"), "precision_weighted");
        compareFigure(scores.recall, expected.at("recall_weighted"), "recall_weighted");
        compareFigure(scores.f1, expected.at("f1_weighted"), "f1_weighted");
        compareFigure(scores.macroPrecision, expected.at("precision_macro"), "precision_macro");
        compareFigure(scores.macroRecall, expected.at("recall_macro"), "recall_macro");
        compareFigure(scores.macroF1, expected.at("f1_macro"), "f1_macro");
    }

    void meansAreWeightedBySupport()
    {
        // truth 0 0 0 1, prediction 0 0 1 1: class 0 P 1 R 2/3 F 4/5, class 1 P 1/2 R 1 F 2/3; class 2 never
        const std::vector<std::size_t> predictions{0, 0, 1, 1}, truths{0, 0, 0, 1};
        const MulticlassScores scores = scoreClasses(predictions, truths, 3);
        QCOMPARE(scores.accuracy, 0.75);
        QCOMPARE(scores.precision, 0.75 * 1.0 + 0.25 * 0.5);
        QCOMPARE(scores.recall, 0.75 * 2.0 / 3.0 + 0.25);
        QCOMPARE(scores.f1, 0.75 * 0.8 + 0.25 * 2.0 / 3.0);
        QCOMPARE(scores.macroF1, (0.8 + 2.0 / 3.0) / 2.0);
        QCOMPARE(scores.classes[2], ClassScore());
    }

    void asManyPredictionsAsTruthsAreNeeded()
    {
        QVERIFY_THROWS_EXCEPTION(ShapeError, scoreClasses(std::vector<std::size_t>{0}, {}, 2));
    }
};

QTEST_GUILESS_MAIN(TestMulticlassScores)
#include "tst_multiclass_scores.moc"
