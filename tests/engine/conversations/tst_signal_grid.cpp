#include "engine/conversations/signal_grid.h"
#include "engine/core/error.h"

#include <QTest>

#include <cmath>

using namespace engine;

/// A signal on the grid. Recorded cases: tst_run_case_command.
class TestSignalGrid : public QObject {
    Q_OBJECT

private slots:
    void rowsMeetInTheirStep()
    {
        const std::vector<Interval> rows{{0.0, 0.1}, {0.1, 0.2}, {0.5, 0.7}, {2.0, 2.2}, {9.0, 9.1}};
        const std::vector<double> series = onGrid(rows, std::vector<double>{1, 3, 8, 4, 7}, 6, 2.0, 0.5);
        QCOMPARE(series[0], 2.0); // the mean of two
        QCOMPARE(series[1], 8.0);
        QVERIFY(std::isnan(series[2])); // two steps lack: longer than half a second
        QVERIFY(std::isnan(series[3]));
        QCOMPARE(series[4], 4.0);
        QVERIFY(std::isnan(series[5]));
        QCOMPARE(onGrid(rows, std::vector<double>{1, 3, 8, 4, 7}, 6, 2.0, 1.0)[2], 8.0 - 4.0 / 3.0);
        QVERIFY_THROWS_EXCEPTION(ShapeError, onGrid(rows, std::vector<double>{1}, 6, 2.0));
        QVERIFY_THROWS_EXCEPTION(ShapeError, onGrid(rows, std::vector<double>{1, 3, 8, 4, 7}, 6, 0.0));
    }

    void aStraightLineIsTakenOut()
    {
        const std::vector<double> alternating = standardised(
            std::vector<double>{1.0, -1.0 + 1.0, 1.0 + 2.0, -1.0 + 3.0, 1.0 + 4.0, -1.0 + 5.0});
        double sum = 0.0, squares = 0.0;
        for (const double value : alternating) {
            sum += value;
            squares += value * value;
        }
        QVERIFY(std::abs(sum) < 1e-12);
        QVERIFY(std::abs(squares - 6.0) < 1e-12);
        for (const double value : standardised(std::vector<double>{1, 2, 3, 4, 5}))
            QVERIFY(std::isnan(value)); // nothing is left of a line
        QVERIFY(std::isfinite(standardised(std::vector<double>{1, 2, 3, 4, 5}, false)[0]));
    }
};

QTEST_GUILESS_MAIN(TestSignalGrid)
#include "tst_signal_grid.moc"
