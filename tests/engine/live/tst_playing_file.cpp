#include "engine/live/playing_file.h"

#include <QElapsedTimer>
#include <QTest>

#include <mutex>

#include "tests/support/waiting.h"

using namespace engine;

namespace {

/// What a file gave, from its thread.
struct Given {
    std::mutex mutex;
    std::vector<double> pictures; ///< their times
    std::size_t samples = 0;
    double soundEnd = 0.0;
    bool isInOrder = true; ///< sound follows sound without a gap
    double reached = 0.0;
    double earliest = 1e9; ///< how long before its time the most hurried picture came
    std::string failure;
    QElapsedTimer clock;
};

PlayingFile::Callbacks into(Given& given)
{
    given.clock.start();
    PlayingFile::Callbacks calls;
    calls.picture = [&](const std::shared_ptr<const VideoFrame>& picture) {
        const std::scoped_lock lock(given.mutex);
        given.pictures.push_back(picture->time);
        given.earliest
            = std::min(given.earliest, static_cast<double>(given.clock.elapsed()) / 1000.0 - picture->time);
    };
    calls.sound = [&](double start, const std::vector<float>& samples) {
        const std::scoped_lock lock(given.mutex);
        given.isInOrder = given.isInOrder
            && std::llround(start * kLiveSoundRate) == static_cast<long long>(given.samples);
        given.samples += samples.size();
    };
    calls.reached = [&](double until, double) {
        const std::scoped_lock lock(given.mutex);
        given.reached = until;
    };
    calls.failed = [&](const std::string& message) {
        const std::scoped_lock lock(given.mutex);
        given.failure = message;
    };
    return calls;
}

}

class TestPlayingFile : public QObject {
    Q_OBJECT

private slots:
    void aFilePlaysAsFastAsItIs()
    {
        Given given;
        const PlayingFile file(DEMO "/media/ada_1.mp4", into(given));
        const auto reached = [&] {
            const std::scoped_lock lock(given.mutex);
            return given.reached;
        };
        QTRY_VERIFY(reached() >= 1.0);
        const std::scoped_lock lock(given.mutex);
        QVERIFY(given.earliest > -0.001); // never before its time
        QVERIFY(given.pictures.size() >= 24 && std::ranges::is_sorted(given.pictures));
        QVERIFY(given.pictures.back() <= given.reached);
        QVERIFY(given.isInOrder);
        QCOMPARE(static_cast<long long>(given.samples),
                 static_cast<long long>(std::floor(given.reached * kLiveSoundRate)));
    }

    void whatIsNoMediaFails()
    {
        Given given;
        const PlayingFile file(FIXTURES "/models/metrics.json", into(given));
        const auto failure = [&] {
            const std::scoped_lock lock(given.mutex);
            return given.failure;
        };
        QTRY_VERIFY(!failure().empty());
        QVERIFY(file.now() < 0.0);
    }
};

QTEST_GUILESS_MAIN(TestPlayingFile)
#include "tst_playing_file.moc"
