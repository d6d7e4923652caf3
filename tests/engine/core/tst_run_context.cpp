#include "engine/core/error.h"
#include "engine/core/run_part.h"

#include <QTest>

using namespace engine;

class TestRunContext : public QObject {
    Q_OBJECT

private slots:
    void aContextThatNobodyWatchesDoesNothing() { RunContext().tick(1, 2); }

    void itReportsTheFractionThatIsDone()
    {
        std::vector<double> heard;
        const RunContext run{{}, [&](double fraction) { heard.push_back(fraction); }};
        run.tick(1, 4);
        run.tick(4, 4);
        QCOMPARE(heard, (std::vector{0.25, 1.0}));
    }

    void aPartTellsItsShareOfTheWhole()
    {
        std::vector<double> heard;
        const RunContext run{{}, [&](double fraction) { heard.push_back(fraction); }};
        const RunContext part = runPart(run, 0.5, 1.0);
        part.tick(0, 2);
        part.tick(1, 2);
        part.tick(2, 2);
        QCOMPARE(heard, (std::vector{0.5, 0.75, 1.0}));
        QVERIFY(!runPart({}, 0.0, 0.5).progress);
    }

    void noStepsAreNoProgress()
    {
        int calls = 0;
        const RunContext run{{}, [&](double) { ++calls; }};
        run.tick(0, 0);
        QCOMPARE(calls, 0);
    }

    void aStoppedRunThrowsBeforeItReports()
    {
        std::stop_source source;
        int calls = 0;
        const RunContext run{source.get_token(), [&](double) { ++calls; }};
        source.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, run.tick(0, 1));
        QCOMPARE(calls, 0);
    }
};

QTEST_GUILESS_MAIN(TestRunContext)
#include "tst_run_context.moc"
