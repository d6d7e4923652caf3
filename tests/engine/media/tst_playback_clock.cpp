#include "engine/media/playback_clock.h"

#include <QTest>

#include <cmath>

using namespace engine;

class TestPlaybackClock : public QObject {
    Q_OBJECT

    double m_now = 100.0;
    PlaybackClock clock()
    {
        return PlaybackClock([this] { return m_now; });
    }

private slots:
    void runsAndStands()
    {
        PlaybackClock time = clock();
        m_now += 5.0;
        QCOMPARE(time.position(), 0.0);
        time.seek(2.0);
        time.play();
        m_now += 1.5;
        QCOMPARE(time.position(), 3.5);
        time.pause();
        m_now += 9.0;
        QCOMPARE(time.position(), 3.5);
        QVERIFY(!time.playing());
    }

    void keepsItsRate()
    {
        PlaybackClock time = clock();
        time.setRate(2.0);
        time.play();
        m_now += 1.0;
        time.setRate(0.5);
        m_now += 1.0;
        QCOMPARE(time.position(), 2.5);
    }

    void loopsOverASpan()
    {
        PlaybackClock time = clock();
        time.setLoop(Interval{1.0, 3.0});
        time.play();
        const auto before = time.jumps();
        m_now += 2.5;
        QCOMPARE(time.position(), 2.5);
        m_now += 1.0;
        QCOMPARE(time.position(), 1.5);
        QCOMPARE(time.jumps(), before + 1);
        m_now += 4.25; // more than two turns at once
        QCOMPARE(time.position(), 1.75);
    }

    void behindTheSpanItRunsOn()
    {
        PlaybackClock time = clock();
        time.setLoop(Interval{1.0, 3.0});
        time.seek(5.0);
        time.play();
        m_now += 1.0;
        QCOMPARE(time.position(), 6.0);
    }

    /// A device that reports in blocks of 60 ms, 100 ms late, leads the clock without a visible step.
    void followsTheSoundSmoothly()
    {
        PlaybackClock time = clock();
        time.play();
        const double start = m_now;
        double last = 0.0;
        for (int i = 1; i <= 600; ++i) {
            m_now = start + i * 0.01;
            const double position = time.position();
            QVERIFY(position >= last + 0.0049 && position <= last + 0.0151);
            last = position;
            const double played = std::max(0.0, m_now - start - 0.1);
            time.correct(std::floor(played / 0.06) * 0.06);
        }
        QVERIFY2(std::abs(last - 5.9) < 0.03, qPrintable(QString::number(last)));
    }

    void waitsForTheSoundToMove()
    {
        PlaybackClock time = clock();
        time.seek(4.0);
        time.play(true);
        for (int i = 0; i < 5; ++i) {
            m_now += 0.1;
            time.correct(4.0);
            QCOMPARE(time.position(), 4.0);
        }
        time.correct(4.05);
        m_now += 0.5;
        QVERIFY(time.position() > 4.3);
    }

    void doesNotWaitForEver()
    {
        PlaybackClock time = clock();
        time.play(true);
        m_now += 1.0;
        QCOMPARE(time.position(), 0.0);
        m_now += 9.0;
        QCOMPARE(time.position(), 8.0);
    }

    void aSeekForgetsWhatTheSoundSaid()
    {
        PlaybackClock time = clock();
        time.play();
        m_now += 1.0;
        time.correct(0.2);
        time.seek(50.0);
        m_now += 1.0;
        QCOMPARE(time.position(), 51.0);
    }
};

QTEST_GUILESS_MAIN(TestPlaybackClock)
#include "tst_playback_clock.moc"
