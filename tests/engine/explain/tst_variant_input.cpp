#include "engine/explain/variant_input.h"

#include <QTest>

#include <cmath>
#include <limits>

#include "tests/support/matrices.h"

using namespace engine;
using test::matrix;

class TestVariantInput : public QObject {
    Q_OBJECT

private slots:
    void aFrozenModalityIsItsMean()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        FeatureMatrix features(3, 3);
        features.values = {1, nan, nan, 2, 4, nan, 6, 8, nan};
        const FeatureMatrix held = frozen(features);
        for (std::size_t row = 0; row < 3; ++row) {
            QCOMPARE(held.at(row, 0), 3.0F);
            QCOMPARE(held.at(row, 1), 6.0F);
            QVERIFY(std::isnan(held.at(row, 2)));
        }
        QCOMPARE(frozen(FeatureMatrix()).values.size(), std::size_t(0));
    }

    void aStepIsLeftOutOfEachModality()
    {
        const SegmentInput input{matrix(3, 1, {1, 2, 3}), matrix(3, 2, {1, 2, 3, 4, 5, 6}), matrix(0, 0, {})};
        const SegmentInput left = withoutStep(input, 1);
        QCOMPARE(left.text, matrix(2, 1, {1, 3}));
        QCOMPARE(left.acoustic, matrix(2, 2, {1, 2, 5, 6}));
        QCOMPARE(left.visual, matrix(0, 0, {}));
        QCOMPARE(withoutStep(input, 2).text, matrix(2, 1, {1, 2}));
    }

    void stepsAreTakenFromTheSamePartOfTheWhole()
    {
        const FeatureMatrix four = matrix(4, 1, {1, 2, 3, 4});
        QCOMPARE(resampled(four, 4), four);
        QCOMPARE(resampled(four, 2), matrix(2, 1, {2, 4}));
        QCOMPARE(resampled(four, 8), matrix(8, 1, {1, 1, 2, 2, 3, 3, 4, 4}));
        QCOMPARE(resampled(four, 1), matrix(1, 1, {3}));
        QCOMPARE(resampled(matrix(0, 3, {}), 2).rows, std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestVariantInput)
#include "tst_variant_input.moc"
