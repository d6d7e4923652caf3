#include "engine/core/error.h"
#include "engine/training/data/feature_source.h"
#include "engine/training/data/statistics.h"

#include <QTest>

using namespace engine;

namespace {

LabelledSegment segment(std::vector<float> text)
{
    LabelledSegment result;
    result.id = "ada_1[2]";
    const std::size_t words = text.size() / 2;
    result.input = {FeatureMatrix(words, 2), FeatureMatrix(words, 1), FeatureMatrix(words, 1)};
    result.input.text.values = std::move(text);
    return result;
}

}

class TestStatistics : public QObject {
    Q_OBJECT

private slots:
    void everyWordCountsOnce()
    {
        // First column 1, 2, 3, 6: mean 3, variance (4 + 1 + 0 + 9) / 4. Second column constant.
        const std::vector segments{segment({1, 1e6f, 2, 1e6f, 3, 1e6f}), segment({6, 1e6f})};
        const Normalisation normalisation = measureNormalisation(foldOf("train", segments));
        QCOMPARE(normalisation[0].mean[0], 3.0f);
        QCOMPARE(normalisation[0].deviation[0], std::sqrt(3.5f));
        QCOMPARE(normalisation[0].mean[1], 1e6f);
        QCOMPARE(normalisation[0].deviation[1], 1.0f);
        QCOMPARE(normalisation[1].width(), std::size_t(1));
    }

    void aFeatureFarFromZeroKeepsItsDeviation()
    {
        const Normalisation normalisation
            = measureNormalisation(foldOf("train", std::vector{segment({10001, 0, 9999, 0})}));
        QCOMPARE(normalisation[0].deviation[0], 1.0f);
    }

    void aBrokenSegmentIsNamed()
    {
        std::vector segments{segment({1, 2}), segment({1, 2})};
        segments[1].input.text = FeatureMatrix(1, 3);
        try {
            foldOf("train", segments);
            QFAIL("a broken segment was accepted");
        } catch (const ShapeError& error) {
            QCOMPARE(error.code(), std::string("wrong_width"));
            QVERIFY(QByteArray(error.what()).startsWith("ada_1[2]: "));
        }
    }

    void paddingAndMissingSegmentsDoNotCount()
    {
        FoldData fold = foldOf("train", std::vector{segment({1, 0, 3, 0}), segment({100, 0})});
        fold.presenceOf(Modality::Text)[1] = false;
        const Normalisation normalisation = measureNormalisation(fold);
        QCOMPARE(normalisation[0].mean[0], 2.0f);
        QCOMPARE(normalisation[0].deviation[0], 1.0f);
    }

    void paddingOfAModalityWithLengthsOfItsOwnDoesNotCount()
    {
        FoldData fold = foldOf("train", std::vector{segment({1, 0, 3, 0}), segment({5, 0})});
        fold.of(Modality::Acoustic) = {3, 1, {2, 4, 100, 6, 100, 100}, {2, 1}};
        const Normalisation normalisation = measureNormalisation(fold);
        QCOMPARE(normalisation[0].mean[0], 3.0f);
        QCOMPARE(normalisation[1].mean[0], 4.0f);
    }

    void itScalesByTheGreatestSizeOrNotAtAll()
    {
        const FoldData fold = foldOf("train", std::vector{segment({1, 0, -4, 0})});
        DataOptions options;
        options.normalise = "max";
        QCOMPARE(measureNormalisation(fold, options)[0].deviation[0], 4.0f);
        QCOMPARE(measureNormalisation(fold, options)[0].deviation[1], 1.0f);
        options.normalise = "none";
        QCOMPARE(measureNormalisation(fold, options)[0].deviation[0], 1.0f);
        QCOMPARE(measureNormalisation(fold, options)[0].mean[0], 0.0f);
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
