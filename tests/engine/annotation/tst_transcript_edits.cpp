#include "engine/annotation/edge_drag.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/transcript_edits.h"
#include "engine/annotation/untimed_words.h"
#include "engine/annotation/word_pairs.h"

#include <QTest>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <random>
#include <sstream>

#include "tests/support/annotations.h"

using namespace engine;
using engine::test::ticks;

namespace {

std::vector<std::string> wordsIn(const std::string& text)
{
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

/// Timed words of one second each, one after the other.
Annotation spoken(const std::string& text)
{
    Annotation annotation;
    annotation.apply({{{std::nullopt, test::tier(1, "words")}}, {}, {}});
    int second = 0;
    for (const std::string& word : wordsIn(text)) {
        Segment segment = test::segment(1, second, second + 1);
        segment.text = word;
        annotation.apply(insertSegment(annotation, segment));
        ++second;
    }
    return annotation;
}

std::vector<SegmentId> idsIn(const Annotation& annotation)
{
    std::vector<SegmentId> ids;
    for (const IntervalIndex::Entry& entry : annotation.byTime(1).all())
        ids.push_back(entry.id);
    return ids;
}

/// `a b*`: a star for a word without times.
std::string textIn(const Annotation& annotation)
{
    std::vector<std::string> parts;
    for (const SegmentId id : idsIn(annotation)) {
        const Segment& word = *annotation.segment(id);
        parts.push_back(word.text + (word.isTimed() ? "" : "*"));
    }
    return fmt::format("{}", fmt::join(parts, " "));
}

/// Replaces `count` words from place `first` on by others. The recording lasts 20 s.
void type(Annotation& annotation, std::size_t first, std::size_t count, const std::string& text,
          std::optional<std::int64_t> heard = {})
{
    const std::vector<SegmentId> ids = idsIn(annotation);
    WordsEdit edit{1, first == 0 ? 0 : ids.at(first - 1), {}, wordsIn(text), heard, ticks(20)};
    for (std::size_t i = first; i < first + count; ++i)
        edit.removed.push_back(ids.at(i));
    const Annotation before = annotation;
    const Change change = replaceWords(annotation, edit);
    annotation.apply(change);
    Annotation back = annotation;
    back.apply(change.inverse());
    QVERIFY(back == before);
    QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
}

double startOf(const Annotation& annotation, std::size_t word)
{
    return annotation.segment(idsIn(annotation).at(word))->start.seconds();
}

std::size_t commonByTable(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t k = 0; k < b.size(); ++k)
            best[i + 1][k + 1] = a[i] == b[k] ? best[i][k] + 1 : std::max(best[i][k + 1], best[i + 1][k]);
    }
    return best[a.size()][b.size()];
}

}

class TestTranscriptEdits : public QObject {
    Q_OBJECT
private slots:
    void aChangedWordKeepsItsSegment()
    {
        Annotation annotation = spoken("we loved the garden");
        const Segment before = *annotation.segment(4);
        type(annotation, 3, 1, "harbour");
        QCOMPARE(textIn(annotation), std::string("we loved the harbour"));
        QCOMPARE(annotation.segment(4)->start, before.start);
        QCOMPARE(annotation.segment(4)->end, before.end);
    }

    void newWordsHaveNoTimes()
    {
        Annotation annotation = spoken("we the garden");
        type(annotation, 1, 0, "loved");
        QCOMPARE(textIn(annotation), std::string("we loved* the garden"));
        QVERIFY(startOf(annotation, 1) > 0.9);
        QCOMPARE(startOf(annotation, 2), 1.0);
        type(annotation, 4, 0, "it was");
        QCOMPARE(textIn(annotation), std::string("we loved* the garden it* was*"));
        type(annotation, 0, 0, "yes");
        QCOMPARE(textIn(annotation), std::string("yes* we loved* the garden it* was*"));
    }

    void aTextInAnEmptyVideoIsSpread()
    {
        Annotation annotation = spoken("");
        type(annotation, 0, 0, "so you had booked the small place");
        QCOMPARE(textIn(annotation), std::string("so* you* had* booked* the* small* place*"));
        QCOMPARE(startOf(annotation, 0), 0.0);
    }

    void whatIsTypedWhileItPlaysBeginsAtThePlayhead()
    {
        Annotation annotation = spoken("");
        type(annotation, 0, 0, "so", ticks(3));
        type(annotation, 1, 0, "you", ticks(4));
        type(annotation, 2, 0, "had", ticks(2)); // the playhead went back meanwhile
        QCOMPARE(startOf(annotation, 0), 3.0);
        QCOMPARE(startOf(annotation, 1), 4.0);
        QVERIFY(startOf(annotation, 2) > 4.0);
        QCOMPARE(textIn(annotation), std::string("so* you* had*"));
    }

    void aBlankSplitsAWordAndTakenOutJoinsTwo()
    {
        Annotation annotation = spoken("we lovedthe garden");
        type(annotation, 1, 1, "loved the");
        QCOMPARE(textIn(annotation), std::string("we loved the garden"));
        QCOMPARE(startOf(annotation, 2), 1.625);
        type(annotation, 1, 2, "lovedthe");
        QCOMPARE(textIn(annotation), std::string("we lovedthe garden"));
        QCOMPARE(annotation.segment(2)->end.seconds(), 2.0);
    }

    void wordsAreDeleted()
    {
        Annotation annotation = spoken("we loved the garden");
        type(annotation, 1, 2, "");
        QCOMPARE(textIn(annotation), std::string("we garden"));
    }

    void aCorrectedTextKeepsTheTimesOfWhatItHasInCommon()
    {
        Annotation annotation = spoken("we love the small garden at harbour");
        type(annotation, 0, 7, "we loved the garden there at the harbour");
        QCOMPARE(textIn(annotation), std::string("we loved the garden there* at the* harbour"));
        QCOMPARE(startOf(annotation, 3), 4.0);
        QCOMPARE(startOf(annotation, 7), 6.0);
    }

    void wordsThatChangedMeanwhileAreRefused()
    {
        const Annotation annotation = spoken("we loved");
        QVERIFY_EXCEPTION_THROWN(replaceWords(annotation, {1, 0, {2}, {"x"}, {}, 0}), Refused);
        QVERIFY_EXCEPTION_THROWN(replaceWords(annotation, {1, 17, {}, {"x"}, {}, 0}), Refused);
        QVERIFY_EXCEPTION_THROWN(replaceWords(annotation, {9, 0, {}, {"x"}, {}, 0}), Refused);
    }

    void tappingGivesOneWordAfterTheOtherItsStart()
    {
        Annotation annotation = spoken("");
        type(annotation, 0, 0, "so you had booked");
        const auto tap = [&](std::int64_t at) {
            const auto word = wordToBegin(annotation, 1, at);
            QVERIFY(word);
            annotation.apply(beginWordAt(annotation, *word, at, ticks(20)));
            QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
        };
        tap(ticks(5));
        tap(ticks(51) / 10);
        QCOMPARE(textIn(annotation), std::string("so you had* booked*"));
        QCOMPARE(startOf(annotation, 0), 5.0);
        QCOMPARE(annotation.segment(idsIn(annotation)[0])->end.seconds(), 5.1);
        QCOMPARE(startOf(annotation, 1), 5.1);
        QVERIFY(startOf(annotation, 2) >= 5.1 + 0.04);
        tap(ticks(9));
        tap(ticks(10));
        QCOMPARE(textIn(annotation), std::string("so you had booked"));
        QVERIFY(!wordToBegin(annotation, 1, ticks(11)));
        QVERIFY_EXCEPTION_THROWN(beginWordAt(annotation, idsIn(annotation)[1], ticks(1), ticks(20)), Refused);
    }

    /// Whatever is typed, dragged, moved and deleted in whatever order: words keep the order of their text,
    /// lie apart, and every step can be taken back.
    void editsAtRandomKeepTheOrderOfTheText()
    {
        for (unsigned seed = 1; seed <= 40; ++seed) {
            std::mt19937 random(seed);
            const auto upTo = [&random](std::size_t most) { return random() % (most + 1); };
            Annotation annotation = spoken("a b c d e f");
            int typed = 0;
            for (int step = 0; step < 150; ++step) {
                const std::vector<SegmentId> ids = idsIn(annotation);
                const Annotation before = annotation;
                const std::int64_t at = static_cast<std::int64_t>(upTo(2000)) * ticks(1) / 100;
                const std::size_t place = ids.empty() ? 0 : upTo(ids.size() - 1);
                const bool canEdit = !ids.empty();
                std::vector<SegmentId> expected = ids;
                SegmentId jumping = 0;
                Change change;
                try {
                    const auto kind = upTo(6);
                    if (kind <= 2 || !canEdit) {
                        const std::size_t first = upTo(ids.size());
                        const std::size_t count
                            = kind == 1 ? upTo(std::min<std::size_t>(3, ids.size() - first)) : 0;
                        WordsEdit edit{1, first == 0 ? 0 : ids[first - 1], {}, {}, {}, ticks(20)};
                        edit.removed.assign(ids.begin() + static_cast<std::ptrdiff_t>(first),
                                            ids.begin() + static_cast<std::ptrdiff_t>(first + count));
                        for (std::size_t i = upTo(4); i > 0; --i)
                            edit.texts.push_back(std::to_string(++typed));
                        if (upTo(1) == 1)
                            edit.heard = at;
                        change = replaceWords(annotation, edit);
                        expected.clear();
                    } else if (kind == 3) {
                        const bool atEnd = upTo(1) == 1;
                        const auto to = reachableEdge(annotation, ids[place], atEnd, TimePoint::ofTicks(at));
                        change = moveEdge(annotation, ids[place], atEnd, to, EdgeMode::Follow);
                    } else if (kind == 4) {
                        const SegmentId moved = ids[place];
                        jumping = moved;
                        change = shiftSegments(annotation, std::span(&moved, 1),
                                               (static_cast<std::int64_t>(upTo(20)) - 10) * ticks(1) / 20);
                    } else if (kind == 5) {
                        change = removeSegments(annotation, std::span(&ids[place], 1));
                        expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(place));
                    } else if (const auto word = wordToBegin(annotation, 1, at)) {
                        change = beginWordAt(annotation, *word, at, ticks(20));
                    }
                    change = withUntimedSpread(annotation, std::move(change), ticks(20));
                    annotation.apply(change);
                } catch (const Refused&) {
                    QVERIFY(annotation == before);
                    continue;
                }
                QCOMPARE(annotation.checkConsistency(), std::vector<std::string>());
                std::vector<SegmentId> left = idsIn(annotation);
                std::erase(left, jumping); // may be moved past others
                std::erase(expected, jumping);
                if (!expected.empty())
                    QCOMPARE(left, expected);
                Annotation back = annotation;
                back.apply(change.inverse());
                QVERIFY(back == before);
            }
        }
    }

    void asManyWordsArePairedAsCanBe()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            const auto some = [&] {
                std::vector<std::string> words(random() % 12);
                for (std::string& word : words)
                    word = std::string(1, static_cast<char>('a' + random() % 4));
                return words;
            };
            const auto a = some();
            const auto b = some();
            const auto pairs = pairedWords(a, b);
            QCOMPARE(pairs.size(), commonByTable(a, b));
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                QCOMPARE(a[pairs[i].first], b[pairs[i].second]);
                QVERIFY(i == 0
                        || (pairs[i - 1].first < pairs[i].first && pairs[i - 1].second < pairs[i].second));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTranscriptEdits)
#include "tst_transcript_edits.moc"
