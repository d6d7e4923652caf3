#include "app/project/review_pass.h"
#include "engine/annotation/edits.h"

#include <QTest>

using app::JudgementLog;
using app::ReviewPass;

class ReviewPassTest : public QObject {
    Q_OBJECT

private slots:
    void aPassAndItsLogsFollowTheirLayersName()
    {
        ReviewPass pass;
        pass.layer = engine::annotatorLayer("labels", "anna", 2);
        pass.places.push_back({"talk", {1.5, 3.0}, engine::ReviewReason::NotLabelled, 0.0, 1});
        ReviewPass other = pass;
        other.layer = engine::annotatorLayer("labels", "anna", 1);
        const JudgementLog log{4.5, 2, 1.0, 0, false, 1000};
        engine::Annotation annotation;
        engine::Change change;
        for (const engine::Item& item :
             {app::passItem(pass), app::logItem(pass, pass.places.front(), log), app::passItem(other)})
            change.items.push_back({std::nullopt, item});
        annotation.apply(change);
        annotation.apply(app::renamePass(annotation, pass.layer.name, "second look"));
        QVERIFY(!app::reviewPass(annotation, pass.layer.name));
        QVERIFY(app::reviewPass(annotation, other.layer.name));
        pass.layer.name = "second look";
        QCOMPARE(app::reviewPass(annotation, "second look"), std::optional(pass));
        QCOMPARE(app::judgementLog(annotation, pass, pass.places.front()), std::optional(log));
    }

    void segmentsThatComeAgainAreKeptApart()
    {
        const ReviewPass::Place first{"talk", {1.5, 3.0}, engine::ReviewReason::NotLabelled, 0.0, 1};
        ReviewPass::Place again = first;
        again.isRepeat = true;
        ReviewPass pass;
        pass.layer = engine::annotatorLayer("labels", "anna", 1);
        pass.mix = {0.05, 0.2, 12};
        pass.repeatLayer = engine::layerFor(pass.layer, engine::LayerPurpose::Repeat).name;
        pass.places = {first};
        app::addPlaces(pass, {first, again, again});
        QVERIFY(pass.places == (std::vector{first, again}));
        const JudgementLog one{4.5, 2, 1.0, 0, false, 1000};
        const JudgementLog other{1.5, 1, 1.0, 0, false, 2000};
        engine::Annotation annotation = with(
            {}, {app::passItem(pass), app::logItem(pass, first, one), app::logItem(pass, again, other)});
        QCOMPARE(app::reviewPass(annotation, "labels/anna"), std::optional(pass));
        QCOMPARE(app::judgementLog(annotation, pass, first), std::optional(one));
        QCOMPARE(app::judgementLog(annotation, pass, again), std::optional(other));
        QCOMPARE(app::layerAt(pass, again).name, std::string("labels/anna/again"));
        QVERIFY(!engine::isFirstPass(app::layerAt(pass, again)));
        annotation.apply(app::renamePass(annotation, "labels/anna/again", "second"));
        QCOMPARE(app::reviewPass(annotation, "labels/anna")->repeatLayer, std::string("second"));
        pass.repeatLayer = "second";
        QCOMPARE(app::judgementLog(annotation, pass, again), std::optional(other));
    }

    void aPassOfAnEarlierVersionIsRead()
    {
        const engine::Annotation annotation = with(
            {},
            {{"review", "labels/anna",
              R"({"of":"labels","annotator":"anna","pass":1,"presentation":"all","settled":false,"blind":true,)"
              R"("lead_in":1.0,"reasons":["flagged"],"order":"context","seed":3,"spread":2.0,"model_gap":1.0,)"
              R"("shortest":0.5,"controls":0.1,"places":[["talk",1.5,3.0,"flagged",1.0,1]]})"}});
        const auto pass = app::reviewPass(annotation, "labels/anna");
        QVERIFY(pass && pass->places.size() == 1 && !pass->places.front().isRepeat);
        QVERIFY(!pass->isTraining() && pass->mix == engine::PassMix() && pass->repeatLayer.empty());
    }

    void aProjectLacksWhatACopyKnowsMoreOfAPass()
    {
        const ReviewPass::Place first{"talk", {1.5, 3.0}, engine::ReviewReason::NotLabelled, 0.0, 1};
        const ReviewPass::Place second{"talk", {4.0, 5.0}, engine::ReviewReason::Control, 0.5, 2};
        ReviewPass shorter;
        shorter.layer = engine::annotatorLayer("labels", "anna", 1);
        shorter.isBlind = true;
        shorter.places = {first};
        ReviewPass longer = shorter;
        longer.places = {second, first};
        ReviewPass bens = shorter;
        bens.layer = engine::annotatorLayer("labels", "ben", 1);
        const JudgementLog begun{1.0, 1, 1.0, 0, false, 0};
        const JudgementLog committed{4.5, 2, 1.0, 0, false, 1000};
        engine::Annotation project = with({}, {app::passItem(shorter), app::logItem(shorter, first, begun)});
        const engine::Annotation copy = with({},
                                             {app::passItem(longer),
                                              app::logItem(longer, first, committed),
                                              app::logItem(longer, second, begun),
                                              app::passItem(bens),
                                              {"recipe", "align", "{}"}});
        project = with(std::move(project), app::lackingPasses(project, copy));
        longer.places = {first, second}; // what was there comes first
        QCOMPARE(app::reviewPass(project, longer.layer.name), std::optional(longer));
        QCOMPARE(app::reviewPass(project, bens.layer.name), std::optional(bens));
        QCOMPARE(app::judgementLog(project, longer, first), std::optional(committed));
        QCOMPARE(app::judgementLog(project, longer, second), std::optional(begun));
        QVERIFY(!project.item("recipe", "align")); // no pass
        QVERIFY(app::lackingPasses(project, copy).empty()); // twice changes nothing
        QVERIFY(app::lackingPasses(copy, project).empty());
        QCOMPARE(app::donePlaces(project, longer), std::size_t(0)); // there is no answer
    }

private:
    static engine::Annotation with(engine::Annotation annotation, const std::vector<engine::Item>& items)
    {
        for (const engine::Item& item : items)
            annotation.apply(engine::putItem(annotation, item));
        return annotation;
    }
};

QTEST_GUILESS_MAIN(ReviewPassTest)
#include "tst_review_pass.moc"
