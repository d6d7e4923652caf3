#include "engine/live/picture_sieve.h"

#include <QTest>

#include <vector>

using namespace engine;

namespace {

std::shared_ptr<const VideoFrame> pictureAt(double time)
{
    auto picture = std::make_shared<VideoFrame>();
    picture->time = time;
    return picture;
}

}

class TestPictureSieve : public QObject {
    Q_OBJECT

private slots:
    void theStepDividesHopAndInterval()
    {
        QCOMPARE(pictureStep(0.5, 0.25), 0.25);
        QCOMPARE(pictureStep(0.5, 0.3), 0.1);
        QCOMPARE(pictureStep(1.0, 0.5), 0.5);
    }

    /// At 25 a second, those that are shown at 0, 0.25, 0.5, …: the last that began before.
    void onlyWhatIsAskedForPasses()
    {
        PictureSieve sieve(0.25);
        std::vector<double> passed;
        for (int frame = 0; frame <= 26; ++frame) {
            if (const auto picture = sieve.next(pictureAt(frame * 0.04)))
                passed.push_back(picture->time);
        }
        QCOMPARE(passed.size(), std::size_t(5));
        const std::vector<double> expected{0.0, 0.24, 0.48, 0.72, 1.0};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY2(std::abs(passed[i] - expected[i]) < 1e-9, qPrintable(QString::number(passed[i])));
    }

    void aPictureThatStaysPassesWhenItsTimeComes()
    {
        PictureSieve sieve(0.25);
        QVERIFY(!sieve.next(pictureAt(0.1)));
        QVERIFY(!sieve.until(0.2));
        QCOMPARE(sieve.until(0.26)->time, 0.1);
        QVERIFY(!sieve.until(10.0)); // once only: it is known already
    }
};

QTEST_GUILESS_MAIN(TestPictureSieve)
#include "tst_picture_sieve.moc"
