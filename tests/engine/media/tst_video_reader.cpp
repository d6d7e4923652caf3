#include "engine/core/error.h"
#include "engine/media/frames_ahead.h"
#include "engine/media/video_reader.h"

#include <QTest>

#include <cmath>
#include <map>
#include <random>
#include <set>

#include "tests/support/odd_media.h"

using namespace engine;
using support::frameNumber;

namespace {

constexpr double kPriming = 1024 / 48000.0; // seconds of sound before the first picture

}

class TestVideoReader : public QObject {
    Q_OBJECT

    support::OddMedia m_media;
    std::map<std::string, std::vector<int>> m_numbers;

    /// Every picture's bar code, read in order by a reader of its own.
    std::vector<int> numbers(const std::string& name)
    {
        std::vector<int>& result = m_numbers[name];
        if (!result.empty())
            return result;
        VideoReader reader(m_media.file(name));
        for (std::size_t k = 0; k < reader.index().size(); ++k)
            result.push_back(frameNumber(*reader.frame(k, 0, 0)));
        return result;
    }

    /// Files whose pictures say what was shown at which time: number = first + time × rate. Sound of
    /// transport streams begins 1024 samples early.
    static void timedFiles()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("frames");
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("first");
        QTest::newRow("MP4, one long GOP") << "plain_30fps.mp4" << 120 << 30.0 << 0.0;
        QTest::newRow("29.97 per second") << "ntsc_2997.mp4" << 120 << 30000.0 / 1001.0 << 0.0;
        QTest::newRow("variable rate") << "vfr.mp4" << 63 << 30.0 << 0.0;
        QTest::newRow("transport stream from 3.5 s") << "start_3500ms.ts" << 90 << 30.0 << -kPriming * 30.0;
        QTest::newRow("transport stream past the wrap of its clock")
            << "start_100000s.ts" << 90 << 30.0 << -kPriming * 30.0;
        QTest::newRow("cut by an edit list") << "edit_list_cut.mp4" << 78 << 30.0 << 42.0;
        QTest::newRow("VP9 in WebM") << "vp9_opus.webm" << 90 << 30.0 << 0.0;
        QTest::newRow("AVI of pictures") << "mjpeg_pcm.avi" << 90 << 30.0 << 0.0;
        QTest::newRow("HEVC, 10 bit") << "hevc_10bit.mp4" << 60 << 30.0 << 0.0;
        QTest::newRow("one per second, one key frame") << "one_fps_one_keyframe.mp4" << 60 << 1.0 << 0.0;
        QTest::newRow("120 per second") << "fps_120.mp4" << 240 << 120.0 << 0.0;
        QTest::newRow("program stream, two fields a picture") << "interlaced.mpg" << 50 << 50.0 << 0.0;
        QTest::newRow("transport stream with key frames") << "long_gops.ts" << 300 << 25.0 << 0.0;
    }

    /// The field that the middle row belongs to is not settled for interlaced pictures.
    static bool agrees(const QString& name, int number, int expected)
    {
        return name == u"interlaced.mpg" ? number / 2 == expected / 2 : number == expected;
    }

private slots:
    void everyPictureIsAtItsTime_data() { timedFiles(); }
    void everyPictureIsAtItsTime()
    {
        QFETCH(QString, name);
        QFETCH(int, frames);
        QFETCH(double, rate);
        QFETCH(double, first);
        VideoReader reader(m_media.file(name.toStdString()));
        QCOMPARE(reader.index().size(), static_cast<std::size_t>(frames));
        for (std::size_t k = 0; k < reader.index().size(); ++k) {
            const auto frame = reader.frame(k, 0, 0);
            QCOMPARE(frame->index, k);
            QCOMPARE(frame->time, reader.index().time(k));
            const int expected = static_cast<int>(std::lround(first + frame->time * rate));
            QVERIFY2(agrees(name, frameNumber(*frame), expected), qPrintable(QString::number(k)));
        }
    }

    void randomSeeksAreExact_data() { timedFiles(); }
    void randomSeeksAreExact()
    {
        QFETCH(QString, name);
        const auto expected = numbers(name.toStdString());
        VideoReader reader(m_media.file(name.toStdString()));
        std::mt19937 random(1);
        for (int i = 0; i < 60; ++i) {
            const std::size_t k = random() % expected.size();
            const auto frame = reader.frame(k, 0, 0);
            QCOMPARE(frame->index, k);
            QCOMPARE(frameNumber(*frame), expected[k]);
        }
    }

    void stepsBothWaysAreExact_data() { timedFiles(); }
    void stepsBothWaysAreExact()
    {
        QFETCH(QString, name);
        const auto expected = numbers(name.toStdString());
        VideoReader reader(m_media.file(name.toStdString()));
        const std::size_t middle = expected.size() / 2;
        std::vector<std::size_t> path;
        for (std::size_t k = middle; k-- > middle - 25;)
            path.push_back(k);
        for (std::size_t k = middle - 25; k < middle + 20; ++k)
            path.push_back(k);
        for (std::size_t k = expected.size(); k-- > expected.size() - 15;)
            path.push_back(k);
        for (const std::size_t k : path)
            QCOMPARE(frameNumber(*reader.frame(k, 0, 0)), expected[k]);
    }

    void aStoppedCallLeavesTheNextOnesExact()
    {
        const auto expected = numbers("long_gops.ts");
        VideoReader reader(m_media.file("long_gops.ts"));
        reader.index();
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, reader.frame(250, 0, 0, stopped.get_token()));
        for (const std::size_t k : {std::size_t{90}, std::size_t{85}, std::size_t{86}, std::size_t{190}})
            QCOMPARE(frameNumber(*reader.frame(k, 0, 0)), expected[k]);
    }

    void steppingBackIsFastOnceTheGroupIsDecoded()
    {
        VideoReader reader(m_media.file("plain_30fps.mp4"));
        reader.frame(100, 0, 0);
        reader.frame(99, 0, 0);
        for (std::size_t k = 98; k > 50; --k)
            QVERIFY(reader.cached(k));
    }

    void theFirstFrameNeedsNoIndex()
    {
        VideoReader reader(m_media.file("start_3500ms.ts"));
        const auto frame = reader.frame(0, 0, 0);
        QCOMPARE(frameNumber(*frame), 0);
        QVERIFY(std::abs(frame->time - kPriming) < 1e-4);
        QVERIFY(!reader.knownIndex().complete());
        QCOMPARE(frameNumber(*reader.frame(1, 0, 0)), 1);
    }

    void anIndexReadInSlicesIsTheWholeIndex()
    {
        VideoReader sliced(m_media.file("long_gops.ts"));
        std::set<std::size_t> sizes;
        while (!sliced.extendIndex(std::chrono::milliseconds(0)))
            sizes.insert(sliced.knownIndex().size());
        QVERIFY(sizes.size() > 5);
        VideoReader whole(m_media.file("long_gops.ts"));
        QCOMPARE(sliced.knownIndex().size(), whole.index().size());
        for (std::size_t k = 0; k < whole.index().size(); ++k)
            QCOMPARE(sliced.knownIndex().time(k), whole.index().time(k));
    }

    void picturesFitTheLimit_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QSize>("limit");
        QTest::addColumn<QSize>("expected");
        QTest::newRow("no limit") << "no_audio.mp4" << QSize(0, 0) << QSize(640, 360);
        QTest::newRow("by width") << "no_audio.mp4" << QSize(320, 0) << QSize(320, 180);
        QTest::newRow("by height") << "no_audio.mp4" << QSize(640, 90) << QSize(160, 90);
        QTest::newRow("never enlarged") << "no_audio.mp4" << QSize(2000, 2000) << QSize(640, 360);
        QTest::newRow("wide pixels") << "anamorphic.mp4" << QSize(0, 0) << QSize(640, 360);
        QTest::newRow("turned") << "rotated_90.mp4" << QSize(0, 0) << QSize(360, 640);
        QTest::newRow("odd numbers") << "odd_size_444.mp4" << QSize(0, 0) << QSize(321, 241);
        QTest::newRow("odd width") << "no_audio.mp4" << QSize(101, 0) << QSize(101, 57);
    }
    void picturesFitTheLimit()
    {
        QFETCH(QString, name);
        QFETCH(QSize, limit);
        QFETCH(QSize, expected);
        VideoReader reader(m_media.file(name.toStdString()));
        const auto frame = reader.frame(3, limit.width(), limit.height());
        QCOMPARE(QSize(frame->width, frame->height), expected);
        QCOMPARE(frame->bgra.size(), static_cast<std::size_t>(expected.width() * expected.height() * 4));
        for (std::size_t i = 3; i < frame->bgra.size(); i += 4)
            QCOMPARE(frame->bgra[i], std::uint8_t{255});
    }

    void barsAreReadAfterScaling()
    {
        VideoReader reader(m_media.file("anamorphic.mp4"));
        QCOMPARE(frameNumber(*reader.frame(33, 0, 0)), 33);
        QCOMPARE(frameNumber(*reader.frame(34, 321, 0)), 34);
    }

    /// FFmpeg's own player shows this file with the white guard at the bottom: turned by a quarter to the
    /// left.
    void phoneVideosStandUpright()
    {
        VideoReader reader(m_media.file("rotated_90.mp4"));
        QCOMPARE(reader.info().rotation, 270);
        const auto frame = reader.frame(0, 0, 0);
        const auto green = [&](int y) {
            return frame->bgra[static_cast<std::size_t>(y * frame->width + frame->width / 2) * 4 + 1];
        };
        QVERIFY(green(640 - 60) > 200);
        QVERIFY(green(60) < 60);
    }

    void coloursAreRight()
    {
        VideoReader reader(m_media.file("single_frame.mp4"));
        QCOMPARE(reader.index().size(), std::size_t{1});
        const auto frame = reader.frame(7, 0, 0);
        QCOMPARE(frame->index, std::size_t{0});
        QVERIFY(frame->bgra[2] > 240); // red
        QVERIFY(frame->bgra[1] < 12);
        QVERIFY(frame->bgra[0] < 12);
    }

    void picturesComeAheadAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* const name : {"vfr.mp4", "long_gops.ts", "truncated_playable.mp4"})
            QTest::newRow(name) << name;
    }
    void picturesComeAheadAsTheyAre()
    {
        QFETCH(QString, name);
        VideoReader one(m_media.file(name.toStdString()));
        VideoReader other(m_media.file(name.toStdString()));
        const std::size_t count = other.index().size();
        FramesAhead ahead(other, 160, 160);
        for (std::size_t k = 0; k < count; ++k) {
            const auto expected = one.frame(std::min(k, one.index().size() - 1), 160, 160);
            const auto frame = ahead.next();
            QCOMPARE(frame->index, expected->index);
            QVERIFY(frame->bgra == expected->bgra);
        }
    }

    /// Many pictures are ahead and nobody asks for them.
    void picturesAheadAreLeftAlone()
    {
        VideoReader reader(m_media.file("long_gops.ts"));
        QVERIFY(reader.index().size() > 100);
        {
            FramesAhead ahead(reader, 0, 0);
            QCOMPARE(frameNumber(*ahead.next()), 0);
        }
        QCOMPARE(frameNumber(*reader.frame(90, 0, 0)), 90);
    }

    void picturesAheadCanBeStopped()
    {
        VideoReader reader(m_media.file("long_gops.ts"));
        QVERIFY(reader.index().size() > 100);
        std::stop_source stop;
        stop.request_stop();
        FramesAhead ahead(reader, 0, 0, stop.get_token());
        QVERIFY_EXCEPTION_THROWN(ahead.next(), Cancelled);
    }

    void soundAloneIsSaid()
    {
        try {
            const VideoReader reader(m_media.file("stereo_44k.mp3"));
            QFAIL("opened");
        } catch (const IoError& error) {
            QCOMPARE(error.code(), std::string("no_video"));
        }
    }
};

QTEST_GUILESS_MAIN(TestVideoReader)
#include "tst_video_reader.moc"
