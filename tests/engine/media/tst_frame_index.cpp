#include "engine/media/frame_index.h"

#include <QTest>

using namespace engine;

class TestFrameIndex : public QObject {
    Q_OBJECT

    /// Milliseconds as ticks; zero at 1000: frames at 0, 40, 80, 200 ms, key frames 0 and 2; the last one
    /// takes 40 ms.
    static FrameIndex index()
    {
        return {{{1000, -1, true}, {1040, -1, false}, {1080, -1, true}, {1200, -1, false}},
                0.001,
                1000.0,
                0.04,
                true};
    }

private slots:
    void findsTheFrameThatIsShown_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<int>("expected");
        QTest::newRow("before the first") << -1.0 << 0;
        QTest::newRow("at the first") << 0.0 << 0;
        QTest::newRow("just before the second") << 0.0399 << 0;
        QTest::newRow("at the second") << 0.04 << 1;
        QTest::newRow("rounded down a little") << 0.0799999 << 2;
        QTest::newRow("in the long one") << 0.19 << 2;
        QTest::newRow("after the end") << 99.0 << 3;
    }
    void findsTheFrameThatIsShown()
    {
        QFETCH(double, seconds);
        QFETCH(int, expected);
        QCOMPARE(index().at(seconds), static_cast<std::size_t>(expected));
    }

    void everyFrameIsShownAtItsOwnTime()
    {
        const FrameIndex frames = index();
        for (std::size_t k = 0; k < frames.size(); ++k)
            QCOMPARE(frames.at(frames.time(k)), k);
    }

    void durationsReachToTheNextFrame()
    {
        QCOMPARE(index().frameDuration(2), 0.12);
        QCOMPARE(index().frameDuration(3), 0.04);
        QCOMPARE(index().end(), 0.24);
    }

    void keyFramesAreFound()
    {
        QCOMPARE(index().keyBefore(3), std::size_t{2});
        QCOMPARE(index().keyBefore(2), std::size_t{2});
        QCOMPARE(index().keyBefore(1), std::size_t{0});
    }

    void framesAreFoundByTheirTime()
    {
        QVERIFY(index().find(1080) == std::size_t{2});
        QVERIFY(!index().find(1081));
    }

    void anEmptyIndexAnswers()
    {
        const FrameIndex empty;
        QCOMPARE(empty.at(1.0), std::size_t{0});
        QCOMPARE(empty.end(), 0.0);
        QVERIFY(!empty.complete());
    }
};

QTEST_GUILESS_MAIN(TestFrameIndex)
#include "tst_frame_index.moc"
