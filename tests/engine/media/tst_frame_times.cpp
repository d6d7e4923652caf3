#include "engine/media/frame_times.h"
#include "engine/media/video_reader.h"

#include <QTest>

#include <cmath>
#include <set>

#include "tests/support/failure.h"
#include "tests/support/odd_media.h"

using namespace engine;

class TestFrameTimes : public QObject {
    Q_OBJECT

    support::OddMedia m_media;

private slots:
    void eachFrameLastsUntilTheNext()
    {
        const std::vector<Interval> times = frameTimes(m_media.file("no_audio.mp4"));
        QCOMPARE(times.size(), std::size_t(120));
        for (std::size_t frame = 0; frame < times.size(); ++frame) {
            QVERIFY(std::abs(times[frame].start - static_cast<double>(frame) / 30) < 1e-9);
            if (frame + 1 < times.size())
                QCOMPARE(times[frame].end, times[frame + 1].start);
        }
        QVERIFY(std::abs(times.back().end - 4.0) < 1e-9);
    }

    void framesThatComeUnevenlyHaveTheirOwnTimes()
    {
        const std::vector<Interval> times = frameTimes(m_media.file("vfr.mp4"));
        VideoReader reader(m_media.file("vfr.mp4"));
        QCOMPARE(times.size(), reader.index().size());
        std::set<long> lengths; // in thirtieths of a second
        for (std::size_t frame = 0; frame < times.size(); ++frame) {
            QCOMPARE(times[frame].start, reader.index().time(frame));
            lengths.insert(std::lround(times[frame].length() * 30));
        }
        QVERIFY(lengths.contains(1) && lengths.contains(2) && lengths.contains(3));
    }

    void zeroIsWhatComesFirstWhateverTheContainersClock()
    {
        const auto file = m_media.file("start_100000s.ts"); // sound begins 1024 samples before the picture
        QVERIFY(std::abs(frameTimes(file).front().start - 1024 / 48000.0) < 1e-4);
        QCOMPARE(frameTimes(MediaFile(file, TimeZero::FirstPicture)).front().start, 0.0);
    }

    void whatHasNoFramesIsSaid()
    {
        const auto failure
            = [](const std::filesystem::path& path) { return test::failureOf([&] { frameTimes(path); }); };
        QVERIFY(failure(m_media.file("stereo_44k.mp3")).starts_with("no_video"));
        QVERIFY(failure(m_media.folder() / "absent.mp4").starts_with("file_not_found"));
        QVERIFY(failure(DEMO "/words.csd").starts_with("not_media"));
    }
};

QTEST_GUILESS_MAIN(TestFrameTimes)
#include "tst_frame_times.moc"
