#include "engine/annotation/layer_changes.h"

#include <QTest>

#include "tests/support/annotations.h"
#include "tests/support/failure.h"

using namespace engine;

namespace {

std::function<void(Segment&)> gives(double value, const std::string& annotator)
{
    return [=](Segment& judgement) { judgement.values["sentiment"] = {value, {annotator, 5, 1, "text"}}; };
}

}

class TestLayers : public QObject {
    Q_OBJECT

private slots:
    void aJudgementMakesItsLayer()
    {
        Annotation annotation = test::withSpans({{0, 4}, {4, 6}});
        const Layer anna = annotatorLayer("words", "anna", 1);
        const Change change = judge(annotation, 2, anna, gives(2, "anna"));
        annotation.apply(change);
        const Segment* judged = judgement(annotation, 2, "words/anna");
        QVERIFY(judged);
        QCOMPARE(judged->start, annotation.segment(2)->start);
        QCOMPARE(annotation.tier(judged->tier)->annotator, std::string("anna"));
        QVERIFY(!judgement(annotation, 1, "words/anna"));
        QCOMPARE(annotation.segment(2)->values.size(), std::size_t(0)); // the source is as it was
        QCOMPARE(layersOf(annotation, "words"), std::vector{anna});
        QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
        annotation.apply(change.inverse());
        QCOMPARE(annotation, test::withSpans({{0, 4}, {4, 6}}));
    }

    void aLayerKeepsItsPassUnderAnotherName()
    {
        Annotation annotation = test::withSpans({{0, 4}, {4, 6}});
        Layer second = annotatorLayer("words", "anna", 2, Presentation::SoundOnly);
        annotation.apply(judge(annotation, 2, second, gives(2, "anna")));
        const std::string before = second.name;
        Tier renamed = *tierCalled(annotation, annotation.tier(1)->video, before);
        Change change = renameLayers(annotation, before, "by ear");
        change.tiers.push_back({renamed, renamed});
        change.tiers.back().after->name = "by ear";
        annotation.apply(change);
        second.name = "by ear";
        QCOMPARE(layersOf(annotation, "words"), std::vector{second});
        QVERIFY(renameLayers(annotation, before, "again").empty());
    }

    void aLayerFollowsTheTierThatItJudges()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        Layer anna = annotatorLayer("words", "anna", 2);
        annotation.apply(judge(annotation, 1, anna, gives(2, "anna")));
        annotation.apply(renameLayers(annotation, "words", "tokens"));
        anna.of = "tokens";
        QCOMPARE(layersOf(annotation, "tokens"), std::vector{anna});
    }

    void anotherAnswerTakesItsPlace()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        const Layer anna = annotatorLayer("words", "anna", 1);
        annotation.apply(judge(annotation, 1, anna, gives(2, "anna")));
        annotation.apply(judge(annotation, 1, anna, gives(-1, "anna")));
        QCOMPARE(std::get<double>(judgement(annotation, 1, anna.name)->values.at("sentiment").value), -1.0);
        QVERIFY(judge(annotation, 1, anna, gives(-1, "anna")).empty());
    }

    void whatSaysNothingGoes()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        const Layer anna = annotatorLayer("words", "anna", 1);
        QVERIFY(judge(annotation, 1, anna, [](Segment&) {}).empty());
        annotation.apply(judge(annotation, 1, anna, gives(2, "anna")));
        annotation.apply(judge(annotation, 1, anna, [](Segment& judgement) { judgement.values.clear(); }));
        QVERIFY(!judgement(annotation, 1, anna.name));
    }

    void aValueOutOfScaleIsRefused()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        const Change change = judge(annotation, 1, annotatorLayer("words", "anna", 1), gives(9, "anna"));
        QVERIFY(refusal([&] { annotation.apply(change); }).find("not on the scale") != std::string::npos);
    }

    void judgementsFollowTheirSegments()
    {
        Annotation annotation = test::withSpans({{0, 4}, {6, 8}});
        annotation.apply(judge(annotation, 1, annotatorLayer("words", "anna", 1), gives(2, "anna")));
        annotation.apply(moveEdge(annotation, 1, true, TimePoint::ofTicks(test::ticks(5)), EdgeMode::Follow));
        QCOMPARE(judgement(annotation, 1, "words/anna")->end.ticks, test::ticks(5));
        const SegmentId id = 1;
        annotation.apply(removeSegments(annotation, std::span(&id, 1)));
        QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
    }

    void aTierIsKnownAsALayerByItsItemOrItsName()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        const Layer silent = annotatorLayer("words", "anna", 2, Presentation::SilentVideo);
        for (const Layer& layer :
             {annotatorLayer("words", "anna", 1), silent, settledLayer("words", "chief")}) {
            annotation.apply(judge(annotation, 1, layer, gives(1, layer.annotator)));
            const Tier tier = *tierCalled(annotation, "v", layer.name);
            QCOMPARE(layerOfTier(annotation, tier), std::optional(layer));
            annotation.apply(
                {{}, {}, {{*annotation.item("layer", layer.name), std::nullopt}}}); // as in a file
            QCOMPARE(layerOfTier(annotation, tier), std::optional(layer));
        }
        QVERIFY(!layerOfTier(annotation, *annotation.tier(1)));
        Tier other = test::tier(77, "votes");
        other.parent = 1;
        other.constraint = Constraint::SymbolicAssociation;
        annotation.apply({{{std::nullopt, other}}, {}, {}});
        QVERIFY(!layerOfTier(annotation, other)); // a tier of somebody's own
    }

    void whatAltersAnswersIsKnown()
    {
        Annotation annotation = test::withSpans({{0, 4}, {6, 8}});
        const Layer anna = annotatorLayer("words", "anna", 1);
        const Change added = judge(annotation, 1, anna, gives(2, "anna"));
        QVERIFY(layersAlteredBy(annotation, added).empty());
        annotation.apply(added);
        const Segment& answer = *judgement(annotation, 1, anna.name);
        const Tier& tier = *annotation.tier(answer.tier);
        const SegmentId judged = 1;
        const std::vector only{anna};
        QCOMPARE(layersAlteredBy(annotation, setValue(annotation, answer.id, "sentiment", std::nullopt)),
                 only);
        QCOMPARE(layersAlteredBy(annotation, setText(annotation, answer.id, "so")), only);
        QCOMPARE(layersAlteredBy(annotation, remark(annotation, answer.id, {{}, {}, true})), only);
        QCOMPARE(layersAlteredBy(annotation, judge(annotation, 2, anna, gives(1, "ben"))), only);
        QCOMPARE(layersAlteredBy(annotation, removeSegments(annotation, std::span(&judged, 1))), only);
        QCOMPARE(layersAlteredBy(annotation, removeTiers(annotation, {tier.id})), only);
        Tier renamed = tier;
        renamed.name = "by ear";
        QCOMPARE(layersAlteredBy(annotation, {{{tier, renamed}}, {}, {}}), only);
        const TimePoint earlier = TimePoint::ofTicks(test::ticks(3));
        QVERIFY(
            layersAlteredBy(annotation, moveEdge(annotation, 1, true, earlier, EdgeMode::Follow)).empty());
        QVERIFY(
            layersAlteredBy(annotation, setValue(annotation, 1, "sentiment", LabelValue{1.0, {}})).empty());
    }

    void layersAreInOrder()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        const Layer settled = settledLayer("words", "chief");
        const Layer second = annotatorLayer("words", "anna", 2);
        const Layer text = annotatorLayer("words", "anna", 1, Presentation::TextOnly);
        const Layer first = annotatorLayer("words", "anna", 1);
        const Layer ben = annotatorLayer("words", "ben", 1);
        for (const Layer& layer : {settled, ben, second, text, first})
            annotation.apply(judge(annotation, 1, layer, gives(1, layer.annotator)));
        QCOMPARE(layersOf(annotation, "words"), (std::vector{first, text, second, ben, settled}));
        QCOMPARE(text.name, std::string("words/anna/1/text"));
        QCOMPARE(second.name, std::string("words/anna/2"));
    }

    void aTierThatHangsThereIsALayer()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        Tier tier = test::tier(7, "votes of ben");
        tier.parent = 1;
        tier.constraint = Constraint::SymbolicAssociation;
        tier.annotator = "ben";
        annotation.apply({{{std::nullopt, tier}}, {}, {}});
        const std::vector<Layer> layers = layersOf(annotation, "words");
        QCOMPARE(layers.size(), std::size_t(1));
        QCOMPARE(layers.front().annotator, std::string("ben"));
        QCOMPARE(layers.front().pass, 1);
    }

private:
    template <typename Work>
    static std::string refusal(const Work& work)
    {
        try {
            work();
        } catch (const Refused& reason) {
            return reason.what();
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
