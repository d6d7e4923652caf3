#include "engine/conversations/random.h"
#include "engine/conversations/turn_summary.h"
#include "engine/core/error.h"

#include <QTest>

#include <algorithm>

using namespace engine;

/// Who has the floor when. Recorded cases: tst_run_case_command.
class TestTurns : public QObject {
    Q_OBJECT

    static std::vector<Speaker> two(std::vector<Interval> ada, std::vector<Interval> bert)
    {
        return {{"ada", std::move(ada)}, {"bert", std::move(bert)}};
    }

    /// The kinds by looking at every pair of stretches, as their definition reads.
    static StretchKind kindByDefinition(const std::vector<SpeechStretch>& all, std::size_t place,
                                        std::size_t speakers, const TurnOptions& options)
    {
        const SpeechStretch& u = all[place];
        bool isAlone = true, isCovered = false, speaksOn = false;
        for (std::size_t who = 0; who < speakers; ++who) {
            bool before = false, after = false;
            for (std::size_t i = 0; i < all.size(); ++i) {
                const SpeechStretch& v = all[i];
                if (v.speaker != who || i == place)
                    continue;
                if (who == u.speaker) {
                    isAlone = isAlone
                        && (v.end <= u.start - options.backchannelAlone
                            || v.start >= u.end + options.backchannelAlone);
                    continue;
                }
                before = before || (v.start < u.start && v.end >= u.start - options.backchannelAlone);
                after = after || (v.end > u.end && v.start <= u.end + options.backchannelAlone);
                isCovered = isCovered
                    || (v.start <= u.start && v.end >= u.end && (v.length() > u.length() || i < place));
            }
            speaksOn = speaksOn || (before && after);
        }
        if (u.length() <= options.backchannelLongest + 1e-9 && isAlone && speaksOn)
            return StretchKind::Backchannel;
        return isCovered ? StretchKind::Attempt : StretchKind::Turn;
    }

private slots:
    void spansBecomeStretches()
    {
        using Spans = std::vector<Interval>;
        QCOMPARE(spokenStretches({{3.0, 4.0}, {0.0, 1.0}, {1.2, 2.0}, {2.5, 2.55}, {6.0, 5.0}}, 0.2, 0.1),
                 (Spans{{0.0, 2.0}, {3.0, 4.0}}));
        QCOMPARE(spokenStretches({{0.0, 5.0}, {1.0, 2.0}}, 0.2, 0.1), (Spans{{0.0, 5.0}}));
        QCOMPARE(spokenStretches({{0.0, std::nan("")}}, 0.2, 0.1), Spans{});
    }

    void aBackchannelDoesNotTakeTheFloor()
    {
        const TakenTurns taken = takenTurns(two({{0.0, 4.0}, {4.3, 8.0}}, {{3.0, 3.5}, {8.5, 10.0}}));
        QCOMPARE(taken.stretches[1].kind, StretchKind::Backchannel);
        QCOMPARE(taken.turns.size(), std::size_t{2});
        QCOMPARE(taken.turns[0].stretches, std::size_t{2});
        QCOMPARE(taken.transitions.size(), std::size_t{1});
        QCOMPARE(taken.transitions[0].fto, 0.5);
        QCOMPARE(taken.transitions[0].kind, TransitionKind::Gap);
    }

    void whoSpeaksAtLengthWithinAnothersSpeechTries()
    {
        const TakenTurns taken = takenTurns(two({{0.0, 8.0}}, {{3.0, 5.5}}));
        QCOMPARE(taken.stretches[1].kind, StretchKind::Attempt);
        QCOMPARE(taken.turns.size(), std::size_t{1});
        QVERIFY(taken.transitions.empty());
    }

    void anInterruptionEndsLater_data()
    {
        QTest::addColumn<double>("start");
        QTest::addColumn<TransitionKind>("kind");
        QTest::newRow("far into the turn") << 3.5 << TransitionKind::Interruption;
        QTest::newRow("at the threshold") << 3.75 << TransitionKind::Interruption;
        QTest::newRow("a little too early") << 3.8 << TransitionKind::Overlap;
        QTest::newRow("at its end") << 4.0 << TransitionKind::Latch;
        QTest::newRow("behind it") << 4.1 << TransitionKind::Gap;
    }
    void anInterruptionEndsLater()
    {
        QFETCH(double, start);
        const TakenTurns taken = takenTurns(two({{0.0, 4.0}}, {{start, 8.0}}));
        QCOMPARE(taken.transitions.size(), std::size_t{1});
        QTEST(taken.transitions[0].kind, "kind");
    }

    void sharesAreOfTheWholeTime()
    {
        const std::vector<Speaker> speakers = two({{0.0, 4.0}}, {{3.0, 6.0}});
        const TakenTurns taken = takenTurns(speakers);
        const ConversationFigures figures = conversationFigures(taken, 2, 10.0);
        QCOMPARE(figures.summary.silenceShare, 0.4);
        QCOMPARE(figures.summary.overlapShare, 0.1);
        QCOMPARE(figures.summary.turnsPerMinute, 12.0);
        QCOMPARE(*figures.participants[0].talkShare, 4.0 / 7.0);
        QCOMPARE(figures.participants[1].speaksShare, 0.3);
        QCOMPARE(*figures.participants[1].responseMedian, -1.0);
        QCOMPARE(figures.participants[1].interruptions, std::size_t{1});
        const SummedConversation once{&taken, 2, 10.0};
        const std::vector<SummedConversation> twice{once, once};
        const TurnSummary pooled = pooledSummary(twice);
        QCOMPARE(pooled.transitions, std::size_t{2});
        QCOMPARE(pooled.silenceShare, 0.4);
        QVERIFY(!pooled.balance);
    }

    void whatCannotBeIsAbsent()
    {
        const TakenTurns nobody = takenTurns(two({}, {}));
        const ConversationFigures figures = conversationFigures(nobody, 2, 6.0);
        QCOMPARE(figures.summary.silenceShare, 1.0);
        QVERIFY(!figures.summary.ftoMedian);
        QVERIFY(!figures.summary.smoothShare);
        QVERIFY(!figures.summary.balance);
        QVERIFY(!figures.participants[0].talkShare);
        QVERIFY_THROWS_EXCEPTION(ShapeError, conversationFigures(nobody, 2, 0.0));
        TurnOptions wrong;
        wrong.join = -1.0;
        QVERIFY_THROWS_EXCEPTION(ShapeError, takenTurns(two({}, {}), wrong));
    }

    void kindsAreThoseOfTheDefinition()
    {
        Random random(17);
        std::size_t backchannels = 0, attempts = 0;
        for (int round = 0; round < 60; ++round) {
            std::vector<Speaker> speakers(2 + random.below(3));
            for (Speaker& speaker : speakers) {
                for (int i = 0; i < 12; ++i) { // on a coarse grid, so that many times are equal
                    const double start = static_cast<double>(random.below(120)) / 4.0;
                    speaker.spans.push_back({start, start + static_cast<double>(1 + random.below(12)) / 4.0});
                }
            }
            const TurnOptions options;
            const TakenTurns taken = takenTurns(speakers, options);
            for (std::size_t i = 0; i < taken.stretches.size(); ++i) {
                QCOMPARE(taken.stretches[i].kind,
                         kindByDefinition(taken.stretches, i, speakers.size(), options));
                backchannels += taken.stretches[i].kind == StretchKind::Backchannel ? 1 : 0;
                attempts += taken.stretches[i].kind == StretchKind::Attempt ? 1 : 0;
            }
        }
        QVERIFY(backchannels > 20);
        QVERIFY(attempts > 20);
    }
};

QTEST_GUILESS_MAIN(TestTurns)
#include "tst_turns.moc"
