#include "engine/core/error.h"
#include "engine/training/statistics.h"

#include <QTest>

#include <limits>

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
        const Normalisation normalisation = measureNormalisation(segments);
        QCOMPARE(normalisation[0].mean[0], 3.0f);
        QCOMPARE(normalisation[0].deviation[0], std::sqrt(3.5f));
        QCOMPARE(normalisation[0].mean[1], 1e6f);
        QCOMPARE(normalisation[0].deviation[1], 1.0f);
        QCOMPARE(normalisation[1].width(), std::size_t(1));
    }

    void aFeatureFarFromZeroKeepsItsDeviation()
    {
        const Normalisation normalisation = measureNormalisation(std::vector{segment({10001, 0, 9999, 0})});
        QCOMPARE(normalisation[0].deviation[0], 1.0f);
    }

    void aBrokenSegmentIsNamed_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("not finite") << QByteArray("not_finite");
        QTest::newRow("other width") << QByteArray("wrong_width");
    }

    void aBrokenSegmentIsNamed()
    {
        QFETCH(const QByteArray, code);
        std::vector segments{segment({1, 2}), segment({1, 2})};
        if (code == "not_finite")
            segments[1].input.text.at(0, 1) = std::numeric_limits<float>::infinity();
        else
            segments[1].input.text = FeatureMatrix(1, 3);
        try {
            measureNormalisation(segments);
            QFAIL("a broken segment was accepted");
        } catch (const ShapeError& error) {
            QCOMPARE(error.code(), code.toStdString());
            QVERIFY(QByteArray(error.what()).startsWith("ada_1[2]: "));
        }
    }
};

QTEST_GUILESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
