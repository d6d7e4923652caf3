#include "app/review/pass_sight.h"
#include "app/review/pass_states.h"
#include "engine/annotation/edits.h"

#include <QTest>

using namespace app;

namespace {

/// A pass over two segments of `a` and one of `b`; the tiers of both videos are there, and nothing is done.
struct Judging {
    engine::Annotation annotation;
    engine::ReviewPass pass;

    Judging()
    {
        pass.layer = engine::annotatorLayer("labels", "ada", 1);
        engine::Change change;
        engine::SegmentId id = 0;
        for (const auto& [video, count] : {std::pair("a", 2), std::pair("b", 1)}) {
            engine::Tier tier;
            tier.id = static_cast<engine::TierId>(change.tiers.size()) + 1;
            tier.video = video;
            tier.name = "labels";
            tier.labels = {{"sentiment", engine::NumberScale{}}};
            change.tiers.push_back({std::nullopt, tier});
            for (int i = 0; i < count; ++i) {
                engine::Segment segment;
                segment.id = ++id;
                segment.tier = tier.id;
                segment.start = engine::TimePoint::ofSeconds(i);
                segment.end = engine::TimePoint::ofSeconds(i + 1);
                change.segments.push_back({std::nullopt, segment});
                engine::ReviewPass::Place place;
                place.video = video;
                place.span = {double(i), double(i + 1)};
                pass.places.push_back(place);
            }
        }
        annotation.apply(change);
    }

    void answer(std::size_t place)
    {
        const auto judged = static_cast<engine::SegmentId>(place + 1);
        annotation.apply(engine::judge(annotation, judged, pass.layer, [](engine::Segment& judgement) {
            judgement.values["sentiment"] = {1.0, {}};
        }));
    }
    void commit(std::size_t place)
    {
        answer(place);
        engine::JudgementLog log;
        log.committed = 1;
        annotation.apply(engine::putItem(annotation, logItem(pass, pass.places[place], log)));
    }
    PassStates read() const
    {
        PassStates states;
        states.read(annotation, pass);
        return states;
    }
};

using Places = std::vector<std::size_t>;

}

class TestPassStates : public QObject {
    Q_OBJECT

private slots:
    void aPlaceIsDoneOnceItsAnswerIsCommitted()
    {
        Judging judging;
        judging.answer(0);
        QCOMPARE(judging.read().done(), std::size_t(0));
        judging.commit(0);
        const PassStates states = judging.read();
        QCOMPARE(states.done(), std::size_t(1));
        QVERIFY(states.isDone(0) && !states.isDone(1));
    }

    void anAnswerIsOtherOnlyOnce()
    {
        Judging judging;
        PassStates states = judging.read();
        judging.answer(1);
        QVERIFY(!states.readAt(judging.annotation, judging.pass, 0));
        QVERIFY(states.readAt(judging.annotation, judging.pass, 1));
        QVERIFY(!states.readAt(judging.annotation, judging.pass, 1));
    }

    void theNextToDoComesFromTheStartAgain()
    {
        Judging judging;
        judging.commit(2);
        QCOMPARE(judging.read().nextToDo(2), std::optional<std::size_t>(0));
        judging.commit(0);
        QCOMPARE(judging.read().nextToDo(0), std::optional<std::size_t>(1));
        judging.commit(1);
        QVERIFY(!judging.read().nextToDo(0));
    }

    void aVideoIsToBeDoneUntilItsLastPlaceIs()
    {
        Judging judging;
        judging.commit(0);
        judging.commit(2);
        const PassStates states = judging.read();
        QVERIFY(states.isToBeDone(judging.pass, "a"));
        QVERIFY(!states.isToBeDone(judging.pass, "b"));
        QVERIFY(states.isToBeDone(judging.pass, "another"));
    }

    void whatIsDoneStandsBeforeTheOneInHandAndTheRest()
    {
        Judging judging;
        judging.commit(2);
        PassStates states = judging.read();
        const Places order = states.ordered({0}, 1);
        QCOMPARE(order, (Places{2, 1, 0}));
        QCOMPARE(states.ordered({1, 1, 9}, std::nullopt),
                 (Places{2, 1, 0})); // none twice, none that is not there
        states.reorder(judging.pass, order);
        QCOMPARE(judging.pass.places[0].video, std::string("b"));
        QVERIFY(states.isDone(0) && !states.isDone(2));
    }

    void aBlindPassShowsOthersOnceThePlaceIsDone()
    {
        engine::ReviewPass pass;
        const Sight before = passSight(pass, {false, true, true});
        QVERIFY(!before.others && !before.labels && !before.predictions && !before.dataset && before.words);
        const Sight after = passSight(pass, {false, true, false});
        QVERIFY(after.others && !after.labels && !after.dataset);
        const Sight peeking = passSight(pass, {true, true, true});
        QVERIFY(peeking.others && !peeking.labels && !peeking.predictions && !peeking.dataset);
        pass.isBlind = false;
        QVERIFY(passSight(pass, {false, true, true}).isWhole());
        pass.layer.presentation = engine::Presentation::SoundOnly;
        const Sight sound = passSight(pass, {});
        QVERIFY(sound.sound && !sound.picture && !sound.words);
    }
};

QTEST_GUILESS_MAIN(TestPassStates)
#include "tst_pass_states.moc"
