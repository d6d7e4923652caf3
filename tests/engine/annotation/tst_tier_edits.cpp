#include "engine/annotation/label_sets.h"
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

}

Q_DECLARE_METATYPE(engine::Constraint)

class TestTierEdits : public QObject {
    Q_OBJECT

private slots:
    void aTierComesAndGoesWithWhatHangsOnIt()
    {
        Annotation annotation = withChildTier(Constraint::IncludedIn);
        annotation.apply(insertSegment(annotation, newSegment(annotation, 2, at(1), at(2))));
        const Annotation before = annotation;
        const Change change = removeTierTree(annotation, 1);
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
        Tier tier = *annotation.tier(1);
        std::erase_if(tier.labels, [](const LabelScheme& label) { return label.name == "sentiment"; });
        annotation.apply(changeTier(annotation, tier));
        QVERIFY(annotation.segment(1)->values.empty());
    }

    void aScaleThatIsTooNarrowIsRefused()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        annotation.apply(setValue(annotation, 1, "sentiment", LabelValue{3.0, {}}));
        Tier tier = *annotation.tier(1);
        tier.labels.front().scale = NumberScale{-1, 1, 1};
        const Change change = changeTier(annotation, tier);
        QVERIFY(refusal([&] { annotation.apply(change); }).find("not on the scale") != std::string::npos);
    }

    void aTierWithSegmentsKeepsItsKind()
    {
        const Annotation annotation = test::withSpans({{0, 4}});
        Tier tier = *annotation.tier(1);
        tier.kind = TierKind::Point;
        QVERIFY(refusal([&] { changeTier(annotation, tier); }).find("its kind") != std::string::npos);
    }

    void aCopyHasItsOwnSegments()
    {
        Annotation annotation = test::withSpans({{0, 4}, {6, 8}});
        annotation.apply(copyTier(annotation, 1, "words again"));
        QCOMPARE(annotation.tiersOf("v").size(), std::size_t(2));
        QCOMPARE(annotation.byTime(2).all().size(), std::size_t(2));
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
