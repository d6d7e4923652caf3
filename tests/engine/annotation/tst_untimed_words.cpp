#include "engine/annotation/edge_drag.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/untimed_words.h"

#include <QTest>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/support/annotations.h"

using namespace engine;
using engine::test::ticks;

namespace {

/// Words of a tier called words, number 1: text, start, end in seconds, timing.
struct Word {
    const char* text;
    int start;
    int end;
    Timing timing = Timing::Timed;
};

Annotation withWords(const std::vector<Word>& words)
{
    Annotation annotation;
    annotation.apply({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
    for (const Word& word : words) {
        Segment segment = test::segment(1, word.start, word.end);
        segment.text = word.text;
        segment.timing = word.timing;
        annotation.apply(insertSegment(annotation, segment));
    }
    return annotation;
}

/// `a 1.00-2.00 b* 2.00-3.00`: a star for a word without times.
std::string shownWords(const Annotation& annotation)
{
    std::vector<std::string> parts;
    for (const IntervalIndex::Entry& entry : annotation.byTime(1).all()) {
        const Segment& word = *annotation.segment(entry.id);
        parts.push_back(fmt::format("{}{} {:.2f}-{:.2f}", word.text, word.isTimed() ? "" : "*",
                                    word.start.seconds(), word.end.seconds()));
    }
    return fmt::format("{}", fmt::join(parts, " "));
}

void doWith(Annotation& annotation, const Change& change, int end = 0)
{
    const Annotation before = annotation;
    const Change whole = withUntimedSpread(annotation, change, ticks(end));
    annotation.apply(whole);
    Annotation back = annotation;
    back.apply(whole.inverse());
    QVERIFY(back == before);
    QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
}

PlacedWord placed(int letters, Timing timing = Timing::Spread, int start = 0, int end = 0)
{
    return {0, ticks(start), ticks(end), timing, letters, true};
}

std::string shownPlaces(const std::vector<PlacedWord>& words)
{
    std::vector<std::string> parts;
    for (const PlacedWord& word : words)
        parts.push_back(fmt::format("{:.2f}-{:.2f}", TimePoint::ofTicks(word.start).seconds(),
                                    TimePoint::ofTicks(word.end).seconds()));
    return fmt::format("{}", fmt::join(parts, " "));
}

}

class TestUntimedWords : public QObject {
    Q_OBJECT
private slots:
    void theyShareTheRoomBetweenTimedWordsByTheirLetters()
    {
        std::vector<PlacedWord> words{placed(3, Timing::Timed, 0, 1), placed(1), placed(5),
                                      placed(3, Timing::Timed, 2, 3)};
        spreadUntimed(words, false, 0);
        QCOMPARE(shownPlaces(words), std::string("0.00-1.00 1.00-1.25 1.25-2.00 2.00-3.00"));
    }

    void noneGetsMoreThanAFifthOfASecondForALetter()
    {
        std::vector<PlacedWord> words{placed(3, Timing::Timed, 0, 1), placed(4),
                                      placed(3, Timing::Timed, 60, 61)};
        spreadUntimed(words, false, 0);
        QCOMPARE(shownPlaces(words), std::string("0.00-1.00 1.00-2.00 60.00-61.00"));
    }

    void aTextAloneIsSpreadOverTheRecording()
    {
        std::vector<PlacedWord> words{placed(3), placed(3)};
        spreadUntimed(words, false, ticks(1));
        QCOMPARE(shownPlaces(words), std::string("0.00-0.50 0.50-1.00"));
    }

    void oneThatWasHeardKeepsItsStartWhereItCan()
    {
        std::vector<PlacedWord> words{placed(4, Timing::Heard, 5), placed(4), placed(4, Timing::Heard, 6)};
        spreadUntimed(words, false, ticks(30));
        QCOMPARE(shownPlaces(words), std::string("5.00-5.50 5.50-6.00 6.00-7.00"));
        words = {placed(4, Timing::Timed, 7, 8), placed(4, Timing::Heard, 5)};
        spreadUntimed(words, false, ticks(30));
        QCOMPARE(shownPlaces(words), std::string("7.00-8.00 8.00-9.00"));
    }

    void wordsThatTouchGiveUpAtMostHalfOfTheirLengths()
    {
        std::vector<PlacedWord> words{placed(3, Timing::Timed, 0, 1), placed(2),
                                      placed(3, Timing::Timed, 1, 2)};
        spreadUntimed(words, false, 0);
        QCOMPARE(shownPlaces(words), std::string("0.00-0.96 0.96-1.00 1.00-2.00"));
        words.assign(102, placed(2));
        words.front() = placed(3, Timing::Timed, 0, 1);
        words.back() = placed(3, Timing::Timed, 1, 2);
        spreadUntimed(words, false, 0);
        QCOMPARE(words.front().end, ticks(1) / 2);
        QCOMPARE(words.back().start, ticks(3) / 2);
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            QVERIFY(words[i].start < words[i].end);
            QVERIFY(words[i].end <= words[i + 1].start);
        }
    }

    void onlyWordsNearAnEditMoveInALongText()
    {
        std::vector<PlacedWord> words(1000, placed(4));
        spreadUntimed(words, false, ticks(600));
        const std::vector<PlacedWord> before = words;
        for (PlacedWord& word : words)
            word.isMoved = false;
        words.insert(words.begin() + 500, placed(4));
        spreadUntimed(words, false, ticks(600));
        QCOMPARE(words[449].start, before[449].start);
        QVERIFY(words[460].start < before[460].start);
        QCOMPARE(words[551].start, before[550].start);
        for (std::size_t i = 0; i + 1 < words.size(); ++i)
            QCOMPARE(words[i].end, words[i + 1].start);
    }

    void theyAreSpreadAgainWhenATimedNeighbourMoves()
    {
        Annotation annotation
            = withWords({{"a", 0, 2}, {"b", 2, 3, Timing::Spread}, {"c", 3, 4, Timing::Spread}, {"d", 4, 6}});
        doWith(annotation, moveEdge(annotation, 1, true, TimePoint::ofTicks(ticks(7) / 2), EdgeMode::Follow));
        QCOMPARE(shownWords(annotation), std::string("a 0.00-3.50 b* 3.50-3.75 c* 3.75-4.00 d 4.00-6.00"));
        doWith(annotation, moveEdge(annotation, 1, true, TimePoint::ofTicks(ticks(3)), EdgeMode::Follow));
        QCOMPARE(shownWords(annotation), std::string("a 0.00-3.00 b* 3.00-3.40 c* 3.40-3.80 d 4.00-6.00"));
        doWith(annotation,
               moveEdge(annotation, 4, false, TimePoint::ofTicks(ticks(16) / 5), EdgeMode::Follow));
        QCOMPARE(shownWords(annotation), std::string("a 0.00-3.00 b* 3.00-3.10 c* 3.10-3.20 d 3.20-6.00"));
    }

    void anEdgeReachesTheNextTimedWord()
    {
        const Annotation annotation = withWords({{"a", 0, 2}, {"b", 2, 3, Timing::Spread}, {"d", 4, 6}});
        QCOMPARE(reachableEdge(annotation, 1, true, TimePoint::ofTicks(ticks(5))).ticks,
                 ticks(4) - kTicksPerSecond / 1000);
        QCOMPARE(reachableEdge(annotation, 3, false, TimePoint::ofTicks(ticks(1))).ticks,
                 ticks(2) + kTicksPerSecond / 1000);
    }

    void aWordHasTimesOnceItIsMoved()
    {
        Annotation annotation
            = withWords({{"a", 0, 2}, {"b", 2, 3, Timing::Spread}, {"c", 3, 4, Timing::Heard}, {"d", 6, 7}});
        QCOMPARE(annotation.untimedIn(1), std::size_t(2));
        doWith(annotation,
               moveEdge(annotation, 2, false, TimePoint::ofTicks(ticks(5) / 2), EdgeMode::Follow));
        QCOMPARE(shownWords(annotation), std::string("a 0.00-2.50 b 2.50-3.00 c* 3.00-3.40 d 6.00-7.00"));
        const SegmentId last = 3;
        doWith(annotation, shiftSegments(annotation, std::span(&last, 1), ticks(1)));
        QCOMPARE(shownWords(annotation), std::string("a 0.00-2.50 b 2.50-3.00 c 4.00-4.40 d 6.00-7.00"));
        QCOMPARE(annotation.untimedIn(1), std::size_t(0));
    }

    void aTimedWordThatMovesPushesThemTogether()
    {
        Annotation annotation
            = withWords({{"a", 0, 1}, {"b", 1, 2, Timing::Spread}, {"c", 2, 3, Timing::Spread}, {"d", 3, 4}});
        const SegmentId first = 1;
        doWith(annotation, shiftSegments(annotation, std::span(&first, 1), ticks(1)));
        QCOMPARE(shownWords(annotation), std::string("a 1.00-2.00 b* 2.00-2.40 c* 2.40-2.80 d 3.00-4.00"));
    }

    void whatADeletedWordLeavesIsTheirs()
    {
        Annotation annotation
            = withWords({{"a", 0, 1}, {"b", 1, 2, Timing::Spread}, {"c", 2, 3}, {"d", 3, 4}});
        const SegmentId gone = 3;
        doWith(annotation, removeSegments(annotation, std::span(&gone, 1)));
        QCOMPARE(shownWords(annotation), std::string("a 0.00-1.00 b* 1.00-1.40 d 3.00-4.00"));
    }

    void aChangeBesideNoneOfThemStaysAsItIs()
    {
        const Annotation annotation = withWords({{"a", 0, 1}, {"b", 2, 3}});
        const Change change = moveEdge(annotation, 1, true, TimePoint::ofTicks(ticks(2)), EdgeMode::Follow);
        QVERIFY(withUntimedSpread(annotation, change, 0) == change);
    }

    void theirPlacesCanBeTakenAsTimes()
    {
        Annotation annotation = withWords({{"a", 0, 1}, {"b", 1, 2, Timing::Spread}});
        doWith(annotation, takeTimes(annotation, {2}));
        QCOMPARE(shownWords(annotation), std::string("a 0.00-1.00 b 1.00-2.00"));
    }
};

QTEST_GUILESS_MAIN(TestUntimedWords)
#include "tst_untimed_words.moc"
