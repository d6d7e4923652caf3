#include "engine/core/error.h"
#include "engine/numbers/count_matrix.h"

#include <QTest>

using namespace engine;

class TestCountMatrix : public QObject {
    Q_OBJECT

private slots:
    void countsArePairsOfRowAndColumn()
    {
        CountMatrix matrix(3);
        matrix.add(0, 0, 4);
        matrix.add(0, 2);
        matrix.add(2, 2, 3);
        matrix.add(1, 0, 2);
        QCOMPARE(matrix.size(), std::size_t(3));
        QCOMPARE(matrix.at(0, 2), std::size_t(1));
        QCOMPARE(matrix.total(), std::size_t(10));
        QCOMPARE(matrix.hits(), std::size_t(7));
        QCOMPARE(matrix.largest(), std::size_t(4));
        QCOMPARE(matrix.rowTotal(0), std::size_t(5));
        QCOMPARE(matrix.columnTotal(0), std::size_t(6));
        QCOMPARE(matrix.accuracy(), 0.7);
        QVERIFY((matrix.rows() == std::vector<std::vector<std::size_t>>{{4, 0, 1}, {2, 0, 0}, {0, 0, 3}}));
    }

    void ofNothingTheAccuracyIs0()
    {
        QCOMPARE(CountMatrix(2).accuracy(), 0.0);
        QCOMPARE(CountMatrix().largest(), std::size_t(0));
        QVERIFY(CountMatrix().rows().empty());
    }

    void aClassThatIsNotThereIsRefused()
    {
        CountMatrix matrix(2);
        QVERIFY_THROWS_EXCEPTION(ShapeError, matrix.add(2, 0));
        QVERIFY_THROWS_EXCEPTION(ShapeError, matrix.add(0, 2));
        QVERIFY_THROWS_EXCEPTION(ShapeError, matrix.at(2, 0));
        QCOMPARE(matrix.total(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestCountMatrix)
#include "tst_count_matrix.moc"
