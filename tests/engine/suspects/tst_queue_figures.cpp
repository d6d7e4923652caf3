#include "engine/suspects/queue_figures.h"

#include <QTest>

using namespace engine;

class TestQueueFigures : public QObject {
    Q_OBJECT

private slots:
    void aQueueIsMeasuredByHand()
    {
        // places of the errors, from 1: 1, 3 and 10
        const std::vector<double> scores{10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
        const std::vector<bool> isWrong{true, false, true, false, false, false, false, false, false, true};
        const QueueFigures figures = queueFigures(scores, isWrong);
        QCOMPARE(figures.averagePrecision, (1.0 + 2.0 / 3.0 + 3.0 / 10.0) / 3.0);
        QCOMPARE(figures.inFirstTenth, 1.0 / 3.0);
        QCOMPARE(figures.inFirstFifth, 1.0 / 3.0);
        QCOMPARE(figures.effort, 1.0);
    }
};

QTEST_GUILESS_MAIN(TestQueueFigures)
#include "tst_queue_figures.moc"
