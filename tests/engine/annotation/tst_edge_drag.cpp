#include "engine/annotation/edge_drag.h"
#include "engine/annotation/edits.h"

#include <QTest>

#include "tests/support/annotations.h"

using namespace engine;
using test::ticks;

class TestEdgeDrag : public QObject {
    Q_OBJECT

private slots:
    void theEdgeStopsAtALimit_data()
    {
        QTest::addColumn<SegmentId>("id"); // of 1–2, 2–3, 4–5
        QTest::addColumn<bool>("atEnd");
        QTest::addColumn<std::int64_t>("to");
        QTest::addColumn<std::int64_t>("expected");
        QTest::newRow("a free edge") << SegmentId(2) << true << ticks(7) / 2 << ticks(7) / 2;
        QTest::newRow("own shortest length")
            << SegmentId(3) << true << ticks(3) << ticks(4) + kShortestDragged;
        QTest::newRow("own shortest length, start")
            << SegmentId(3) << false << ticks(9) << ticks(5) - kShortestDragged;
        QTest::newRow("neighbour's shortest length")
            << SegmentId(1) << true << ticks(9) << ticks(3) - kShortestDragged;
        QTest::newRow("neighbour's shortest length, start")
            << SegmentId(2) << false << ticks(0) << ticks(1) + kShortestDragged;
        QTest::newRow("neighbour behind the gap") << SegmentId(2) << true << ticks(9) / 2 << ticks(4);
        QTest::newRow("neighbour before the gap") << SegmentId(3) << false << ticks(5) / 2 << ticks(3);
        QTest::newRow("start of the video") << SegmentId(1) << false << ticks(-1) << ticks(0);
        QTest::newRow("nothing behind the last") << SegmentId(3) << true << ticks(100) << ticks(100);
    }

    void theEdgeStopsAtALimit()
    {
        QFETCH(const SegmentId, id);
        QFETCH(const bool, atEnd);
        QFETCH(const std::int64_t, to);
        QFETCH(const std::int64_t, expected);
        Annotation annotation = test::withSpans({{1, 2}, {2, 3}, {4, 5}});
        const TimePoint reached = reachableEdge(annotation, id, atEnd, TimePoint::ofTicks(to));
        QCOMPARE(reached.ticks, expected);
        annotation.apply(moveEdge(annotation, id, atEnd, reached, EdgeMode::Follow));
        QVERIFY(annotation.checkConsistency().empty());
    }

    void thereIsNoRoomBetweenTooShortSegments()
    {
        Annotation annotation = test::withSpans({});
        Segment tiny = test::segment(1, 0, 0);
        tiny.end = TimePoint::ofTicks(kShortestDragged / 2);
        annotation.apply(insertSegment(annotation, tiny));
        std::swap(tiny.start, tiny.end);
        tiny.end = TimePoint::ofTicks(kShortestDragged);
        annotation.apply(insertSegment(annotation, tiny));
        QCOMPARE(reachableEdge(annotation, 1, true, TimePoint::ofTicks(3)).ticks, kShortestDragged / 2);
    }

    void whereItIsItKeepsItsRecordedTime()
    {
        Annotation annotation = test::withSpans({});
        Segment read = test::segment(1, 0, 0);
        read.start = TimePoint::ofRecorded(0.1);
        read.end = TimePoint::ofRecorded(0.3);
        annotation.apply(insertSegment(annotation, read));
        const TimePoint same = reachableEdge(annotation, 1, true, TimePoint::ofTicks(read.end.ticks));
        QCOMPARE(same, read.end);
        QVERIFY(moveEdge(annotation, 1, true, same, EdgeMode::Follow).empty());
    }

    void aNeighbourFollowsAlsoWhereOverlapsAreAllowed()
    {
        Annotation annotation = test::withSpans({{1, 2}, {2, 4}});
        Tier tier = *annotation.tier(1);
        tier.overlapping = true;
        annotation.apply({{{*annotation.tier(1), tier}}, {}, {}});
        annotation.apply(moveEdge(annotation, 1, true, TimePoint::ofTicks(ticks(3)), EdgeMode::Follow));
        QCOMPARE(annotation.segment(2)->start.ticks, ticks(3));
    }
};

QTEST_GUILESS_MAIN(TestEdgeDrag)
#include "tst_edge_drag.moc"
