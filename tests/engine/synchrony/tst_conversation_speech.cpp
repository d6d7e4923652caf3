#include "engine/core/error.h"
#include "engine/synchrony/accommodation.h"
#include "engine/synchrony/channel_speech.h"
#include "engine/synchrony/planted.h"
#include "engine/synchrony/recording_offset.h"

#include <QTest>

#include <cmath>

using namespace engine;

/// What voices tell: accommodation, speech by channel, offset and drift. Recorded cases:
/// tst_run_case_command.
class TestConversationSpeech : public QObject {
    Q_OBJECT

private slots:
    void whoIsPulledSpeaksAlike()
    {
        const Accommodation pulled = accommodationOf(planted::speechValues(3, 60, 0.8, 0.0));
        QVERIFY(pulled.isDefined);
        QVERIFY(pulled.synchrony.chance <= 0.01);
        QVERIFY(pulled.proximity.chance <= 0.01);
        const Accommodation approaching = accommodationOf(planted::speechValues(3, 60, 0.0, 1.0));
        QVERIFY(*approaching.convergence.value > 0.5);
        QVERIFY(approaching.convergence.chance <= 0.01);
    }

    void fewExchangesTellNothing()
    {
        std::vector<TurnValue> turns = planted::speechValues(3, 7, 0.8, 0.0);
        QVERIFY(accommodationOf(turns).isDefined);
        turns[3].value = std::nan("");
        const Accommodation few = accommodationOf(turns);
        QCOMPARE(few.pairs, std::size_t{4});
        QVERIFY(!few.isDefined);
        QVERIFY(!accommodationOf({}).isDefined);
        for (TurnValue& turn : turns)
            turn.value = 1.0; // nobody's values differ
        QVERIFY(!accommodationOf(turns).isDefined);
    }

    void theLouderChannelSpeaks()
    {
        std::vector<double> first(1000, 20.0), second(1000, 20.0);
        for (std::size_t k = 100; k < 400; ++k) {
            first[k] = 60.0;
            second[k] = 38.0; // bleeds
        }
        for (std::size_t k = 500; k < 900; ++k) {
            first[k] = 38.0;
            second[k] = 60.0;
        }
        const std::vector<std::vector<double>> levels{first, second};
        const auto speech = channelSpeech(levels);
        QCOMPARE(speech[0], (std::vector<Interval>{{1.0, 4.0}}));
        QCOMPARE(speech[1], (std::vector<Interval>{{5.0, 9.0}}));
        QVERIFY(channelSpeech({}).empty());
        const std::vector<std::vector<double>> uneven{first, {1.0}};
        QVERIFY_THROWS_EXCEPTION(ShapeError, channelSpeech(uneven));
    }

    void theOffsetIsFoundByTheBleed()
    {
        const planted::TwoMicrophones heard = planted::twoMicrophones(8, {.minutes = 7.0, .bleed = 20.0});
        const RecordingOffset found = recordingOffset(heard.first, heard.second);
        QVERIFY(found.isFound);
        QVERIFY(found.windows >= 5);
        QVERIFY(std::abs(found.offset - 1.37) < 0.01);
        QVERIFY(std::abs(found.driftPpm - 40.0) < 8.0);
        const planted::TwoMicrophones apart = planted::twoMicrophones(8, {.minutes = 3.0, .bleed = 80.0});
        QVERIFY(!recordingOffset(apart.first, apart.second).isFound);
        QVERIFY_THROWS_EXCEPTION(ShapeError, recordingOffset(std::vector<double>(50), heard.second));
    }
};

QTEST_GUILESS_MAIN(TestConversationSpeech)
#include "tst_conversation_speech.moc"
