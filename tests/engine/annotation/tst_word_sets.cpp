#include "engine/annotation/layer_names.h"
#include "engine/annotation/project/scheme_json.h"
#include "engine/annotation/text_labels.h"
#include "engine/annotation/word_sets.h"

#include <QTest>

#include "tests/support/annotations.h"

using namespace engine;

/// Values that are sets of words.
class TestWordSets : public QObject {
    Q_OBJECT

    static Annotation withWords(const WordList& list)
    {
        Annotation annotation;
        Tier tier = test::tier(1, "scene");
        tier.labels = {{"feeling", FreeText{list}}};
        annotation.apply({{{std::nullopt, tier}}, {}, {}});
        annotation.apply(insertSegment(annotation, test::segment(1, 0, 2)));
        return annotation;
    }

    static void say(Annotation& annotation, const std::string& words)
    {
        const Segment before = *annotation.segment(1);
        Segment after = before;
        after.values["feeling"] = {words, {}};
        annotation.apply({{}, {{before, after}}, {}});
    }

private slots:
    void orderStaysAndCaseAndBlanksDoNotCount()
    {
        QCOMPARE(wordsOfSet(" Happy ;a  little sad; happy;; "),
                 (std::vector<std::string>{"Happy", "a little sad"}));
        QCOMPARE(wordsText({"Happy", "a little sad"}), std::string("Happy; a little sad"));
        QCOMPARE(comparedWords("Sad;  HAPPY"), comparedWords("happy; sad"));
        QVERIFY(comparedWords("happy") != comparedWords("happy; sad"));
    }

    void theEmptySetIsAValue()
    {
        QCOMPARE(wordsText({}), std::string(kNoWords));
        QVERIFY(wordsOfSet(kNoWords).empty());
        QVERIFY(whyNoWordSet(kNoWords, {}).empty());
        QVERIFY(!whyNoWordSet("", {}).empty());
    }

    void aSetHasEightWordsAtMost()
    {
        QVERIFY(whyNoWordSet("a; b; c; d; e; f; g; h", {}).empty());
        QCOMPARE(whyNoWordSet("a; b; c; d; e; f; g; h; i", {}),
                 std::string("'a; b; c; d; e; f; g; h; i' lists more than 8 words."));
    }

    void aClosedListAllowsNoOthers()
    {
        Annotation closed = withWords({{{"Happy", "", ""}, {"sad", "", ""}}, true});
        say(closed, "happy; Sad");
        say(closed, kNoWords);
        QVERIFY_THROWS_EXCEPTION(Refused, say(closed, "happy; tired"));
        Annotation open = withWords({{{"Happy", "", ""}}, false});
        say(open, "happy; tired");
        QCOMPARE(std::get<std::string>(open.segment(1)->values.at("feeling").value),
                 std::string("happy; tired"));
    }

    void theProjectKeepsTheList()
    {
        const std::vector<LabelScheme> labels{
            {"feeling", FreeText{WordList{{{"happy", "#ffcc00", ""}}, true}}},
            {"other", FreeText{WordList{}}},
            {"note", FreeText{}}};
        QCOMPARE(project::labelsFromJson(project::toJson(labels)), labels);
        // A program that does not know of it reads free text.
        QVERIFY(project::toJson(labels).find("\"scale\"") == std::string::npos);
    }

    void tiersWithSetsAreJudged()
    {
        const auto tiers = judgeableTiers(withWords({}));
        QVERIFY(std::ranges::find(tiers, "scene") != tiers.end());
    }

    void jsonArraysAreSets()
    {
        QCOMPARE(wordsJson("happy; a little \"sad\""), std::string("[\"happy\",\"a little \\\"sad\\\"\"]"));
        QCOMPARE(wordsJson(kNoWords), std::string("[]"));
        QCOMPARE(*wordsFromJson("[\"happy\", \" sad\"]"), std::string("happy; sad"));
        QCOMPARE(*wordsFromJson("[]"), std::string(kNoWords));
        for (const char* none :
             {"happy", "[1]", "[happy]", "", "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]"})
            QVERIFY2(!wordsFromJson(none), none);
    }

    void textsThatListWordsBecomeSets()
    {
        Annotation annotation;
        Tier tier = test::tier(1, "feeling");
        tier.labels.clear();
        annotation.apply({{{std::nullopt, tier}}, {}, {}});
        for (const auto& [start, text] : {std::pair(0, "happy; sad"), {2, "sad"}, {4, "[]"}, {6, ""}}) {
            Segment segment = test::segment(1, start, start + 1);
            segment.text = text;
            annotation.apply(insertSegment(annotation, segment));
        }
        annotation.apply(labelOfTexts(annotation, {1}, {{"sentiment", NumberScale{}}}));
        QVERIFY(wordListOf(annotation.tier(1)->labels.front()));
        QCOMPARE(std::get<std::string>(annotation.segment(1)->values.at("feeling").value),
                 std::string("happy; sad"));
        QCOMPARE(std::get<std::string>(annotation.segment(3)->values.at("feeling").value),
                 std::string(kNoWords));
        QVERIFY(annotation.segment(4)->values.empty());
    }
};

QTEST_GUILESS_MAIN(TestWordSets)
#include "tst_word_sets.moc"
