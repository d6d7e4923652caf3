#include "engine/annotation/aligned_words.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/untimed_words.h"

#include <QTest>

#include "tests/support/annotations.h"

using namespace engine;
using engine::test::ticks;

namespace {

struct Said {
    const char* text;
    double start;
    double end;
    Timing timing = Timing::Timed;
};

/// Words of a tier called words, number 1; numbers 1, 2, ….
Annotation saidWords(const std::vector<Said>& words)
{
    Annotation annotation;
    annotation.apply({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
    for (const Said& word : words) {
        Segment segment;
        segment.tier = 1;
        segment.start = TimePoint::ofSeconds(word.start);
        segment.end = TimePoint::ofSeconds(word.end);
        segment.text = word.text;
        segment.timing = word.timing;
        annotation.apply(insertSegment(annotation, segment));
    }
    return annotation;
}

SpokenTime spoken(double start, double end, double confidence = 0.9, bool isDoubtful = false)
{
    return {{start, end}, confidence, 0.01, 0.01, isDoubtful, false};
}

std::string textsOf(const Annotation& annotation)
{
    std::string texts;
    for (const IntervalIndex::Entry& entry : annotation.byTime(1).all())
        texts += annotation.segment(entry.id)->text + " ";
    return texts;
}

}

class AlignedWordsTest : public QObject {
    Q_OBJECT

private slots:
    void aStretchGrowsToThePauses()
    {
        const Annotation annotation = saidWords(
            {{"a", 0, 1}, {"b", 2, 2.5}, {"c", 2.5, 3}, {"d", 3.05, 3.5}, {"e", 3.8, 4.2}, {"f", 9, 10}});
        const WordStretch stretch = stretchOf(annotation, 1, {2.6, 2.7}, 20.0);
        QCOMPARE(stretch.texts, (std::vector<std::string>{"b", "c", "d"}));
        QCOMPARE(stretch.sound.start, 1.5); // half a second of the pause of one
        QCOMPARE(stretch.sound.end, 3.8);
        QCOMPARE(stretchOf(annotation, 1, {9.2, 9.3}, 20.0).sound.end, 10.5);
        QCOMPARE(stretchOf(annotation, 1, {9.2, 9.3}, 10.1).sound.end, 10.1);
        QVERIFY(stretchOf(annotation, 1, {5.0, 8.0}, 20.0).words.empty());
    }

    void aStretchWithoutPausesEnds()
    {
        std::vector<Said> words;
        for (int i = 0; i < 60; ++i)
            words.push_back({"w", i * 0.5, i * 0.5 + 0.5});
        const WordStretch stretch = stretchOf(saidWords(words), 1, {15.1, 15.2}, 30.0);
        QVERIFY(stretch.sound.length() <= 12.0);
        QVERIFY(stretch.words.size() > 10);
    }

    void wordsWithoutTimesAreFoundBetweenTheOthers()
    {
        const Annotation annotation = saidWords({{"a", 0.5, 1},
                                                 {"b", 1, 2, Timing::Spread},
                                                 {"c", 2, 3, Timing::Heard},
                                                 {"d", 4, 5},
                                                 {"e", 5, 6, Timing::Spread}});
        const std::vector<WordStretch> stretches = untimedStretches(annotation, 1, 12.0);
        QCOMPARE(stretches.size(), std::size_t(2));
        QCOMPARE(stretches[0].texts, (std::vector<std::string>{"b", "c"}));
        QVERIFY((stretches[0].sound == Interval{1.0, 4.0}));
        QVERIFY((stretches[1].sound == Interval{5.0, 12.0}));
    }

    void wordsGetTheirTimesWithTheirDoubts()
    {
        Annotation annotation = saidWords({{"a", 0, 1}, {"b", 1, 2, Timing::Spread}, {"c", 2, 3}});
        const Annotation before = annotation;
        const WordStretch stretch{{0.0, 3.0}, {1, 2, 3}, {"a", "b", "c"}};
        const StretchWordTimes times{spoken(0.2, 0.9), spoken(1.5, 1.75, 0.3, true), spoken(1.75, 2.5)};
        const Change change = placeWords(annotation, {&stretch, 1}, {&times, 1});
        annotation.apply(change);
        QCOMPARE(annotation.segment(2)->start.seconds(), 1.5);
        QVERIFY(annotation.segment(2)->isTimed());
        QVERIFY(annotation.segment(2)->flagged);
        QCOMPARE(annotation.segment(2)->confidence, std::optional(0.3));
        QVERIFY(!annotation.segment(3)->flagged);
        annotation.apply(change.inverse());
        QVERIFY(annotation == before);
    }

    /// The others are heard with them, and stay: what was found of a chosen word is cut at its neighbours.
    void chosenWordsAloneAreMoved()
    {
        Annotation annotation = saidWords({{"a", 0, 1}, {"b", 1, 2}, {"c", 2, 3}, {"d", 3, 4}, {"e", 4, 5}});
        WordStretch stretch{{0.0, 5.0}, {1, 2, 3, 4, 5}, {"a", "b", "c", "d", "e"}, {2, 3, 5}};
        const StretchWordTimes times{spoken(0.2, 0.6), spoken(0.7, 1.5, 0.4, true), spoken(1.6, 3.4),
                                     spoken(3.5, 3.9), spoken(2.0, 2.5)};
        annotation.apply(placeWords(annotation, {&stretch, 1}, {&times, 1}));
        const auto lies = [&](SegmentId id, double start, double end) {
            const Segment& word = *annotation.segment(id);
            return word.start.seconds() == start && word.end.seconds() == end;
        };
        QVERIFY(lies(1, 0, 1) && lies(4, 3, 4));
        QVERIFY(lies(2, 1, 1.5) && annotation.segment(2)->flagged);
        QVERIFY(lies(3, 1.6, 3)); // up to the one that stays
        QVERIFY(lies(5, 4, 5)); // what was found lies before one that stays
        stretch.texts[0] = "other";
        QVERIFY_EXCEPTION_THROWN((placeWords(annotation, {&stretch, 1}, {&times, 1})), Refused);
    }

    void whatWasNotFoundStaysInItsOrder()
    {
        Annotation annotation = saidWords({{"a", 0, 1, Timing::Spread},
                                           {"b", 1, 2, Timing::Spread},
                                           {"–", 2, 3},
                                           {"c", 3, 4, Timing::Spread}});
        const WordStretch stretch{{0.0, 10.0}, {1, 2, 3, 4}, {"a", "b", "–", "c"}};
        const StretchWordTimes times{spoken(8, 8.5), spoken(0, 1, 0.0, true), std::nullopt, spoken(9, 9.5)};
        annotation.apply(
            withUntimedSpread(annotation, placeWords(annotation, {&stretch, 1}, {&times, 1}), ticks(10)));
        QCOMPARE(textsOf(annotation), std::string("a b – c "));
        QVERIFY(!annotation.segment(2)->isTimed());
        QVERIFY(!annotation.segment(3)->isTimed());
        QCOMPARE(annotation.segment(2)->start.seconds(), 8.5);
        QVERIFY(annotation.checkConsistency().empty());
    }

    void otherWordsAreRefused()
    {
        const Annotation annotation = saidWords({{"a", 0, 1}});
        const StretchWordTimes times{spoken(0, 1)};
        const WordStretch stretches[]{{{0.0, 1.0}, {1}, {"b"}}, {{0.0, 1.0}, {7}, {"a"}}};
        for (const WordStretch& stretch : stretches)
            QVERIFY_EXCEPTION_THROWN(placeWords(annotation, {&stretch, 1}, {&times, 1}), Refused);
    }

    void aDraftIsOneUntilItIsAccepted()
    {
        Annotation annotation = saidWords({{"a", 0, 1, Timing::Drafted}, {"b", 1, 2}});
        annotation.apply(remark(annotation, 1, {{}, {}, true}));
        QVERIFY(annotation.segment(1)->isTimed());
        const WordStretch stretch{{0.0, 3.0}, {1, 2}, {"a", "b"}};
        const StretchWordTimes times{spoken(0.2, 0.9, 0.5, true), spoken(1.5, 2)};
        annotation.apply(
            placeWords(annotation, {&stretch, 1}, {&times, 1})); // other times make it no better word
        QVERIFY(annotation.segment(1)->timing == Timing::Drafted);
        const SegmentId both[]{1, 2};
        const Change change = acceptWords(annotation, both);
        QCOMPARE(change.segments.size(), std::size_t(1));
        annotation.apply(change);
        QVERIFY(!annotation.segment(1)->flagged && annotation.segment(1)->timing == Timing::Timed);
        QVERIFY(acceptWords(annotation, both).empty());
    }

    void whatAPersonEditsIsNotDoubtfulAnyMore()
    {
        Annotation annotation = saidWords({{"a", 0, 1, Timing::Drafted}, {"b", 1, 2, Timing::Drafted}});
        annotation.apply(remark(annotation, 1, {{}, {}, true}));
        annotation.apply(remark(annotation, 2, {{}, {}, true}));
        annotation.apply(withWordsLookedAt(annotation, setText(annotation, 1, "an"), "words"));
        QVERIFY(!annotation.segment(1)->flagged && annotation.segment(1)->timing == Timing::Timed);
        QVERIFY(annotation.segment(2)->flagged && annotation.segment(2)->timing == Timing::Drafted);
        annotation.apply(withWordsLookedAt(annotation, remark(annotation, 2, {{}, "why?", {}}), "words"));
        QVERIFY(annotation.segment(2)->flagged); // nothing of the word itself changed
        annotation.apply(withWordsLookedAt(annotation, setText(annotation, 2, "be"), "labels"));
        QVERIFY(annotation.segment(2)->flagged); // flags of other tiers are people's
    }
};

QTEST_GUILESS_MAIN(AlignedWordsTest)

#include "tst_aligned_words.moc"
