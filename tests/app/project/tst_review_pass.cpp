#include "engine/annotation/edits.h"
#include "engine/project_items/lacking_passes.h"

#include <QTest>

using engine::JudgementLog;
using engine::ReviewPass;

class ReviewPassTest : public QObject {
    Q_OBJECT

private slots:
    void aPassAndItsLogsFollowTheirLayersName()
    {
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer("labels", "anna", 2);
        pass.places.push_back({"talk", {1.5, 3.0}, engine::ReviewReason::NotLabelled, 0.0, 1});
        engine::ReviewPass other = pass;
        other.layer = engine::annotatorLayer("labels", "anna", 1);
        const engine::JudgementLog log{4.5, 2, 1.0, 0, false, 1000};
        engine::Annotation annotation;
        engine::Change change;
        for (const engine::Item& item :
             {engine::passItem(pass), engine::logItem(pass, pass.places.front(), log),
              engine::passItem(other)})
            change.items.push_back({std::nullopt, item});
        annotation.apply(change);
        annotation.apply(engine::renamePass(annotation, pass.layer.name, "second look"));
        QVERIFY(!engine::reviewPass(annotation, pass.layer.name));
        QVERIFY(engine::reviewPass(annotation, other.layer.name));
        pass.layer.name = "second look";
        QCOMPARE(engine::reviewPass(annotation, "second look"), std::optional(pass));
        QCOMPARE(engine::judgementLog(annotation, pass, pass.places.front()), std::optional(log));
    }

    void segmentsThatComeAgainAreKeptApart()
    {
        const engine::ReviewPass::Place first{"talk", {1.5, 3.0}, engine::ReviewReason::NotLabelled, 0.0, 1};
        engine::ReviewPass::Place again = first;
        again.isRepeat = true;
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer("labels", "anna", 1);
        pass.mix = {0.05, 0.2, 12};
        pass.repeatLayer = engine::layerFor(pass.layer, engine::LayerPurpose::Repeat).name;
        pass.places = {first};
        engine::addPlaces(pass, {first, again, again});
        QVERIFY(pass.places == (std::vector{first, again}));
        const engine::JudgementLog one{4.5, 2, 1.0, 0, false, 1000};
        const engine::JudgementLog other{1.5, 1, 1.0, 0, false, 2000};
        engine::Annotation annotation = with(
            {},
            {engine::passItem(pass), engine::logItem(pass, first, one), engine::logItem(pass, again, other)});
        QCOMPARE(engine::reviewPass(annotation, "labels/anna"), std::optional(pass));
        QCOMPARE(engine::judgementLog(annotation, pass, first), std::optional(one));
        QCOMPARE(engine::judgementLog(annotation, pass, again), std::optional(other));
        QCOMPARE(engine::layerAt(pass, again).name, std::string("labels/anna/again"));
        QVERIFY(!engine::isFirstPass(engine::layerAt(pass, again)));
        annotation.apply(engine::renamePass(annotation, "labels/anna/again", "second"));
        QCOMPARE(engine::reviewPass(annotation, "labels/anna")->repeatLayer, std::string("second"));
        pass.repeatLayer = "second";
        QCOMPARE(engine::judgementLog(annotation, pass, again), std::optional(other));
    }

    void aPassOfAnEarlierVersionIsRead()
    {
        const engine::Annotation annotation = with(
            {},
            {{"review", "labels/anna",
              R"({"of":"labels","annotator":"anna","pass":1,"presentation":"all","settled":false,"blind":true,)"
              R"("lead_in":1.0,"reasons":["flagged"],"order":"context","seed":3,"spread":2.0,"model_gap":1.0,)"
              R"("shortest":0.5,"controls":0.1,"places":[["talk",1.5,3.0,"flagged",1.0,1]]})"}});
        const auto pass = engine::reviewPass(annotation, "labels/anna");
        QVERIFY(pass && pass->places.size() == 1 && !pass->places.front().isRepeat);
        QVERIFY(!pass->isTraining() && pass->mix == engine::PassMix() && pass->repeatLayer.empty());
    }

    void aProjectLacksWhatACopyKnowsMoreOfAPass()
    {
        const engine::ReviewPass::Place first{"talk", {1.5, 3.0}, engine::ReviewReason::NotLabelled, 0.0, 1};
        const engine::ReviewPass::Place second{"talk", {4.0, 5.0}, engine::ReviewReason::Control, 0.5, 2};
        engine::ReviewPass shorter;
        shorter.layer = engine::annotatorLayer("labels", "anna", 1);
        shorter.isBlind = true;
        shorter.places = {first};
        engine::ReviewPass longer = shorter;
        longer.places = {second, first};
        engine::ReviewPass bens = shorter;
        bens.layer = engine::annotatorLayer("labels", "ben", 1);
        const engine::JudgementLog begun{1.0, 1, 1.0, 0, false, 0};
        const engine::JudgementLog committed{4.5, 2, 1.0, 0, false, 1000};
        engine::Annotation project
            = with({}, {engine::passItem(shorter), engine::logItem(shorter, first, begun)});
        const engine::Annotation copy = with({},
                                             {engine::passItem(longer),
                                              engine::logItem(longer, first, committed),
                                              engine::logItem(longer, second, begun),
                                              engine::passItem(bens),
                                              {"recipe", "align", "{}"}});
        project = with(std::move(project), engine::lackingPasses(project, copy));
        longer.places = {first, second}; // what was there comes first
        QCOMPARE(engine::reviewPass(project, longer.layer.name), std::optional(longer));
        QCOMPARE(engine::reviewPass(project, bens.layer.name), std::optional(bens));
        QCOMPARE(engine::judgementLog(project, longer, first), std::optional(committed));
        QCOMPARE(engine::judgementLog(project, longer, second), std::optional(begun));
        QVERIFY(!project.item("recipe", "align")); // no pass
        QVERIFY(engine::lackingPasses(project, copy).empty()); // twice changes nothing
        QVERIFY(engine::lackingPasses(copy, project).empty());
        QCOMPARE(engine::donePlaces(project, longer), std::size_t(0)); // there is no answer
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
