#include "engine/annotation/label_sets.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/new_segment.h"
#include "engine/annotation/tier_edits.h"

#include <QTest>

#include "tests/support/annotations.h"

using namespace engine;

namespace {

std::string refusal(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Refused& reason) {
        return reason.what();
    }
    return {};
}

TimePoint at(double seconds)
{
    return TimePoint::ofSeconds(seconds);
}

/// Spans on `words`, and an empty tier 2 that hangs on them.
Annotation withChildTier(Constraint constraint)
{
    Annotation annotation = test::withSpans({{0, 4}, {6, 8}});
    Tier child = test::tier(0, "child");
    child.parent = 1;
    child.constraint = constraint;
    annotation.apply(addTier(annotation, child));
    return annotation;
}

/// A revision that leaves everything as it is.
TierRevision revisionOf(const Tier& tier)
{
    TierRevision revision{tier, tier, {}};
    for (const LabelScheme& label : tier.labels)
        revision.labels.push_back({label.name, label, {}});
    return revision;
}

/// A tier `mood` in the videos v and w, numbers 1 and 2, with a segment each: sentiment 2, emotion sad.
Annotation inTwoVideos()
{
    Annotation annotation;
    for (const char* video : {"v", "w"}) {
        Tier mood = test::tier(annotation.unusedTier(), "mood");
        mood.video = video;
        annotation.apply({{{std::nullopt, mood}}, {}, {}});
        const SegmentId id = annotation.unusedSegment();
        annotation.apply(insertSegment(annotation, test::segment(mood.id, 0, 4)));
        annotation.apply(setValue(annotation, id, "sentiment", LabelValue{2.0, {}}));
        annotation.apply(setValue(annotation, id, "emotion", LabelValue{std::string("sad"), {}}));
    }
    return annotation;
}

}

class TestTierEdits : public QObject {
    Q_OBJECT

private slots:
    void aTierComesAndGoesWithWhatHangsOnIt()
    {
        Annotation annotation = withChildTier(Constraint::IncludedIn);
        annotation.apply(insertSegment(annotation, newSegment(annotation, 2, at(1), at(2))));
        const Annotation before = annotation;
        const Change change = removeTierTrees(annotation, {1});
        annotation.apply(change);
        QVERIFY(annotation.tiers().empty());
        QVERIFY(annotation.segments().empty());
        annotation.apply(change.inverse());
        QCOMPARE(annotation, before);
    }

    void valuesGoWithTheirLabel()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        annotation.apply(setValue(annotation, 1, "sentiment", LabelValue{2.0, {}}));
        TierRevision revision = revisionOf(*annotation.tier(1));
        revision.labels.erase(revision.labels.begin()); // sentiment
        annotation.apply(reviseTiers(annotation, revision));
        QVERIFY(annotation.segment(1)->values.empty());
        QCOMPARE(annotation.tier(1)->labels.size(), std::size_t(1));
    }

    void aTierChangesInAllVideosAtOnce()
    {
        Annotation annotation = inTwoVideos();
        const Annotation before = annotation;
        TierRevision revision = revisionOf(*annotation.tier(1));
        revision.after.name = "feeling";
        revision.after.colour = "#112233";
        const Change change = reviseTiers(annotation, revision);
        annotation.apply(change);
        for (const TierId id : {1, 2}) {
            QCOMPARE(annotation.tier(id)->name, std::string("feeling"));
            QCOMPARE(annotation.tier(id)->colour, std::string("#112233"));
        }
        annotation.apply(change.inverse());
        QCOMPARE(annotation, before);
    }

    void whatNobodyChangedStaysAsEachVideoHasIt()
    {
        Annotation annotation = inTwoVideos();
        Tier wider = *annotation.tier(2);
        wider.annotator = "ben";
        wider.labels.front().scale = NumberScale{-4, 4, 1};
        wider.labels.push_back({"extra", FreeText()});
        annotation.apply({{{*annotation.tier(2), wider}}, {}, {}});
        TierRevision revision = revisionOf(*annotation.tier(1));
        revision.after.colour = "#112233";
        annotation.apply(reviseTiers(annotation, revision));
        QCOMPARE(annotation.tier(2)->annotator, std::string("ben"));
        QCOMPARE(std::get<NumberScale>(annotation.tier(2)->label("sentiment")->scale).least, -4.0);
        QVERIFY(annotation.tier(2)->label("extra"));
        QVERIFY(!annotation.tier(1)->label("extra"));
    }

    void valuesGoAlongWithARenamedLabelAndTerm()
    {
        Annotation annotation = inTwoVideos();
        TierRevision revision = revisionOf(*annotation.tier(1));
        revision.labels[0].now.name = "valence";
        std::get<Vocabulary>(revision.labels[1].now.scale).terms[1].name = "unhappy";
        revision.labels[1].terms = {{"sad", "unhappy"}};
        annotation.apply(reviseTiers(annotation, revision));
        QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
        for (const SegmentId id : {1, 2}) {
            QCOMPARE(numberGiven(*annotation.segment(id), "valence"), std::optional(2.0));
            QVERIFY(!annotation.segment(id)->values.contains("sentiment"));
            QCOMPARE(std::get<std::string>(annotation.segment(id)->values.at("emotion").value),
                     std::string("unhappy"));
        }
    }

    void twoLabelsExchangeTheirNames()
    {
        Annotation annotation = inTwoVideos();
        Tier twice = *annotation.tier(1);
        TierRevision more = revisionOf(twice);
        more.labels.push_back({"", {"arousal", NumberScale{-3, 3, 1}}, {}});
        annotation.apply(reviseTiers(annotation, more));
        annotation.apply(setValue(annotation, 2, "arousal", LabelValue{-1.0, {}}));
        TierRevision revision = revisionOf(*annotation.tier(1));
        std::swap(revision.labels[0].now.name, revision.labels[2].now.name);
        annotation.apply(reviseTiers(annotation, revision));
        QCOMPARE(numberGiven(*annotation.segment(2), "arousal"), std::optional(2.0));
        QCOMPARE(numberGiven(*annotation.segment(2), "sentiment"), std::optional(-1.0));
    }

    void aNewLabelUnderAnOldNameHasNoValues()
    {
        Annotation annotation = inTwoVideos();
        TierRevision revision = revisionOf(*annotation.tier(1));
        revision.labels[0].now.name = "valence";
        revision.labels.push_back({"", {"sentiment", NumberScale()}, {}});
        annotation.apply(reviseTiers(annotation, revision));
        QCOMPARE(numberGiven(*annotation.segment(2), "valence"), std::optional(2.0));
        QCOMPARE(numberGiven(*annotation.segment(2), "sentiment"), std::optional<double>());
        QVERIFY(annotation.tier(2)->label("sentiment"));
    }

    void judgementsFollowARenamedLabel()
    {
        Annotation annotation = inTwoVideos();
        const Layer layer = annotatorLayer("mood", "anna", 1);
        annotation.apply(judge(annotation, 1, layer, [](Segment& answer) {
            answer.values["sentiment"] = {1.0, {}};
        }));
        TierRevision revision = revisionOf(*annotation.tier(1));
        revision.labels[0].now.name = "valence";
        annotation.apply(reviseTiers(annotation, revision));
        QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
        QCOMPARE(numberGiven(*judgement(annotation, 1, layer.name), "valence"), std::optional(1.0));
    }

    void aVideoWithoutThePlaceToHangOnIsNamed()
    {
        Annotation annotation;
        for (const char* video : {"v", "w"}) {
            Tier mood = test::tier(annotation.unusedTier(), "mood");
            mood.video = video;
            annotation.apply({{{std::nullopt, mood}}, {}, {}});
        }
        annotation.apply({{{std::nullopt, test::tier(3, "above")}}, {}, {}}); // in v alone
        TierRevision revision = revisionOf(*annotation.tier(1));
        revision.after.parent = 3;
        revision.after.constraint = Constraint::IncludedIn;
        QVERIFY(refusal([&] { reviseTiers(annotation, revision); }).starts_with("w has no tier above"));
    }

    void aScaleThatIsTooNarrowIsRefused()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        annotation.apply(setValue(annotation, 1, "sentiment", LabelValue{3.0, {}}));
        TierRevision revision = revisionOf(*annotation.tier(1));
        revision.labels.front().now.scale = NumberScale{-1, 1, 1};
        const Change change = reviseTiers(annotation, revision);
        QVERIFY(refusal([&] { annotation.apply(change); }).find("not on the scale") != std::string::npos);
    }

    void aTierWithSegmentsKeepsItsKind()
    {
        const Annotation annotation = test::withSpans({{0, 4}});
        TierRevision revision = revisionOf(*annotation.tier(1));
        revision.after.kind = TierKind::Point;
        QVERIFY(refusal([&] { reviseTiers(annotation, revision); }).find("its kind") != std::string::npos);
    }

    void aCopyHasItsOwnSegments()
    {
        Annotation annotation = test::withSpans({{0, 4}, {6, 8}});
        Tier elsewhere = *annotation.tier(1);
        elsewhere.video = "w";
        annotation.apply(addTier(annotation, elsewhere));
        annotation.apply(copyTiers(annotation, {1, 2}, "words again"));
        QCOMPARE(annotation.tiersOf("v").size(), std::size_t(2));
        QCOMPARE(annotation.byTime(3).all().size(), std::size_t(2));
        QCOMPARE(annotation.tier(4)->video, std::string("w"));
        QCOMPARE(annotation.tier(4)->name, std::string("words again"));
        QVERIFY(annotation.byTime(4).all().empty());
        QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
    }

    void aNewSegmentFitsItsTier_data()
    {
        QTest::addColumn<Constraint>("constraint");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("end");
        QTest::addColumn<std::pair<double, double>>("expected");
        QTest::newRow("included") << Constraint::IncludedIn << 1.0 << 2.0 << std::pair(1.0, 2.0);
        QTest::newRow("cut to its parent") << Constraint::IncludedIn << 3.0 << 9.0 << std::pair(3.0, 4.0);
        QTest::newRow("fills its parent") << Constraint::TimeSubdivision << 6.5 << 7.0 << std::pair(6.0, 8.0);
        QTest::newRow("associated") << Constraint::SymbolicAssociation << 1.0 << 2.0 << std::pair(0.0, 4.0);
        QTest::newRow("listed") << Constraint::SymbolicSubdivision << 7.0 << 7.5 << std::pair(6.0, 8.0);
    }

    void aNewSegmentFitsItsTier()
    {
        QFETCH(const Constraint, constraint);
        QFETCH(const double, start);
        QFETCH(const double, end);
        using Span = std::pair<double, double>;
        QFETCH(const Span, expected);
        Annotation annotation = withChildTier(constraint);
        const Segment segment = newSegment(annotation, 2, at(start), at(end));
        QCOMPARE(segment.start.seconds(), expected.first);
        QCOMPARE(segment.end.seconds(), expected.second);
        annotation.apply(insertSegment(annotation, segment));
        QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
    }

    void withoutAParentThereIsNone()
    {
        const Annotation annotation = withChildTier(Constraint::IncludedIn);
        QVERIFY(refusal([&] { newSegment(annotation, 2, at(5), at(5.5)); }).find("hangs on words")
                != std::string::npos);
    }

    void oneAssociationIsEnough()
    {
        Annotation annotation = withChildTier(Constraint::SymbolicAssociation);
        annotation.apply(insertSegment(annotation, newSegment(annotation, 2, at(1), at(2))));
        QVERIFY(refusal([&] { newSegment(annotation, 2, at(1), at(2)); }).find("already")
                != std::string::npos);
        QCOMPARE(newSegment(annotation, 2, at(7), at(7)).parent, SegmentId(2));
    }

    void labelSetsOfTheCorpora()
    {
        QCOMPARE(labelSet("mosi")->labels.size(), std::size_t(1));
        QCOMPARE(labelSet("mosei")->labels.size(), std::size_t(7));
        QCOMPARE(labelSet("pom")->labels.size(), std::size_t(17));
        QCOMPARE(labelSet("nothing"), nullptr);
        for (const LabelSet& set : labelSets()) { // each makes a tier that stands
            Annotation annotation;
            Tier tier = test::tier(1, set.id);
            tier.labels = set.labels;
            annotation.apply(addTier(annotation, tier));
            QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
        }
    }
};

QTEST_GUILESS_MAIN(TestTierEdits)
#include "tst_tier_edits.moc"
