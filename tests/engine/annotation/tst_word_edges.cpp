#include "engine/annotation/word_edges.h"

#include <QTest>

using namespace engine;

namespace {

/// Two words that touch, a gap, a third.
const std::vector<Interval> words{{1.0, 2.0}, {2.0, 3.0}, {4.0, 5.0}};

}

class TestWordEdges : public QObject {
    Q_OBJECT

private slots:
    void theNeighbourFollowsWhereTwoWordsTouch()
    {
        QVERIFY(
            (movedEdge(words, 0, true, 1.75) == std::vector<WordTimes>{{0, {1.0, 1.75}}, {1, {1.75, 3.0}}}));
        QVERIFY(
            (movedEdge(words, 1, false, 2.25) == std::vector<WordTimes>{{1, {2.25, 3.0}}, {0, {1.0, 2.25}}}));
    }

    void edgesThatAlmostTouchAreOne()
    {
        const std::vector<Interval> almost{{1.0, 2.0}, {2.000005, 3.0}};
        QVERIFY(
            (movedEdge(almost, 0, true, 1.5) == std::vector<WordTimes>{{0, {1.0, 1.5}}, {1, {1.5, 3.0}}}));
    }

    void aFreeEdgeMovesAlone()
    {
        QVERIFY((movedEdge(words, 1, true, 3.5) == std::vector<WordTimes>{{1, {2.0, 3.5}}}));
        QVERIFY((movedEdge(words, 2, false, 3.5) == std::vector<WordTimes>{{2, {3.5, 5.0}}}));
        QVERIFY((movedEdge(words, 0, false, 0.25) == std::vector<WordTimes>{{0, {0.25, 2.0}}}));
    }

    void theEdgeStopsAtALimit_data()
    {
        QTest::addColumn<std::size_t>("word");
        QTest::addColumn<bool>("atEnd");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("expected");
        QTest::newRow("own shortest length") << std::size_t(2) << true << 3.0 << 4.0 + kShortestWord;
        QTest::newRow("own shortest length, start") << std::size_t(2) << false << 9.0 << 5.0 - kShortestWord;
        QTest::newRow("neighbour's shortest length") << std::size_t(0) << true << 9.0 << 3.0 - kShortestWord;
        QTest::newRow("neighbour's shortest length, start")
            << std::size_t(1) << false << 0.0 << 1.0 + kShortestWord;
        QTest::newRow("neighbour behind the gap") << std::size_t(1) << true << 4.5 << 4.0;
        QTest::newRow("neighbour before the gap") << std::size_t(2) << false << 2.5 << 3.0;
        QTest::newRow("start of the video") << std::size_t(0) << false << -1.0 << 0.0;
        QTest::newRow("nothing behind the last word") << std::size_t(2) << true << 100.0 << 100.0;
    }

    void theEdgeStopsAtALimit()
    {
        QFETCH(const std::size_t, word);
        QFETCH(const bool, atEnd);
        QFETCH(const double, seconds);
        QFETCH(const double, expected);
        const Interval moved = movedEdge(words, word, atEnd, seconds).front().interval;
        QCOMPARE(atEnd ? moved.end : moved.start, expected);
    }

    void nothingChangesWhereItAlreadyIs()
    {
        QVERIFY(movedEdge(words, 0, true, 2.0).empty());
        QVERIFY(movedEdge(words, 0, false, 1.0).empty());
    }

    void thereIsNoRoomBetweenTooShortWords()
    {
        const std::vector<Interval> tiny{{1.0, 1.005}, {1.005, 1.012}};
        QVERIFY(movedEdge(tiny, 0, true, 1.008).empty());
    }
};

QTEST_GUILESS_MAIN(TestWordEdges)
#include "tst_word_edges.moc"
