#include "engine/core/error.h"
#include "engine/model_files/normalisation.h"

#include <QTest>

#include <limits>

#include "tests/support/matrices.h"

using namespace engine;
using test::matrix;

namespace {

Normalisation scales()
{
    return {FeatureScale{{1, 2}, {2, 4}}, FeatureScale{{0}, {1}}, FeatureScale{{10}, {0.5f}}};
}

SegmentInput twoWords()
{
    return {matrix(2, 2, {1, 2, 5, -2}), matrix(2, 1, {3, 100}), matrix(2, 1, {10, 9})};
}

}

class TestNormalisation : public QObject {
    Q_OBJECT

private slots:
    void eachFeatureIsShiftedAndScaledAndCut()
    {
        const SegmentInput expected{matrix(2, 2, {0, 0, 2, -1}), matrix(2, 1, {3, 5}), matrix(2, 1, {0, -2})};
        QVERIFY(normalised(twoWords(), scales()) == expected);
    }

    void aModalityThatIsOffIsItsMean()
    {
        SegmentInput input = normalised(twoWords(), scales());
        switchOff(input, Modality::Acoustic);
        QVERIFY(input.acoustic == FeatureMatrix(2, 1));
        QCOMPARE(input.text.at(1, 0), 2.0f);
        QCOMPARE(input.visual.at(1, 0), -2.0f);
    }

    void whatIsAbsentIsItsMean()
    {
        SegmentInput input = twoWords();
        input.acoustic = FeatureMatrix(2, 0);
        fillAbsent(input, scales());
        checkInput(input, scales());
        QVERIFY(normalised(input, scales()).acoustic == FeatureMatrix(2, 1));
        SegmentInput whole = twoWords();
        fillAbsent(whole, scales());
        QVERIFY(whole == twoWords());
    }

    void aGoodInputPasses() { checkInput(twoWords(), scales()); }

    void aWrongInputIsExplained_data()
    {
        QTest::addColumn<SegmentInput>("input");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("sentence");
        SegmentInput input = twoWords();
        input.acoustic = matrix(2, 3, {1, 2, 3, 4, 5, 6});
        QTest::newRow("width") << input << QByteArray("wrong_width")
                               << QByteArray("The acoustic features have 3 dimensions, the model expects 1.");
        input = twoWords();
        input.visual = matrix(1, 1, {10});
        QTest::newRow("rows")
            << input << QByteArray("row_mismatch")
            << QByteArray("The visual features have 1 rows, expected one for each of the 2 words.");
        input = twoWords();
        input.text.at(1, 0) = std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("NaN")
            << input << QByteArray("not_finite")
            << QByteArray("The text features hold nan in word 2, dimension 1; finite numbers are expected.");
        input = twoWords();
        input.text.at(0, 1) = -std::numeric_limits<float>::infinity();
        QTest::newRow("infinity")
            << input << QByteArray("not_finite")
            << QByteArray("The text features hold -inf in word 1, dimension 2; finite numbers are expected.");
        QTest::newRow("no words") << SegmentInput{matrix(0, 2, {}), matrix(0, 1, {}), matrix(0, 1, {})}
                                  << QByteArray("no_words")
                                  << QByteArray("The segment has no words; at least one is expected.");
    }

    void aWrongInputIsExplained()
    {
        QFETCH(const SegmentInput, input);
        QFETCH(const QByteArray, code);
        QFETCH(const QByteArray, sentence);
        try {
            checkInput(input, scales());
            QFAIL("a wrong input was accepted");
        } catch (const ShapeError& error) {
            QCOMPARE(error.code(), code.toStdString());
            QCOMPARE(QByteArray(error.what()), sentence);
        }
    }
};

QTEST_GUILESS_MAIN(TestNormalisation)
#include "tst_normalisation.moc"
