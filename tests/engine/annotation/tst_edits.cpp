#include "engine/annotation/edits.h"

#include <QElapsedTimer>
#include <QTest>

#include "tests/support/annotations.h"
#include "tests/support/failure.h"

using namespace engine;
using test::ticks;

namespace {

using Spans = std::vector<std::pair<std::int64_t, std::int64_t>>;

/// The tier's segments as seconds.
Spans spansOf(const Annotation& annotation, TierId tier)
{
    Spans spans;
    for (const IntervalIndex::Entry& entry : annotation.byTime(tier).all())
        spans.emplace_back(entry.start / kTicksPerSecond, entry.end / kTicksPerSecond);
    return spans;
}

TimePoint at(int second)
{
    return TimePoint::ofTicks(ticks(second));
}

}

class TestEdits : public QObject {
    Q_OBJECT

private slots:
    void anEdgeMovesItsNeighbours_data()
    {
        QTest::addColumn<EdgeMode>("mode");
        QTest::addColumn<bool>("atEnd");
        QTest::addColumn<int>("to");
        QTest::addColumn<Spans>("expected"); // from 0–4, 4–6, 8–9, moving the middle one
        QTest::newRow("follow inwards") << EdgeMode::Follow << false << 5 << Spans{{0, 5}, {5, 6}, {8, 9}};
        QTest::newRow("follow outwards") << EdgeMode::Follow << false << 2 << Spans{{0, 2}, {2, 6}, {8, 9}};
        QTest::newRow("nobody follows over a gap")
            << EdgeMode::Follow << true << 7 << Spans{{0, 4}, {4, 7}, {8, 9}};
        QTest::newRow("push") << EdgeMode::Push << true << 10 << Spans{{0, 4}, {4, 10}, {10, 11}};
        QTest::newRow("push into a gap") << EdgeMode::Push << true << 8 << Spans{{0, 4}, {4, 8}, {8, 9}};
        QTest::newRow("overwrite a part")
            << EdgeMode::Overwrite << false << 1 << Spans{{0, 1}, {1, 6}, {8, 9}};
        QTest::newRow("overwrite whole ones") << EdgeMode::Overwrite << true << 20 << Spans{{0, 4}, {4, 20}};
    }

    void anEdgeMovesItsNeighbours()
    {
        QFETCH(const EdgeMode, mode);
        QFETCH(const bool, atEnd);
        QFETCH(const int, to);
        QFETCH(const Spans, expected);
        Annotation annotation = test::withSpans({{0, 4}, {4, 6}, {8, 9}});
        annotation.apply(moveEdge(annotation, 2, atEnd, at(to), mode));
        QCOMPARE(spansOf(annotation, 1), expected);
        QCOMPARE(annotation.checkConsistency().size(), std::size_t(0));
    }

    void whatIsInTheWayRefusesTheEdge()
    {
        Annotation annotation = test::withSpans({{0, 4}, {4, 6}, {8, 9}});
        const Annotation before = annotation;
        const std::string failure = test::failureOf(
            [&] { annotation.apply(moveEdge(annotation, 2, true, at(9), EdgeMode::Follow)); });
        QVERIFY2(
            failure.starts_with("refused: In words, 4.000 s to 9.000 s would overlap 8.000 s to 9.000 s"),
            failure.c_str());
        QVERIFY(annotation == before);
    }

    void aTierWithSegmentsIsNotRemovedAndKeepsThem()
    {
        Annotation annotation = test::withSpans({{0, 4}, {4, 6}});
        const Annotation before = annotation;
        const Change removal{{{*annotation.tier(1), std::nullopt}}, {}, {}};
        QCOMPARE(test::failureOf([&] { annotation.apply(removal); }),
                 std::string("refused: A tier that still has segments would be removed."));
        QVERIFY(annotation == before);
        QCOMPARE(spansOf(annotation, 1), (Spans{{0, 4}, {4, 6}})); // also by time
        QCOMPARE(annotation.tiersOf("v").size(), std::size_t(1));
    }

    void tiersAreKnownByVideoAndParent()
    {
        Annotation annotation = test::withSpans({});
        Tier below = test::tier(2, "below");
        below.parent = 1;
        below.constraint = Constraint::IncludedIn;
        below.order = -1;
        annotation.apply({{{std::nullopt, below}}, {}, {}});
        QCOMPARE(annotation.tiersOf("v"), (std::vector{annotation.tier(2), annotation.tier(1)}));
        QCOMPARE(annotation.tiersBelow(1), (std::vector{annotation.tier(2)}));
        Tier alone = below;
        alone.parent = 0;
        alone.constraint = Constraint::None;
        alone.video = "w";
        annotation.apply({{{below, alone}}, {}, {}});
        QCOMPARE(annotation.tiersOf("v"), (std::vector{annotation.tier(1)}));
        QCOMPARE(annotation.tiersOf("w"), (std::vector{annotation.tier(2)}));
        QVERIFY(annotation.tiersBelow(1).empty());
        annotation.apply({{{alone, std::nullopt}}, {}, {}});
        QVERIFY(annotation.tiersOf("w").empty());
    }

    /// Took 25 s when each new tier looked at all others.
    void aTierInEachOfManyVideosIsOneQuickChange()
    {
        Annotation annotation;
        Change change;
        for (int video = 0; video < 25'000; ++video) {
            Tier tier = test::tier(video + 1, "words");
            tier.video = "video_" + std::to_string(video);
            change.tiers.push_back({std::nullopt, tier});
        }
        QElapsedTimer timer;
        timer.start();
        annotation.apply(change);
        QVERIFY2(timer.elapsed() < 8000, "a change touches more than its own tiers");
        QCOMPARE(annotation.tiersOf("video_24999").size(), std::size_t(1));
        annotation.apply(change.inverse());
        QVERIFY(annotation.tiers().empty());
    }

    void aSegmentSplitsAndMergesBack()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        Segment read = *annotation.segment(1);
        read.sourceRow = 7;
        annotation.apply({{}, {{*annotation.segment(1), read}}, {}});
        annotation.apply(setText(annotation, 1, "hello"));
        const Annotation before = annotation;
        const Change split = splitSegment(annotation, 1, at(3), "world");
        annotation.apply(split);
        QCOMPARE(spansOf(annotation, 1), (Spans{{0, 3}, {3, 4}}));
        QCOMPARE(annotation.segment(2)->text, std::string("world"));
        QCOMPARE(annotation.segment(1)->sourceRow, 7);
        QCOMPARE(annotation.segment(2)->sourceRow, -1); // was made here
        annotation.apply(mergeSegments(annotation, 2, 1));
        QCOMPARE(annotation.segment(1)->text, std::string("hello world"));
        QCOMPARE(spansOf(annotation, 1), (Spans{{0, 4}}));
        annotation.apply(setText(annotation, 1, "hello"));
        QVERIFY(annotation == before);
    }

    void undoIsTheInverse()
    {
        Annotation annotation = test::withSpans({{0, 4}, {4, 6}, {8, 9}});
        const Annotation before = annotation;
        const std::vector<SegmentId> all{1, 2, 3};
        for (const Change& change :
             {moveEdge(annotation, 2, true, at(30), EdgeMode::Overwrite), removeSegments(annotation, all),
              shiftSegments(annotation, all, ticks(5)), setText(annotation, 1, "x"),
              splitSegment(annotation, 1, at(1))}) {
            annotation.apply(change);
            QVERIFY(!(annotation == before));
            annotation.apply(change.inverse());
            QVERIFY(annotation == before);
        }
    }

    void aNumberIsNeverUsedTwice()
    {
        Annotation annotation = test::withSpans({{0, 4}, {4, 6}});
        annotation.apply(removeSegments(annotation, std::vector<SegmentId>{2}));
        QCOMPARE(annotation.unusedSegment(), SegmentId(3));
    }

    void valuesMustFitTheScale_data()
    {
        QTest::addColumn<std::string>("label");
        QTest::addColumn<bool>("isText");
        QTest::addColumn<double>("number");
        QTest::addColumn<std::string>("expected");
        QTest::newRow("on the scale") << std::string("sentiment") << false << -3.0 << std::string();
        QTest::newRow("beyond it") << std::string("sentiment") << false << 4.0
                                   << std::string("is not on the scale");
        QTest::newRow("between its steps")
            << std::string("sentiment") << false << 0.5 << std::string("in steps of 1");
        QTest::newRow("text on a scale")
            << std::string("sentiment") << true << 0.0 << std::string("is not on the scale");
        QTest::newRow("a term") << std::string("emotion") << true << 0.0 << std::string();
        QTest::newRow("a number for a term")
            << std::string("emotion") << false << 1.0 << std::string("is not in the vocabulary");
        QTest::newRow("no such label")
            << std::string("mood") << true << 0.0 << std::string("has no label mood");
    }

    void valuesMustFitTheScale()
    {
        QFETCH(const std::string, label);
        QFETCH(const bool, isText);
        QFETCH(const double, number);
        QFETCH(const std::string, expected);
        Annotation annotation = test::withSpans({{0, 4}});
        LabelValue value{number, {"ada", 1, 1, "video"}};
        if (isText)
            value.value = std::string("happy");
        const std::string failure
            = test::failureOf([&] { annotation.apply(setValue(annotation, 1, label, value)); });
        QVERIFY2(expected.empty() ? failure.empty() : failure.find(expected) != std::string::npos,
                 failure.c_str());
        if (expected.empty())
            QCOMPARE(annotation.labelled(1, label, value.value), (std::vector<SegmentId>{1}));
    }

    void aLockedTierIsNotChanged()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        Tier locked = *annotation.tier(1);
        locked.locked = true;
        annotation.apply({{{*annotation.tier(1), locked}}, {}, {}});
        const std::string failure = test::failureOf([&] { annotation.apply(setText(annotation, 1, "x")); });
        QCOMPARE(failure, std::string("refused: The tier words is locked."));
    }

    void aStaleChangeIsRefused()
    {
        Annotation annotation = test::withSpans({{0, 4}});
        const Change change = setText(annotation, 1, "x");
        annotation.apply(setText(annotation, 1, "y"));
        QVERIFY(test::failureOf([&] {
                    annotation.apply(change);
                }).starts_with("refused: A segment is not what it was"));
        QCOMPARE(annotation.segment(1)->text, std::string("y"));
    }
};

QTEST_GUILESS_MAIN(TestEdits)
#include "tst_edits.moc"
