#include "engine/media/audio_reader.h"
#include "engine/media/clip_recorder.h"
#include "engine/media/video_reader.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace engine;

namespace {

constexpr int kSoundRate = 16000;

/// A picture of one shade.
std::shared_ptr<const VideoFrame> shade(double time, std::uint8_t value, int width = 64)
{
    auto picture = std::make_shared<VideoFrame>();
    picture->time = time;
    picture->width = width;
    picture->height = 48;
    picture->bgra = std::vector<std::uint8_t>(std::size_t{4} * static_cast<std::size_t>(width) * 48, value);
    return picture;
}

struct Ending {
    int count = 0;
    std::string error;
};

ClipRecorder::Finished into(Ending& ending)
{
    return [&ending](const std::filesystem::path&, const std::string& error) {
        ++ending.count;
        ending.error = error;
    };
}

}

class TestClipRecorder : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path file(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / "new folder" / name;
    }

private slots:
    void whatCameInIsInTheFile()
    {
        Ending ending;
        {
            ClipRecorder recorder(file("a.mp4"), kSoundRate, into(ending));
            recorder.addSound(4.9, std::vector<float>(1600, 0.1F)); // 0.1 s before the first picture
            for (int i = 0; i < 25; ++i)
                recorder.addPicture(shade(5.0 + i * 0.04, static_cast<std::uint8_t>(10 * i)));
            recorder.addSound(5.0, std::vector<float>(8000, 0.2F));
            recorder.addSound(5.75, std::vector<float>(4000, 0.3F)); // after a gap of 0.25 s
        }
        QCOMPARE(ending.count, 1);
        QVERIFY2(ending.error.empty(), ending.error.c_str());
        VideoReader video(MediaFile(file("a.mp4")));
        QCOMPARE(video.index().size(), std::size_t(25));
        QVERIFY(std::abs(video.index().time(10) - 0.4) < 0.001);
        QVERIFY(std::abs(int(video.frame(20, 0, 0)->bgra[0]) - 200) < 8);
        AudioReader sound(MediaFile(file("a.mp4")), kSoundRate, 1);
        std::vector<float> samples(kSoundRate + 4000);
        samples.resize(sound.read(samples));
        QVERIFY(std::abs(static_cast<int>(samples.size()) - kSoundRate) < 2100); // whole frames of AAC
        const auto mean = [&](std::size_t first) {
            double sum = 0.0;
            for (std::size_t i = first; i < first + 1600; ++i)
                sum += static_cast<double>(samples[i]);
            return sum / 1600.0;
        };
        QVERIFY(std::abs(mean(4000) - 0.2) < 0.03);
        QVERIFY(std::abs(mean(9000)) < 0.03);
        QVERIFY(std::abs(mean(13500) - 0.3) < 0.03);
    }

    void nothingIsAFailure()
    {
        Ending ending;
        ClipRecorder(file("b.mp4"), kSoundRate, into(ending));
        QCOMPARE(ending.count, 1);
        QVERIFY(ending.error.find("nothing was recorded") != std::string::npos);
        QVERIFY(!std::filesystem::exists(file("b.mp4")));
    }

    void picturesOfAnotherSizeAreLeftOut()
    {
        Ending ending;
        {
            ClipRecorder recorder(file("c.mp4"), 0, into(ending));
            for (int i = 0; i < 10; ++i)
                recorder.addPicture(shade(i * 0.04, 100, i == 5 ? 32 : 64));
        }
        QVERIFY2(ending.error.empty(), ending.error.c_str());
        QCOMPARE(VideoReader(MediaFile(file("c.mp4"))).index().size(), std::size_t(9));
    }
};

QTEST_GUILESS_MAIN(TestClipRecorder)
#include "tst_clip_recorder.moc"
