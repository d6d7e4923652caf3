#include "engine/agreement/emotion_scores.h"
#include "engine/core/error.h"

#include <QTest>

#include "tests/support/reference_figures.h"

using namespace engine;
using namespace engine::test;
using nlohmann::json;

namespace {

EmotionTable table(const json& rows)
{
    EmotionTable result;
    for (const json& row : rows) {
        result.emotions = row.size();
        for (const json& value : row)
            result.values.push_back(value.get<double>());
    }
    return result;
}

}

class TestEmotionScores : public QObject {
    Q_OBJECT

private slots:
    void theReferenceIsReproduced_data() { addReferenceRows("emotions"); }

    void theReferenceIsReproduced()
    {
        QFETCH(const json, reference);
        const json& expected = reference.at("expected");
        const EmotionScores scores = scoreEmotions(table(reference.at("pred")), table(reference.at("truth")),
                                                   reference.at("threshold").get<double>());
        compareFigure(scores.accuracy4, expected.at("acc4"), "acc4");
        compareFigure(scores.binaryAccuracy, expected.at("binary_accuracy"), "binary_accuracy");
        compareFigure(scores.exactMatch, expected.at("exact_match"), "exact_match");
        compareFigure(scores.dominantExactMatch, expected.at("dominant_exact_match"), "dominant_exact_match");
        QCOMPARE(scores.presence.size(), expected.at("wa").size());
        for (std::size_t emotion = 0; emotion < scores.presence.size(); ++emotion) {
            compareFigure(scores.meanAbsoluteError[emotion], expected.at("mae").at(emotion), "mae");
            compareFigure(scores.weightedAccuracy[emotion], expected.at("wa").at(emotion), "wa");
            compareFigure(scores.presence[emotion].f1, expected.at("f1_weighted").at(emotion), "f1_weighted");
            compareFigure(scores.dominance[emotion].f1, expected.at("dominant_f1_weighted").at(emotion),
                          "dominant_f1_weighted");
            QVERIFY(json(scores.presence[emotion].confusion.rows()) == expected.at("confusion").at(emotion));
            QVERIFY(json(scores.dominantTruths[emotion]) == expected.at("dominant_truth_count").at(emotion));
        }
    }

    void halfIntensitiesAreRoundedToTheEvenStep()
    {
        QCOMPARE(coarseIntensity(0.5), 0.0);
        QCOMPARE(coarseIntensity(1.5), 2.0);
        QCOMPARE(coarseIntensity(2.5), 2.0);
        QCOMPARE(coarseIntensity(-1.0), 0.0);
        QCOMPARE(coarseIntensity(9.0), 3.0);
    }

    void severalEmotionsMayBeDominantOrNone()
    {
        QVERIFY((dominantEmotions(std::vector{1.0, 0.0, 1.0}) == std::vector{true, false, true}));
        QVERIFY((dominantEmotions(std::vector{0.0, 0.0}) == std::vector{false, false}));
    }

    void tablesOfDifferentShapesAreRefused()
    {
        QVERIFY_THROWS_EXCEPTION(ShapeError, scoreEmotions({2, {1.0, 0.0}}, {2, {}}, 0.0));
        QVERIFY_THROWS_EXCEPTION(ShapeError, scoreEmotions({1, {1.0, 0.0}}, {2, {1.0, 0.0}}, 0.0));
    }
};

QTEST_GUILESS_MAIN(TestEmotionScores)
#include "tst_emotion_scores.moc"
