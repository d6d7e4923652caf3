#include "engine/agreement/translation_scores.h"
#include "engine/core/error.h"

#include <QTest>

#include "tests/support/reference_figures.h"

using namespace engine;
using namespace engine::test;
using nlohmann::json;

class TestTranslationScores : public QObject {
    Q_OBJECT

private slots:
    void theReferenceIsReproduced_data() { addReferenceRows("translation"); }

    void theReferenceIsReproduced()
    {
        QFETCH(const json, reference);
        TranslationScores scores;
        for (std::size_t row = 0; row < reference.at("lengths").size(); ++row) {
            for (std::size_t step = 0; step < reference.at("lengths")[row].get<std::size_t>(); ++step)
                scores.add(reference.at("pred")[row][step].get<std::vector<double>>(),
                           reference.at("truth")[row][step].get<std::vector<double>>());
        }
        const json& expected = reference.at("expected");
        compareFigure(scores.meanSquareError(), expected.at("translation_mse"), "translation_mse");
        compareFigure(scores.ratio(), expected.at("translation_ratio"), "translation_ratio");
        compareFigure(scores.correlation(), expected.at("translation_r"), "translation_r");
        const auto columns = scores.correlations();
        QCOMPARE(columns.size(), expected.at("translation_r_per_column").size());
        for (std::size_t i = 0; i < columns.size(); ++i)
            compareFigure(columns[i], expected.at("translation_r_per_column")[i], "translation_r_per_column");
    }

    void whatIsUndefinedIsAbsent()
    {
        TranslationScores scores;
        QVERIFY(!scores.meanSquareError() && !scores.ratio() && !scores.correlation());
        scores.add(std::vector{1.0}, std::vector{0.0});
        QCOMPARE(scores.meanSquareError().value(), 1.0);
        QVERIFY(!scores.ratio());
    }

    void stepsOfOtherWidthsAreRefused()
    {
        TranslationScores scores;
        scores.add(std::vector{1.0, 2.0}, std::vector{1.0, 2.0});
        QVERIFY_THROWS_EXCEPTION(ShapeError, scores.add(std::vector{1.0}, std::vector{1.0}));
    }
};

QTEST_GUILESS_MAIN(TestTranslationScores)
#include "tst_translation_scores.moc"
