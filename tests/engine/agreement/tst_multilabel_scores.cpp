#include "engine/agreement/multilabel_scores.h"
#include "engine/core/error.h"

#include <QTest>

#include "tests/support/reference_figures.h"

using namespace engine;
using namespace engine::test;
using nlohmann::json;

namespace {

/// Rows of a list of lists as its columns.
template <class Value>
std::vector<std::vector<Value>> columnsOf(const json& rows)
{
    std::vector<std::vector<Value>> columns(rows.front().size());
    for (const json& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            columns[i].push_back(row[i].get<int>() != 0 || !std::is_same_v<Value, bool>
                                     ? static_cast<Value>(row[i].get<double>())
                                     : Value());
    }
    return columns;
}

void compareLabels(const MultilabelScores& scores, const json& expected)
{
    const auto figure = [&](const char* name, auto which) {
        for (std::size_t i = 0; i < scores.labels.size(); ++i)
            compareFigure(scores.labels[i].*which, expected.at(name)[i], name);
        const std::string mean = std::string(name) + "_mean";
        compareFigure(scores.mean(which), expected.at(mean), mean.c_str());
    };
    QCOMPARE(scores.labels.size(), expected.at("f1").size());
    figure("accuracy", &LabelScore::accuracy);
    figure("precision", &LabelScore::precision);
    figure("recall", &LabelScore::recall);
    figure("f1", &LabelScore::f1);
    figure("f1_weighted", &LabelScore::weightedF1);
    figure("auc", &LabelScore::areaUnderCurve);
    figure("wa", &LabelScore::weightedAccuracy);
    compareFigure(scores.exact, expected.at("exact"), "exact");
    compareFigure(scores.subset, expected.at("subset"), "subset");
    compareFigure(scores.intersection, expected.at("intersection"), "intersection");
}

}

class TestMultilabelScores : public QObject {
    Q_OBJECT

private slots:
    void theReferenceIsReproduced_data() { addReferenceRows("multilabel"); }

    void theReferenceIsReproduced()
    {
        QFETCH(const json, reference);
        compareLabels(scoreLabels(columnsOf<double>(reference.at("score")),
                                  columnsOf<bool>(reference.at("truth")),
                                  reference.at("thresholds").get<std::vector<double>>()),
                      reference.at("expected"));
    }

    void thresholdsAreTunedAsTheReferenceDoesIt_data() { addReferenceRows("tuned_thresholds"); }

    void thresholdsAreTunedAsTheReferenceDoesIt()
    {
        QFETCH(const json, reference);
        const auto validScores = columnsOf<double>(reference.at("valid_score"));
        const auto validTruths = columnsOf<bool>(reference.at("valid_truth"));
        std::vector<double> thresholds;
        for (std::size_t label = 0; label < validScores.size(); ++label)
            thresholds.push_back(tunedThreshold(validScores[label], validTruths[label]));
        const json& expected = reference.at("expected");
        QCOMPARE(thresholds, expected.at("thresholds").get<std::vector<double>>());
        compareLabels(scoreLabels(columnsOf<double>(reference.at("score")),
                                  columnsOf<bool>(reference.at("truth")), thresholds),
                      expected);
    }

    void theAreaCountsPairsAndTiesHalf()
    {
        const std::vector<double> scores{0.1, 0.4, 0.4, 0.8};
        QCOMPARE(areaUnderCurve(scores, {false, true, false, true}).value(), (0.5 + 1.0 + 2.0) / 4.0);
        QVERIFY(!areaUnderCurve(scores, {true, true, true, true}));
    }

    void asManyTruthsAsScoresAreNeeded()
    {
        QVERIFY_THROWS_EXCEPTION(ShapeError, areaUnderCurve(std::vector{0.5}, {}));
        QVERIFY_THROWS_EXCEPTION(ShapeError, scoreLabels({{0.5}}, {{true, false}}, std::vector{0.5}));
    }
};

QTEST_GUILESS_MAIN(TestMultilabelScores)
#include "tst_multilabel_scores.moc"
