#include "engine/core/error.h"
#include "engine/media/audio_reader.h"
#include "engine/media/rendered_clip.h"
#include "engine/media/video_reader.h"

#include <QTest>

#include <algorithm>
#include <cmath>

#include "tests/support/odd_media.h"

using namespace engine;

/// Clips whose pictures the test paints: the recording's own, with its numbers, or a plain colour.
class RenderedClipTest : public QObject {
    Q_OBJECT

private slots:
    void picturesAreThoseOfTheirTime_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("end");
        QTest::addColumn<double>("rate");
        QTest::newRow("the recording's rate") << "plain_30fps.mp4" << 1.0 << 2.0 << 30.0;
        QTest::newRow("25 of 30") << "plain_30fps.mp4" << 0.5 << 2.5 << 25.0;
        QTest::newRow("50 of 30") << "plain_30fps.mp4" << 0.2 << 1.1 << 50.0;
        QTest::newRow("frames of different lengths") << "vfr.mp4" << 0.3 << 2.7 << 25.0;
        QTest::newRow("29.97") << "plain_30fps.mp4" << 0.0 << 3.0 << 30000.0 / 1001;
    }
    void picturesAreThoseOfTheirTime()
    {
        QFETCH(QString, name);
        QFETCH(double, start);
        QFETCH(double, end);
        QFETCH(double, rate);
        const auto source = m_media.file(name.toStdString());
        const auto target = m_media.folder() / "rendered.mp4";
        RenderedClip clip{source, {start, end}, 640, 360, rate};
        const RenderedFile written = writeRenderedClip(clip, copyPicture, target);
        QVERIFY(!written.encoder.empty());
        VideoReader before(source);
        VideoReader after(target);
        QCOMPARE(after.info().width, 640);
        QCOMPARE(after.info().height, 360);
        QCOMPARE(after.index().size(), written.frames);
        QVERIFY(std::abs(static_cast<double>(written.frames) - (end - start) * rate) <= 1.0);
        QVERIFY(std::abs(after.index().end() - (end - start)) < 1.5 / rate);
        before.index();
        for (std::size_t k = 0; k < written.frames; ++k) {
            const double seconds = static_cast<double>(k) / rate;
            QVERIFY(std::abs(after.index().time(k) - seconds) < 1e-4);
            QCOMPARE(support::frameNumber(*after.frame(k, 0, 0)),
                     support::frameNumber(*before.frame(before.index().at(start + seconds), 0, 0)));
        }
    }

    void soundKeepsItsPlaceBesideThePictures()
    {
        const auto target = m_media.folder() / "sound-of-rendered.mp4";
        RenderedClip clip{m_media.file("plain_30fps.mp4"), {0.6, 2.0}, 320, 180, 25.0};
        QVERIFY(writeRenderedClip(clip, copyPicture, target).hasSound);
        AudioReader reader(target, 48000, 1); // the beep of second 1 is 0.4 s after its start
        std::vector<float> samples(48000);
        samples.resize(reader.read(samples));
        const auto loud = std::find_if(samples.begin() + 9600, samples.end(),
                                       [](float sample) { return std::abs(sample) > 0.1F; });
        const double begins = static_cast<double>(loud - samples.begin()) / 48000;
        QVERIFY2(std::abs(begins - 0.4) < 0.005, qPrintable(QString::number(begins)));
    }

    void whatIsNotWantedIsLeftOut()
    {
        const auto target = m_media.folder() / "silent.mp4";
        RenderedClip clip{m_media.file("plain_30fps.mp4"), {0.0, 1.0}, 320, 180, 25.0, false};
        clip.hasSound = false;
        std::size_t pictures = 0;
        const auto paint
            = [&](const VideoFrame* recorded, double, const PaintedPicture&) { pictures += recorded != nullptr; };
        QVERIFY(!writeRenderedClip(clip, paint, target).hasSound);
        QCOMPARE(pictures, std::size_t(0));
        QVERIFY(!probeMedia(target).hasAudio);
    }

    void withoutARecordingThePicturesAreAClip()
    {
        const auto target = m_media.folder() / "alone.mp4";
        const RenderedClip clip{std::nullopt, {3.0, 5.0}, 320, 180, 25.0};
        const auto paint = [](const VideoFrame*, double seconds, const PaintedPicture& picture) {
            std::ranges::fill(picture.bgra, static_cast<std::uint8_t>(seconds < 4.0 ? 20 : 220));
        };
        QCOMPARE(writeRenderedClip(clip, paint, target).frames, std::size_t(50));
        VideoReader reader(target);
        reader.index();
        QVERIFY(reader.frame(10, 0, 0)->bgra[400] < 60);
        QVERIFY(reader.frame(40, 0, 0)->bgra[400] > 180);
    }

    void aStopOrAFailureLeavesNothing()
    {
        const auto target = m_media.folder() / "nothing.mp4";
        RenderedClip clip{m_media.file("plain_30fps.mp4"), {0.0, 2.0}, 320, 180, 25.0};
        std::stop_source stop;
        RunContext run;
        run.stop = stop.get_token();
        run.progress = [&](double done) {
            if (done > 0.2)
                stop.request_stop();
        };
        QVERIFY_THROWS_EXCEPTION(Cancelled, writeRenderedClip(clip, copyPicture, target, run));
        QVERIFY_THROWS_EXCEPTION(IoError, writeRenderedClip(clip, copyPicture, "/nowhere/at/all.mp4"));
        clip.span = {1.0, 1.0};
        QVERIFY_THROWS_EXCEPTION(IoError, writeRenderedClip(clip, copyPicture, target));
        clip = {m_media.folder() / "missing.mp4", {0.0, 1.0}, 320, 180, 25.0};
        QVERIFY_THROWS_EXCEPTION(IoError, writeRenderedClip(clip, copyPicture, target));
        for (const auto& item : std::filesystem::directory_iterator(m_media.folder()))
            QVERIFY2(item.path().filename().string().find("nothing") == std::string::npos,
                     item.path().c_str());
    }

private:
    /// The recording's picture as it is; it is as large as the clip, or larger by the test's own doing.
    static void copyPicture(const VideoFrame* recorded, double, const PaintedPicture& picture)
    {
        if (recorded && recorded->bgra.size() == picture.bgra.size())
            std::ranges::copy(recorded->bgra, picture.bgra.begin());
    }

    support::OddMedia m_media;
};

QTEST_GUILESS_MAIN(RenderedClipTest)
#include "tst_rendered_clip.moc"
