#include "engine/agreement/concordance.h"
#include "engine/agreement/ewe.h"
#include "engine/core/error.h"
#include "engine/numbers/moments.h"

#include <QTest>

#include "tests/engine/agreement/ratings.h"

using namespace engine;
using test::byRater;
using test::printed;

namespace {

const std::vector<double> kFirst{1, 2, 3, 4, 5};
const std::vector<double> kSecond{1.1, 1.9, 3.2, 3.8, 5.5};

TraceFrames frames(const std::vector<double>& values)
{
    return {values.begin(), values.end()};
}

}

/// CCC of traces, their clocks, and the weighted mean of traces.
class TestConcordance : public QObject {
    Q_OBJECT

private slots:
    void printedExamplesAreReproduced()
    {
        const std::vector<TracePair> pair{{"v", frames(kFirst), frames(kSecond)}};
        QCOMPARE(printed(concordance(pair).concatenated, 6), std::string("0.983908"));
        QCOMPARE(QString::number(*pearson(kFirst, kSecond), 'f', 6), QStringLiteral("0.989215"));
        const std::vector<TracePair> shifted{{"v", frames(kFirst), frames({2, 3, 4, 5, 6})}};
        QCOMPARE(printed(concordance(shifted).concatenated), std::string("0.8000"));
    }

    void framesThatOneDidNotRateAreDropped()
    {
        TraceFrames second = frames(kSecond);
        second.insert(second.begin(), std::nullopt);
        TraceFrames first = frames(kFirst);
        first.insert(first.begin(), 100.0);
        const std::vector<TracePair> pair{{"v", first, second}};
        const Statistic statistic = concordance(pair).concatenated;
        QCOMPARE(printed(statistic, 6), std::string("0.983908"));
        QCOMPARE(statistic.units, std::size_t(5));
        QCOMPARE(test::droppedOf(statistic, "frames not rated by both"), std::size_t(1));
    }

    void meanOverVideosAndOneLongTraceAreDifferentFigures()
    {
        const std::vector<TracePair> videos{{"v", frames({1, 2, 3}), frames({1, 2, 3})},
                                            {"w", frames({1, 2, 3}), frames({3, 2, 1})}};
        const Concordance result = concordance(videos, 25.0);
        QCOMPARE(printed(result.meanOfVideos), std::string("0.0000")); // 1 and −1
        QCOMPARE(printed(result.concatenated), std::string("0.0000"));
        const std::vector<TracePair> apart{{"v", frames({1, 2, 3}), frames({2, 3, 4})},
                                           {"w", frames({11, 12, 13}), frames({12, 13, 14})}};
        QVERIFY(*concordance(apart).concatenated.value > *concordance(apart).meanOfVideos.value + 0.3);
        QCOMPARE(result.concatenated.rule, std::string("all frames as one trace, 25 frames per second"));
        QCOMPARE(result.videos.size(), std::size_t(2));
    }

    void bothConstantIsUndefined()
    {
        const std::vector<TracePair> videos{{"v", frames({0.1, 0.1, 0.1}), frames({0.2, 0.2, 0.2})},
                                            {"w", frames(kFirst), frames(kSecond)}};
        const Concordance result = concordance(videos);
        QCOMPARE(result.videos[0].undefined, std::string("Both are constant."));
        QCOMPARE(printed(result.meanOfVideos, 6), std::string("0.983908"));
        QCOMPARE(test::droppedOf(result.meanOfVideos, "videos without a value"), std::size_t(1));
    }

    void oneConstantTraceAgreesByNothing()
    {
        const std::vector<TracePair> pair{{"v", frames({1, 2, 3}), frames({2, 2, 2})}};
        QCOMPARE(concordance(pair).concatenated.value, std::optional(0.0));
    }

    void nothingIsUndefined()
    {
        const Concordance none = concordance(std::span<const TracePair>{});
        QCOMPARE(none.concatenated.undefined, std::string("No frame was rated by both."));
        QCOMPARE(none.meanOfVideos.undefined, std::string("No video has a value."));
    }

    void tracesOfDifferentLengthsAreRefused()
    {
        const std::vector<TracePair> pair{{"v", frames({1, 2}), frames({1})}};
        QVERIFY_THROWS_EXCEPTION(ShapeError, concordance(pair));
    }

    void columnsOfATableAreTakenVideoByVideo()
    {
        RatingTable table("valence", {"1", "2", "3", "4"}, {"a", "b"}, {"v", "w", "v", "w"});
        for (std::size_t unit = 0; unit < 4; ++unit) {
            table.setValue(unit, 0, static_cast<double>(unit));
            table.setValue(unit, 1,
                           unit % 2 == 0 ? static_cast<double>(unit) : 4.0 - static_cast<double>(unit));
        }
        const Concordance result = concordance(table, 0, 1);
        QCOMPARE(result.videos.size(), std::size_t(2));
        QCOMPARE(printed(result.videos[0]), std::string("1.0000"));
        QCOMPARE(printed(result.videos[1]), std::string("-1.0000"));
        QCOMPARE(result.concatenated.between, (std::vector<std::string>{"a", "b"}));
    }

    void aTraceIsReadBetweenItsFrames()
    {
        const Trace trace{.start = 10.0, .rate = 2.0, .frames = {0.0, 1.0, std::nullopt, 3.0}};
        const TraceFrames on = onClock(trace, {10.0, 12.0}, 4.0);
        const TraceFrames expected{0.0,          0.5,          1.0, std::nullopt,
                                   std::nullopt, std::nullopt, 3.0, std::nullopt};
        QCOMPARE(on, expected);
    }

    void outsideOfATraceThereIsNothing()
    {
        const Trace trace{.start = 1.0, .rate = 10.0, .frames = {1.0, 2.0}};
        const TraceFrames expected{std::nullopt, 1.0, 2.0, std::nullopt};
        QCOMPARE(onClock(trace, {0.9, 1.3}, 10.0), expected);
        QVERIFY(onClock(trace, {2.0, 1.0}, 10.0).empty());
    }

    void weightsAreCorrelationsWithTheOthers()
    {
        const RatingTable traces = byRater({".1 .2 .4 .5 .3", ".0 .3 .5 .4 .2", "-.5 .6 -.2 .1 .9"});
        const Ewe ewe = evaluatorWeightedEstimate(traces);
        const char* weights[] = {"0.3554", "0.3154", "0.1150"};
        for (std::size_t rater = 0; rater < 3; ++rater)
            QCOMPARE(printed(ewe.weights[rater]), std::string(weights[rater]));
        const char* estimate[] = {"-0.0279", "0.2987", "0.3524", "0.4013", "0.3476"};
        for (std::size_t unit = 0; unit < 5; ++unit)
            QCOMPARE(QString::number(*ewe.estimate[unit], 'f', 4), QLatin1String(estimate[unit]));
    }

    void theMeanOfAllIsAVariantOfItsOwn()
    {
        const RatingTable traces = byRater({"1 2 3", "1 2 3", "3 2 1"});
        const Ewe others = evaluatorWeightedEstimate(traces);
        const Ewe all = evaluatorWeightedEstimate(traces, EweReference::AllMean);
        QVERIFY(!others.weights[0].value); // the others' mean is 2, 2, 2
        QCOMPARE(printed(all.weights[0]), std::string("1.0000"));
        QVERIFY(others.weights[0].rule != all.weights[0].rule);
        QCOMPARE(all.estimate[0], std::optional(1.0)); // the third is against and counts nothing
    }

    void noTraceThatGoesWithTheOthersIsUndefined()
    {
        const Ewe ewe = evaluatorWeightedEstimate(byRater({"1 2 3", "3 2 1"}));
        QCOMPARE(ewe.undefined, std::string("No rater's trace goes with the mean of the others."));
        QCOMPARE(ewe.estimate, std::vector<std::optional<double>>(3));
        QCOMPARE(ewe.weights[0].value, std::optional(0.0));
        QCOMPARE(ewe.weights[0].terms, (std::vector<StatisticTerm>{{"r", -1.0}}));
    }

    void missingFramesLeaveTheOthersTheirSay()
    {
        const Ewe ewe = evaluatorWeightedEstimate(byRater({"1 2 3 .", "1 2 3 4", "1 2 . ."}));
        QCOMPARE(ewe.estimate[3], std::optional(4.0));
        QCOMPARE(ewe.weights[1].units, std::size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestConcordance)
#include "tst_concordance.moc"
