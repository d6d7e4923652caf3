#include "engine/annotation/edits.h"
#include "engine/project_items/exposures.h"
#include "engine/project_items/influence_study.h"
#include "engine/project_items/kept_judgements.h"
#include "engine/project_items/lacking_passes.h"

#include <QTest>

#include <algorithm>

using namespace engine;

class TestExposures : public QObject {
    Q_OBJECT

private slots:
    void timesAddUpAndNothingIsTakenBack()
    {
        Annotation project;
        note(project, addedExposures(project, pass(), place(), {prediction(300)}));
        Exposure answerOfBea{ExposedThing::Other, "sentiment", "bea", {2.0}, 0.8, 900, 500, false};
        note(project, addedExposures(project, pass(), place(), {prediction(400), answerOfBea}));
        const std::vector<Exposure> kept = exposuresAt(project, pass(), place());
        QCOMPARE(kept.size(), std::size_t(2));
        QCOMPARE(kept[0].visible, std::int64_t(700));
        QCOMPARE(kept[0].shown, std::int64_t(1000));
        QVERIFY(kept[1] == answerOfBea);
        Exposure later = prediction(250);
        later.isBeforeAnswer = false;
        note(project, addedExposures(project, pass(), place(), {later}));
        QCOMPARE(exposuresAt(project, pass(), place()).size(), std::size_t(3)); // a row of its own
    }

    void whatAnAnswerWasExposedTo()
    {
        Exposure later = prediction(5000);
        later.isBeforeAnswer = false;
        QVERIFY(exposureWith({prediction(100)}, false) == AnswerExposure::None); // shorter than a look
        QVERIFY(exposureWith({prediction(200)}, true) == AnswerExposure::Shown);
        QVERIFY(exposureWith({later}, true) == AnswerExposure::None);
        QVERIFY(exposureWith({}, false) == AnswerExposure::None); // it was kept that nothing was seen
        ReviewPass open = pass();
        open.isBlind = false;
        QVERIFY(answerExposure({}, open, place()) == AnswerExposure::Free); // of a version that kept nothing
        QVERIFY(answerExposure({}, pass(), place()) == AnswerExposure::None);
        Annotation peeked;
        JudgementLog log;
        log.hasPeeked = true;
        note(peeked, logItem(pass(), place(), log));
        QVERIFY(answerExposure(peeked, pass(), place()) == AnswerExposure::Shown);
    }

    void whatWasSeenOfAVideo()
    {
        Exposure later{ExposedThing::Suspect, "", "", {}, {}, 9, 5000, false};
        Exposure glimpse{ExposedThing::Other, "", "bea", {}, {}, 9, 100};
        const SeenThings seen = seenThings(
            addedExposures({}, pass(), place(), {prediction(300), prediction(400), later, glimpse}));
        QCOMPARE(seen.video, std::string("talk"));
        QVERIFY(seen.things == std::set{ExposedThing::Prediction});
        QVERIFY(seenThings({kExposureItems, "nonsense", "["}).things.empty());
    }

    void judgementsAreFoundWhenEdgesMoved()
    {
        Annotation project;
        note(project, passItem(pass()));
        note(project, logItem(pass(), place(), {4.5}));
        note(project, addedExposures(project, pass(), place(), {prediction(300)}));
        const KeptJudgements kept(project);
        const Interval span = place().span;
        const std::string layer = layerAt(pass(), place()).name;
        const auto* found = kept.of(layer, "talk", {span.start - 0.2, span.end + 0.1});
        QVERIFY(found);
        QCOMPARE(found->log.seconds, 4.5);
        QVERIFY(found->exposure == AnswerExposure::Shown);
        QVERIFY(!kept.of(layer, "talk", {span.end, span.end + 1.0}));
        QVERIFY(!kept.of(layer, "other", span));
        QVERIFY(!kept.of("labels/bea", "talk", span));
    }

    void aColleaguesRowsAreTaken()
    {
        Annotation project, copy;
        note(project, addedExposures(project, pass(), place(), {prediction(300)}));
        Exposure other{ExposedThing::Suggestion, "", "draft", {}, {}, 5, 200};
        note(copy, addedExposures(copy, pass(), place(), {prediction(900), other}));
        const std::vector<Item> lacking = lackingPasses(project, copy);
        QCOMPARE(lacking.size(), std::size_t(1));
        note(project, lacking.front());
        QVERIFY(exposuresAt(project, pass(), place()) == (std::vector{prediction(900), other}));
        QVERIFY(lackingPasses(project, copy).empty());
    }

    void nonsenseInAProjectIsNothing()
    {
        for (const char* json :
             {"", "[]", "{}", "[1]", "[{\"what\": \"telepathy\"}]", "[{\"what\": \"other\"}]"}) {
            Annotation project;
            note(project, {kExposureItems, judgementName(pass(), place()), json});
            QVERIFY2(exposuresAt(project, pass(), place()).empty(), json);
        }
    }

    void placesTakeTheArmsOfAMeasurement()
    {
        ReviewPass blind = pass();
        blind.places.push_back({"talk", {4.0, 5.0}, ReviewReason::NotLabelled, 0.0, 2});
        blind.places.push_back({"other", {1.0, 2.0}, ReviewReason::NotLabelled, 0.0, 1}); // not measured
        const InfluenceStudy study{"labels",
                                   "sentiment",
                                   "MULT",
                                   7,
                                   1000,
                                   false,
                                   {"bea", "anna"},
                                   {{"talk", 1.5, {true, false}}, {"talk", 4.0, {false, true}}}};
        Annotation project;
        note(project, studyItem(study));
        QVERIFY(influenceStudy(project, "labels") == std::optional(study));
        takeArms(blind, study, {});
        QVERIFY(blind.places[0].arm == SightArm::Hidden);
        QVERIFY(blind.places[1].arm == SightArm::Shown);
        QVERIFY(blind.places[2].arm == SightArm::Free);
        note(project, passItem(blind));
        QVERIFY(reviewPass(project, blind.layer.name) == std::optional(blind)); // and keep them in the file
        ReviewPass open = pass();
        open.isBlind = false;
        takeArms(open, study, {});
        QVERIFY(open.places[0].arm == SightArm::Free);
        ReviewPass done = pass();
        takeArms(done, study, {true});
        QVERIFY(done.places[0].arm == SightArm::Free);
        InfluenceStudy ended = study;
        ended.isEnded = true;
        ReviewPass after = pass();
        after.places[0].arm = SightArm::Shown;
        takeArms(after, ended, {});
        QVERIFY(after.places[0].arm == SightArm::Free);
    }

private:
    static ReviewPass::Place place() { return {"talk", {1.5, 3.0}, ReviewReason::NotLabelled, 0.0, 1}; }
    static ReviewPass pass()
    {
        ReviewPass pass;
        pass.layer = annotatorLayer("labels", "anna", 1);
        pass.places = {place()};
        return pass;
    }
    static Exposure prediction(std::int64_t visible)
    {
        return {ExposedThing::Prediction, "sentiment", "MULT", {1.25}, {}, 1000, visible};
    }
    static AnswerExposure exposureWith(const std::vector<Exposure>& exposures, bool isBlind)
    {
        ReviewPass measured = pass();
        measured.isBlind = isBlind;
        Annotation project;
        note(project, addedExposures(project, measured, place(), exposures));
        return answerExposure(project, measured, place());
    }
    static void note(Annotation& project, const Item& item) { project.apply(putItem(project, item)); }
};

QTEST_GUILESS_MAIN(TestExposures)
#include "tst_exposures.moc"
