#include "engine/media/frame_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <mutex>
#include <random>

#include "tests/support/odd_media.h"
#include "tests/support/waiting.h"

using namespace engine;
using support::frameNumber;

namespace {

/// Notes what a server says, from whichever thread.
class Log {
public:
    FrameServer::Callbacks callbacks()
    {
        return {[this](const MediaInfo& info) {
                    const std::lock_guard lock(m_mutex);
                    m_opened.push_back(info);
                },
                [this](std::shared_ptr<const VideoFrame> frame) {
                    const std::lock_guard lock(m_mutex);
                    m_frames.push_back(std::move(frame));
                },
                [this](const std::string& message) {
                    const std::lock_guard lock(m_mutex);
                    m_failures.push_back(message);
                }};
    }
    std::size_t opened() const { return locked(m_opened).size(); }
    std::vector<std::shared_ptr<const VideoFrame>> frames() const { return locked(m_frames); }
    std::vector<std::string> failures() const { return locked(m_failures); }
    /// The number of the frame that came last; -1 before the first.
    int last() const
    {
        const auto all = frames();
        return all.empty() ? -1 : static_cast<int>(all.back()->index);
    }

private:
    template <typename T>
    T locked(const T& value) const
    {
        const std::lock_guard lock(m_mutex);
        return value;
    }

    mutable std::mutex m_mutex;
    std::vector<MediaInfo> m_opened;
    std::vector<std::shared_ptr<const VideoFrame>> m_frames;
    std::vector<std::string> m_failures;
};

}

class TestFrameServer : public QObject {
    Q_OBJECT

    support::OddMedia m_media;

private slots:
    void theFirstFrameComesUnasked()
    {
        Log log;
        const FrameServer server(m_media.file("plain_30fps.mp4"), 320, 0, log.callbacks());
        QTRY_COMPARE(log.last(), 0);
        QCOMPARE(log.opened(), std::size_t{1});
        QCOMPARE(log.frames().front()->width, 320);
        QCOMPARE(frameNumber(*log.frames().front()), 0);
    }

    void theNewestWishWins()
    {
        Log log;
        FrameServer server(m_media.file("plain_30fps.mp4"), 0, 0, log.callbacks());
        QTRY_COMPARE(log.last(), 0);
        std::mt19937 random(5);
        for (int i = 0; i < 500; ++i)
            server.showFrame(random() % 120);
        server.show(77.5 / 30.0);
        QTRY_COMPARE(log.last(), 77);
        QVERIFY(log.frames().size() < 300);
        for (const auto& frame : log.frames())
            QCOMPARE(frameNumber(*frame), static_cast<int>(frame->index));
    }

    void playbackRunsForwardAndLeavesOutWhatIsLate()
    {
        Log log;
        FrameServer server(m_media.file("plain_30fps.mp4"), 0, 0, log.callbacks());
        QTRY_COMPARE(log.last(), 0);
        QElapsedTimer time;
        time.start();
        while (time.elapsed() < 1500) {
            server.show(static_cast<double>(time.elapsed()) / 1000.0 * 2.0); // twice as fast
            QTest::qWait(5); // the passing of time is what is shown
        }
        server.show(3.0);
        QTRY_COMPARE(log.last(), 90);
        const auto frames = log.frames();
        QVERIFY(frames.size() > 20);
        for (std::size_t i = 1; i < frames.size(); ++i)
            QVERIFY(frames[i]->index > frames[i - 1]->index);
    }

    void theSameFrameIsSentOnce()
    {
        Log log;
        FrameServer server(m_media.file("plain_30fps.mp4"), 0, 0, log.callbacks());
        QTRY_COMPARE(log.last(), 0);
        server.show(0.001);
        server.show(0.002);
        server.showFrame(3);
        QTRY_COMPARE(log.last(), 3);
        QCOMPARE(log.frames().size(), std::size_t{2});
    }

    void anotherSizeSendsTheFrameAgain()
    {
        Log log;
        FrameServer server(m_media.file("plain_30fps.mp4"), 320, 0, log.callbacks());
        server.showFrame(12);
        QTRY_COMPARE(log.last(), 12);
        server.resize(160, 0);
        QTRY_COMPARE(log.frames().back()->width, 160);
        QCOMPARE(log.last(), 12);
    }

    void framesAndTimesAreTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("known from the container") << "plain_30fps.mp4";
        QTest::newRow("read from the packets") << "start_3500ms.ts";
    }
    void framesAndTimesAreTold()
    {
        QFETCH(QString, name);
        Log log;
        const FrameServer server(m_media.file(name.toStdString()), 0, 0, log.callbacks());
        QTRY_VERIFY(server.frameCount());
        const double first = server.frameTime(0).value(); // sound of a transport stream begins before it
        QVERIFY(first >= 0.0 && first < 0.03);
        QVERIFY(server.frameAt(first + 1.01) == std::size_t{30});
        QVERIFY(std::abs(server.frameTime(30).value() - first - 1.0) < 1e-6);
        QVERIFY(!server.frameTime(5000));
    }

    void soundAloneOpensWithoutFrames()
    {
        Log log;
        FrameServer server(m_media.file("stereo_44k.mp3"), 0, 0, log.callbacks());
        QTRY_COMPARE(log.opened(), std::size_t{1});
        server.show(1.0);
        QTRY_VERIFY(server.frameCount() == std::size_t{0});
        QVERIFY(!server.frameAt(1.0));
        QVERIFY(log.failures().empty());
    }

    void failuresAreTold()
    {
        Log log;
        const FrameServer server(m_media.file("text.mp4"), 0, 0, log.callbacks());
        QTRY_COMPARE(log.failures().size(), std::size_t{1});
        QCOMPARE(log.opened(), std::size_t{0});
    }

    void endsPromptlyAtAnyMoment()
    {
        const auto file = m_media.file("long_gops.ts");
        std::mt19937 random(9);
        for (int i = 0; i < 60; ++i) {
            Log log;
            QElapsedTimer time;
            {
                FrameServer server(file, 0, 0, log.callbacks());
                if (i % 3 != 0)
                    server.showFrame(random() % 300);
                QTest::qWait(static_cast<int>(random() % 30)); // when it ends, not what it is waited for
                if (i % 2 == 0)
                    server.show(0.04 * static_cast<double>(random() % 300));
                time.start();
            }
            QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
        }
    }
};

QTEST_GUILESS_MAIN(TestFrameServer)
#include "tst_frame_server.moc"
