#include "engine/annotation/layers.h"
#include "engine/annotation/tier_roles.h"

#include <QTest>

#include "tests/support/annotations.h"

using namespace engine;

namespace {

std::string refusedWith(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Refused& reason) {
        return reason.what();
    }
    return {};
}

/// Tiers of the videos v and w with a segment each: `talk` in both, `words` only in v.
Annotation talks()
{
    Annotation annotation;
    const auto put = [&](const char* video, const char* name, int start) {
        Tier tier = test::tier(annotation.unusedTier(), name);
        tier.video = video;
        annotation.apply({{{std::nullopt, tier}}, {}, {}});
        annotation.apply(insertSegment(annotation, test::segment(tier.id, start, start + 1)));
        return tier.id;
    };
    put("v", "words", 0);
    put("v", "talk", 2);
    put("w", "talk", 4);
    return annotation;
}

std::set<TierId> numbersOf(const Annotation& annotation, const std::string& name)
{
    std::set<TierId> numbers;
    for (const auto& [video, tier] : tiersCalled(annotation, name))
        numbers.insert(tier->id);
    return numbers;
}

const std::vector<LabelScheme> kUsual{{"sentiment", NumberScale{-3, 3, 1}}, {"happy", NumberScale{0, 3, 1}}};

/// A tier of the video v without labels, with these texts, a second each.
Annotation withTexts(const std::string& name, const std::vector<std::string>& texts)
{
    Annotation annotation;
    Tier tier = test::tier(1, name.c_str());
    tier.video = "v";
    tier.labels.clear();
    annotation.apply({{{std::nullopt, tier}}, {}, {}});
    int start = 0;
    for (const std::string& text : texts) {
        Segment segment = test::segment(1, start, start + 1);
        segment.text = text;
        annotation.apply(insertSegment(annotation, segment));
        ++start;
    }
    return annotation;
}

double firstStart(const Annotation& annotation, const std::string& video, const std::string& name)
{
    const Tier* tier = tierCalled(annotation, video, name);
    return tier ? static_cast<double>(annotation.byTime(tier->id).all().front().start) / kTicksPerSecond
                : -1.0;
}

}

class TestTierRoles : public QObject {
    Q_OBJECT

private slots:
    void theTierTakesTheRoleInEveryVideo()
    {
        Annotation annotation = talks();
        const Annotation before = annotation;
        const Change change = useAsRole(annotation, numbersOf(annotation, "talk"), "words", {});
        annotation.apply(change);
        QCOMPARE(firstStart(annotation, "v", "words"), 2.0);
        QCOMPARE(firstStart(annotation, "w", "words"), 4.0);
        QCOMPARE(firstStart(annotation, "v", "words (2)"), 0.0);
        QVERIFY(!tierCalled(annotation, "v", "talk"));
        QVERIFY(annotation.checkConsistency().empty());
        annotation.apply(change.inverse());
        QCOMPARE(annotation, before);
    }

    void anEmptyTierGoes()
    {
        Annotation annotation = talks();
        annotation.apply(removeSegments(annotation, std::vector<SegmentId>{1}));
        annotation.apply(useAsRole(annotation, numbersOf(annotation, "talk"), "words", {}));
        QCOMPARE(firstStart(annotation, "v", "words"), 2.0);
        QVERIFY(!tierCalled(annotation, "v", "words (2)"));
    }

    void aNameThatAnyVideoHasIsNotTakenTwice()
    {
        Annotation annotation = talks();
        Tier other = test::tier(annotation.unusedTier(), "words (2)");
        other.video = "w";
        annotation.apply({{{std::nullopt, other}}, {}, {}});
        annotation.apply(useAsRole(annotation, numbersOf(annotation, "talk"), "words", {}));
        QCOMPARE(firstStart(annotation, "v", "words (3)"), 0.0);
        QCOMPARE(tierCalled(annotation, "w", "words (2)")->id, other.id);
    }

    void aTierThatHungOnAnotherStandsByItself()
    {
        Annotation annotation = test::withSpans({{0, 4}, {6, 8}});
        Tier child = test::tier(annotation.unusedTier(), "turns");
        child.parent = 1;
        child.constraint = Constraint::SymbolicAssociation;
        annotation.apply({{{std::nullopt, child}}, {}, {}});
        annotation.apply(insertSegment(annotation, test::segment(child.id, 0, 4, 1)));
        annotation.apply(useAsRole(annotation, {child.id}, "labels", {}));
        const Tier& labels = *tierCalled(annotation, "v", "labels");
        QCOMPARE(labels.parent, TierId(0));
        QCOMPARE(labels.constraint, Constraint::None);
        QVERIFY(annotation.checkConsistency().empty());
        annotation.apply(removeSegments(annotation, std::vector<SegmentId>{1}));
        QCOMPARE(annotation.byTime(labels.id).size(), std::size_t(1));
    }

    void labelsAreGivenOnlyToATierWithoutAny()
    {
        const std::vector<LabelScheme> usual{{"sentiment", NumberScale{-3, 3, 0}}};
        Annotation annotation = talks();
        annotation.apply(useAsRole(annotation, numbersOf(annotation, "talk"), "labels", usual));
        QCOMPARE(tierCalled(annotation, "v", "labels")->labels.size(), std::size_t(2)); // its own
        Tier bare = test::tier(annotation.unusedTier(), "turns");
        bare.video = "x";
        bare.labels.clear();
        annotation.apply({{{std::nullopt, bare}}, {}, {}});
        annotation.apply(useAsRole(annotation, {bare.id}, "labels", usual));
        QCOMPARE(tierCalled(annotation, "x", "labels")->labels, usual);
    }

    void fewShortTextsBecomeClasses()
    {
        Annotation annotation = withTexts("Emotion", {"neutral", " happy ", "neutral", ""});
        const Annotation before = annotation;
        const TextsAsLabel texts = textsAsLabel(annotation, numbersOf(annotation, "Emotion"), kUsual);
        QCOMPARE(texts.kind, TextsAsLabel::Kind::Classes);
        QCOMPARE(texts.segments, std::size_t(3));
        const Change change = useAsRole(annotation, numbersOf(annotation, "Emotion"), "labels", kUsual);
        annotation.apply(change);
        const Tier& labels = *tierCalled(annotation, "v", "labels");
        QCOMPARE(
            labels.labels,
            (std::vector<LabelScheme>{{"emotion", Vocabulary{{{"happy", "", ""}, {"neutral", "", ""}}}}}));
        std::vector<std::string> values;
        for (const IntervalIndex::Entry& entry : annotation.byTime(labels.id).all()) {
            const Segment& segment = *annotation.segment(entry.id);
            const auto value = segment.values.find("emotion");
            values.push_back(value == segment.values.end() ? std::string()
                                                           : std::get<std::string>(value->second.value));
        }
        QCOMPARE(values, (std::vector<std::string>{"neutral", "happy", "neutral", ""}));
        QVERIFY(annotation.checkConsistency().empty());
        annotation.apply(change.inverse());
        QCOMPARE(annotation, before);
    }

    void textsThatAreNumbersBecomeNumbers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::vector<std::string>>("texts");
        QTest::addColumn<NumberScale>("scale");
        QTest::addColumn<double>("first");
        QTest::newRow("on the usual scale")
            << "Sentiment" << std::vector<std::string>{"-2", "+1"} << NumberScale{-3, 3, 1} << -2.0;
        QTest::newRow("between its steps")
            << "Sentiment" << std::vector<std::string>{"0.5", "-1"} << NumberScale{-1, 1, 0} << 0.5;
        QTest::newRow("a minus sign") << "Sentiment"
                                      << std::vector<std::string>{"\xe2\x88\x92"
                                                                  "2",
                                                                  "0"}
                                      << NumberScale{-3, 3, 1} << -2.0;
        QTest::newRow("another label")
            << "Arousal" << std::vector<std::string>{"7", "7"} << NumberScale{7, 8, 0} << 7.0;
    }

    void textsThatAreNumbersBecomeNumbers()
    {
        QFETCH(const QString, name);
        QFETCH(const std::vector<std::string>, texts);
        const std::string tier = name.toStdString();
        Annotation annotation = withTexts(tier, texts);
        annotation.apply(useAsRole(annotation, numbersOf(annotation, tier), "labels", kUsual));
        const Tier& labels = *tierCalled(annotation, "v", "labels");
        const std::string label = name.toLower().toStdString();
        QVERIFY(labels.label(label));
        QTEST(std::get<NumberScale>(labels.label(label)->scale), "scale");
        const Segment& first = *annotation.segment(annotation.byTime(labels.id).all().front().id);
        QTEST(std::get<double>(first.values.at(label).value), "first");
        QVERIFY(annotation.checkConsistency().empty());
    }

    void otherTextsStayTexts_data()
    {
        QTest::addColumn<std::vector<std::string>>("texts");
        std::vector<std::string> many;
        for (int i = 0; i <= 20; ++i)
            many.push_back("word" + std::to_string(i));
        QTest::newRow("many") << many;
        QTest::newRow("sentences") << std::vector<std::string>{"how do you do", "fine"};
    }

    void otherTextsStayTexts()
    {
        QFETCH(const std::vector<std::string>, texts);
        Annotation annotation = withTexts("Said", texts);
        QCOMPARE(textsAsLabel(annotation, numbersOf(annotation, "Said"), kUsual).kind,
                 TextsAsLabel::Kind::Texts);
        annotation.apply(useAsRole(annotation, numbersOf(annotation, "Said"), "labels", kUsual));
        const Tier& labels = *tierCalled(annotation, "v", "labels");
        QCOMPARE(labels.labels, kUsual);
        for (const IntervalIndex::Entry& entry : annotation.byTime(labels.id).all())
            QVERIFY(annotation.segment(entry.id)->values.empty());
    }

    void layersFollow()
    {
        Annotation annotation = talks();
        const TierId talk = tierCalled(annotation, "v", "talk")->id;
        const SegmentId judged = annotation.byTime(talk).all().front().id;
        const Layer layer = annotatorLayer("talk", "anna", 1);
        annotation.apply(judge(annotation, judged, layer, [](Segment& segment) {
            segment.values["sentiment"] = {2.0, {}};
        }));
        annotation.apply(useAsRole(annotation, numbersOf(annotation, "talk"), "labels", {}));
        const std::vector<Layer> layers = layersOf(annotation, "labels");
        QCOMPARE(layers.size(), std::size_t(1));
        QCOMPARE(layers.front().annotator, std::string("anna"));
        const Segment* said = judgement(annotation, judged, layers.front().name);
        QVERIFY(said);
        QCOMPARE(numberGiven(*said, "sentiment").value_or(0.0), 2.0);
    }

    void judgementsKeepTheRoleWhereItIs()
    {
        Annotation annotation = talks();
        const Layer layer = annotatorLayer("words", "anna", 1);
        annotation.apply(judge(annotation, 1, layer, [](Segment& segment) {
            segment.values["sentiment"] = {2.0, {}};
        }));
        QVERIFY(QString::fromStdString(refusedWith([&] {
                    useAsRole(annotation, numbersOf(annotation, "talk"), "words", {});
                })).contains(QStringLiteral("judgements")));
    }

    void whatHasNoIntervalsIsRefused()
    {
        Annotation annotation = talks();
        Tier points = test::tier(annotation.unusedTier(), "clicks");
        points.kind = TierKind::Point;
        annotation.apply({{{std::nullopt, points}}, {}, {}});
        QVERIFY(QString::fromStdString(refusedWith([&] {
                    useAsRole(annotation, {points.id}, "words", {});
                })).contains(QStringLiteral("clicks")));
        QVERIFY(!refusedWith([&] { useAsRole(annotation, {TierId(99)}, "words", {}); }).empty());
        QVERIFY(!refusedWith([&] {
                     useAsRole(annotation, numbersOf(annotation, "words"), "words", {});
                 }).empty());
    }
};

QTEST_GUILESS_MAIN(TestTierRoles)
#include "tst_tier_roles.moc"
