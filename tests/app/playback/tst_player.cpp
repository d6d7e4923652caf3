#include "app/playback/player.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

#include "tests/support/real_window.h"
#include "tests/support/waiting.h"

using app::Player;

class PlayerTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_player = std::make_unique<Player>();
        m_player->open(QStringLiteral(DEMO "/media/ada_1.mp4"));
        QTRY_VERIFY(m_player->info().has_value() && m_player->isSettled());
    }
    void cleanup() { m_player.reset(); }

    void playsInRealTimeWithoutASoundDevice()
    {
        QSignalSpy frames(m_player.get(), &Player::frameReady);
        m_player->play();
        QElapsedTimer clock;
        clock.start();
        QTest::qWait(1000); // the passing of time is what is shown
        m_player->pause(); // brings the position up to the clock's own time
        const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
        QVERIFY2(std::abs(m_player->position() - seconds) < 0.15,
                 qPrintable(QString::number(m_player->position())));
        QVERIFY(frames.count() >= 10); // of 25; a loaded machine may drop some
        const double stopped = m_player->position();
        QTest::qWait(60); // likewise: it stands still
        QCOMPARE(m_player->position(), stopped);
    }

    /// A click on the time axis right after another video was chosen is not lost.
    void aSeekWhileAFileOpensIsDoneWhenItIsOpen()
    {
        m_player->open(QStringLiteral(DEMO "/media/ada_2.mp4"));
        m_player->seek(3.0);
        QTRY_VERIFY(m_player->info().has_value() && m_player->isSettled());
        QCOMPARE(m_player->position(), 3.0);
        m_player->open(QStringLiteral(DEMO "/media/ada_1.mp4")); // which forgets it
        QTRY_VERIFY(m_player->info().has_value() && m_player->isSettled());
        QCOMPARE(m_player->position(), 0.0);
    }

    void stepsAreExactFramesBothWays()
    {
        m_player->seek(2.0);
        QTRY_VERIFY(m_player->isSettled());
        const qint64 frame = m_player->frame();
        QCOMPARE(frame, 50);
        for (int i = 0; i < 3; ++i)
            m_player->step(1);
        QCOMPARE(m_player->frame(), frame + 3);
        m_player->step(-4);
        QCOMPARE(m_player->frame(), frame - 1);
        QTRY_VERIFY(m_player->isSettled());
    }

    void frameOfThePositionIsTheOneThatIsShown()
    {
        double shown = -1;
        connect(m_player.get(), &Player::frameReady, this,
                [&](const QImage&, double seconds) { shown = seconds; });
        m_player->seek(3.337);
        QTRY_VERIFY(m_player->isSettled());
        QVERIFY(std::abs(shown - 3.32) < 1e-6); // frame 83 of 25 a second
    }

    void spanPlaysOnceAndStopsAtItsEnd()
    {
        m_player->playSpan({1.0, 1.3});
        QVERIFY(m_player->isPlaying());
        QTRY_VERIFY(!m_player->isPlaying());
        QVERIFY(std::abs(m_player->position() - 1.3) < 0.02);
    }

    void loopTurnsBack()
    {
        m_player->setLoop(engine::Interval{0.5, 0.8});
        m_player->seek(0.5);
        m_player->play();
        double last = 0;
        int turns = 0;
        connect(m_player.get(), &Player::positionChanged, this, [&](double seconds) {
            turns += seconds < last - 0.1;
            last = seconds;
        });
        QTRY_VERIFY(turns >= 2);
        QVERIFY(m_player->position() <= 0.85);
    }

    void rateIsBounded()
    {
        m_player->setRate(100);
        QCOMPARE(m_player->rate(), 4.0);
        m_player->setRate(0.001);
        QCOMPARE(m_player->rate(), 0.25);
    }

    void missingFileFailsWithASentence()
    {
        QSignalSpy failures(m_player.get(), &Player::failed);
        m_player->open(QStringLiteral("/nowhere/video.mp4"));
        m_player->setFallbackDuration(3.0);
        QTRY_COMPARE(failures.count(), 1);
        QVERIFY(failures.first().first().toString().contains(QStringLiteral("/nowhere/video.mp4")));
        QVERIFY(m_player->isSettled());
        QCOMPARE(m_player->duration(), 3.0); // what the sequences cover can still be walked through
    }

private:
    std::unique_ptr<Player> m_player;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QGuiApplication application(argc, argv);
    PlayerTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_player.moc"
