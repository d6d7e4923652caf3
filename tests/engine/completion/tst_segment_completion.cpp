#include "engine/completion/segment_completion.h"
#include "engine/core/error.h"

#include <QTest>

#include "tests/support/planted_tiers.h"

using namespace engine;

class TestSegmentCompletion : public QObject {
    Q_OBJECT

private slots:
    void restIsCompleted_data()
    {
        QTest::addColumn<bool>("isScale");
        QTest::newRow("categories") << false;
        QTest::newRow("scale") << true;
    }

    void restIsCompleted()
    {
        QFETCH(bool, isScale);
        const auto [planted, completion] = halfOf(isScale, false);
        QCOMPARE(completion.lack, CompletionLack::Nothing);
        QCOMPARE(completion.suggestions.size(), std::size_t{60});
        QVERIFY2(rightShare(planted, completion) > 0.85,
                 qPrintable(QString::number(rightShare(planted, completion))));
        QVERIFY(rightAbove(completion.checks, 0.0).share > 0.8);
        QVERIFY(rightAbove(completion.checks, 0.0).likely.start < rightAbove(completion.checks, 0.0).share);
    }

    /// The confidence says it when features tell nothing.
    void shuffledFeaturesTellNothing_data() { restIsCompleted_data(); }
    void shuffledFeaturesTellNothing()
    {
        QFETCH(bool, isScale);
        const auto [planted, completion] = halfOf(isScale, true);
        QVERIFY(rightShare(planted, completion) < 0.6);
        double mean = 0.0;
        for (const Suggestion& suggestion : completion.suggestions)
            mean += suggestion.confidence / 60.0;
        QVERIFY2(mean < 0.6, qPrintable(QString::number(mean)));
    }

    void confidenceIsAboutRight()
    {
        double expected = 0.0, right = 0.0;
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            auto planted = test::plantedSegments(120, true, 2.5, seed);
            forgetHalf(planted.task);
            const Completion completion = completeSegments(planted.task);
            for (const Suggestion& suggestion : completion.suggestions)
                expected += suggestion.confidence / 300.0;
            right += rightShare(planted, completion) / 5.0;
        }
        QVERIFY2(std::abs(expected - right) < 0.1,
                 qPrintable(QStringLiteral("%1 expected, %2 right").arg(expected).arg(right)));
    }

    void sameInputSameAnswer()
    {
        auto planted = test::plantedSegments(60, false, 1.0, 3);
        forgetHalf(planted.task);
        QCOMPARE(completeSegments(planted.task), completeSegments(planted.task));
    }

    void tooLittleIsSaid()
    {
        auto planted = test::plantedSegments(30, false, 1.0, 1);
        for (std::size_t i = 3; i < 30; ++i)
            planted.task.given[i].reset();
        QCOMPARE(completeSegments(planted.task).lack, CompletionLack::Labelled);
        for (std::size_t i = 0; i < 12; ++i)
            planted.task.given[i] = 1.0;
        QCOMPARE(completeSegments(planted.task).lack, CompletionLack::Categories);
        planted.task.given.assign(30, 1.0);
        QCOMPARE(completeSegments(planted.task).lack, CompletionLack::Open);
        planted.task.recordings[0].rows = FeatureMatrix(10, 0);
        QCOMPARE(completeSegments(planted.task).lack, CompletionLack::Features);
    }

    void stopIsFollowed()
    {
        auto planted = test::plantedSegments(60, false, 1.0, 3);
        forgetHalf(planted.task);
        std::stop_source stop;
        stop.request_stop();
        RunContext run;
        run.stop = stop.get_token();
        QVERIFY_THROWS_EXCEPTION(engine::Cancelled, completeSegments(planted.task, run));
    }

private:
    static void forgetHalf(SegmentTask& task)
    {
        for (std::size_t i = task.given.size() / 2; i < task.given.size(); ++i)
            task.given[i].reset();
    }

    static std::pair<test::PlantedSegments, Completion> halfOf(bool isScale, bool isShuffled)
    {
        auto planted = test::plantedSegments(120, isScale, 0.5, 7);
        forgetHalf(planted.task);
        if (isShuffled)
            test::shuffleRows(planted.task.recordings[0], 5);
        const Completion completion = completeSegments(planted.task);
        return {planted, completion};
    }

    static double rightShare(const test::PlantedSegments& planted, const Completion& completion)
    {
        double right = 0.0;
        for (const Suggestion& suggestion : completion.suggestions)
            right += suggestion.value == planted.truths[suggestion.segment] ? 1.0 : 0.0;
        return right / static_cast<double>(completion.suggestions.size());
    }
};

QTEST_GUILESS_MAIN(TestSegmentCompletion)
#include "tst_segment_completion.moc"
