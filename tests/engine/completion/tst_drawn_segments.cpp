#include "engine/completion/drawn_segments.h"
#include "engine/completion/duration_chain.h"

#include <QTest>

#include "tests/support/planted_tiers.h"

using namespace engine;

class TestDrawnSegments : public QObject {
    Q_OBJECT

private slots:
    void restIsDrawn()
    {
        const auto planted = test::plantedDrawing(240.0, 0.5, 2);
        const Completion completion = completeDrawn(test::halfDrawn(planted, 120.0));
        QCOMPARE(completion.lack, CompletionLack::Nothing);
        const auto [precision, recall] = foundIn(planted, completion, 120.0);
        QVERIFY2(precision > 0.85, qPrintable(QString::number(precision)));
        QVERIFY2(recall > 0.85, qPrintable(QString::number(recall)));
        QVERIFY(completion.found > 0.7);
    }

    void shuffledFeaturesTellNothing()
    {
        const auto planted = test::plantedDrawing(240.0, 0.5, 2);
        DrawnTask task = test::halfDrawn(planted, 120.0);
        test::shuffleRows(task.recordings[0], 4);
        const Completion completion = completeDrawn(task);
        const auto [precision, recall] = foundIn(planted, completion, 120.0);
        QVERIFY2(recall < 0.5, qPrintable(QString::number(recall)));
        double mean = 0.0;
        for (const Suggestion& suggestion : completion.suggestions)
            mean += suggestion.confidence / static_cast<double>(completion.suggestions.size());
        QVERIFY2(mean < 0.5, qPrintable(QString::number(mean)));
    }

    void boundariesLieAtWords()
    {
        const auto planted = test::plantedDrawing(240.0, 0.5, 3);
        DrawnTask task = test::halfDrawn(planted, 120.0);
        task.edges.emplace_back();
        for (const PlacedSpan& segment : planted.task.segments) {
            task.edges[0].push_back(segment.span.start);
            task.edges[0].push_back(segment.span.end);
        }
        const Completion completion = completeDrawn(task);
        std::size_t exact = 0;
        for (const Suggestion& suggestion : completion.suggestions)
            exact += std::ranges::binary_search(task.edges[0], suggestion.span.start) ? 1 : 0;
        QVERIFY(exact * 10 > completion.suggestions.size() * 8);
    }

    void nothingOutsideOfWhatIsOpen()
    {
        const auto planted = test::plantedDrawing(240.0, 0.5, 2);
        const DrawnTask task = test::halfDrawn(planted, 120.0);
        for (const Suggestion& suggestion : completeDrawn(task).suggestions)
            QVERIFY(suggestion.span.start >= task.open.front().span.start - 1e-9);
    }

    void tooLittleIsSaid()
    {
        const auto planted = test::plantedDrawing(240.0, 0.5, 2);
        QCOMPARE(completeDrawn(test::halfDrawn(planted, 10.0)).lack, CompletionLack::Labelled);
        DrawnTask task = planted.task;
        QCOMPARE(completeDrawn(task).lack, CompletionLack::Open);
    }

    /// A flicker of one frame is shorter than any state lasts.
    void chainKeepsToUsualLengths()
    {
        DurationChain chain;
        chain.durations.assign(2, {std::log(10.0), 0.3, 40});
        const double never = std::log(1e-12), always = 0.0;
        chain.goesTo = {never, always, always, never};
        std::vector<double> scores;
        for (int t = 0; t < 30; ++t) {
            const bool isOn = t >= 10 && t < 20 && t != 15;
            scores.insert(scores.end(), {isOn ? -1.0 : 0.0, isOn ? 0.0 : -1.0});
        }
        const std::vector<StateRun> expected{{0, 0, 10}, {1, 10, 20}, {0, 20, 30}};
        QVERIFY(likeliestRuns(chain, scores) == expected);
    }

private:
    static std::pair<double, double> foundIn(const test::PlantedDrawing& planted,
                                             const Completion& completion, double from)
    {
        double right = 0.0, truths = 0.0;
        for (std::size_t i = 0; i < planted.task.segments.size(); ++i) {
            const Interval truth = planted.task.segments[i].span;
            if (truth.start < from)
                continue;
            truths += 1.0;
            for (const Suggestion& suggestion : completion.suggestions) {
                const double both = std::max(0.0, truth.overlap(suggestion.span));
                if (both / (truth.length() + suggestion.span.length() - both) >= kSameSegment
                    && suggestion.value == static_cast<double>(planted.task.categories[i]))
                    right += 1.0;
            }
        }
        return {right / std::max<double>(1.0, static_cast<double>(completion.suggestions.size())),
                right / truths};
    }
};

QTEST_GUILESS_MAIN(TestDrawnSegments)
#include "tst_drawn_segments.moc"
