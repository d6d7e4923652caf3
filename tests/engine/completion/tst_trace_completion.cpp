#include "engine/completion/trace_completion.h"

#include <QTest>

#include "tests/support/planted_tiers.h"

using namespace engine;

class TestTraceCompletion : public QObject {
    Q_OBJECT

private slots:
    void restIsCompleted()
    {
        const auto [error, completion] = errorOf(false);
        QCOMPARE(completion.lack, CompletionLack::Nothing);
        QVERIFY2(error < 0.15, qPrintable(QString::number(error)));
        QVERIFY(rightAbove(completion.checks, 0.0).share > 0.8);
    }

    void shuffledFeaturesTellNothing()
    {
        const auto [error, completion] = errorOf(true);
        QVERIFY2(error > 0.2, qPrintable(QString::number(error)));
        QVERIFY(rightAbove(completion.checks, 0.0).share < 0.7);
    }

    void onlyWhatIsOpenIsSuggested()
    {
        TraceTask task = test::plantedTrace(100.0, 0.3, 2);
        for (std::size_t t = 400; t < 600; ++t)
            task.given[0][t].reset();
        const Completion completion = completeTrace(task);
        QCOMPARE(completion.suggestions.size(), std::size_t{5});
        QCOMPARE(completion.suggestions.front().span.start, 40.0);
        QCOMPARE(completion.suggestions.back().span.end, 60.0);
    }

    void tooLittleIsSaid()
    {
        TraceTask task = test::plantedTrace(100.0, 0.3, 2);
        QCOMPARE(completeTrace(task).lack, CompletionLack::Open);
        for (std::size_t t = 60; t < task.given[0].size(); ++t)
            task.given[0][t].reset();
        QCOMPARE(completeTrace(task).lack, CompletionLack::Seconds);
    }

private:
    static std::pair<double, Completion> errorOf(bool isShuffled)
    {
        TraceTask task = test::plantedTrace(240.0, 0.3, 1);
        const TraceFrames truth = task.given[0];
        for (std::size_t t = truth.size() / 2; t < truth.size(); ++t)
            task.given[0][t].reset();
        if (isShuffled)
            test::shuffleRows(task.recordings[0], 6);
        Completion completion = completeTrace(task);
        double error = 0.0, count = 0.0;
        for (const Suggestion& suggestion : completion.suggestions) {
            const auto first = static_cast<std::size_t>(suggestion.span.start * test::kPlantedRate + 0.5);
            for (std::size_t i = 0; i < suggestion.samples.size(); ++i) {
                error += std::abs(static_cast<double>(suggestion.samples[i]) - *truth[first + i]);
                count += 1.0;
            }
        }
        return {error / std::max(count, 1.0), completion};
    }
};

QTEST_GUILESS_MAIN(TestTraceCompletion)
#include "tst_trace_completion.moc"
