#include "engine/core/feature_matrix.h"

#include <QTest>

using engine::FeatureMatrix;

class TestFeatureMatrix : public QObject {
    Q_OBJECT

private slots:
    void aNewMatrixIsZero()
    {
        const FeatureMatrix matrix(2, 3);
        QCOMPARE(matrix.values, std::vector<float>(6, 0.0F));
    }

    void valuesLieRowAfterRow()
    {
        FeatureMatrix matrix(2, 3);
        matrix.at(1, 0) = 5.0F;
        matrix.row(0)[2] = 7.0F;
        QCOMPARE(matrix.values, (std::vector<float>{0, 0, 7, 5, 0, 0}));
    }

    void aMatrixWithoutColumnsHasEmptyRows()
    {
        const FeatureMatrix matrix(4, 0);
        QVERIFY(matrix.row(3).empty());
    }
};

QTEST_GUILESS_MAIN(TestFeatureMatrix)
#include "tst_feature_matrix.moc"
