#include "engine/media/audio_reader.h"
#include "engine/media/clip_writer.h"
#include "engine/media/frame_times.h"
#include "engine/media/media_info.h"
#include "engine/media/peak_pyramid.h"
#include "engine/media/spectrogram.h"
#include "engine/media/video_reader.h"

#include <QTest>

#include <cmath>
#include <random>

#include "tests/support/truth_media.h"

using namespace engine;
using support::frameNumber;
using support::TruthMedia;

namespace {

std::vector<float> everything(AudioReader& reader)
{
    std::vector<float> samples;
    std::vector<float> block(4096);
    for (std::size_t got = reader.read(block); got > 0; got = reader.read(block))
        samples.insert(samples.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(got));
    return samples;
}

bool isNear(double a, double b, double tolerance = 0.001)
{
    return std::abs(a - b) <= tolerance;
}

QByteArray told(double found, double expected)
{
    return QStringLiteral("%1 instead of %2").arg(found, 0, 'f', 5).arg(expected, 0, 'f', 5).toUtf8();
}

}

/// Truth in picture and sound: files whose pictures and sounds say when they are, in every layout.
class TruthTest : public QObject {
    Q_OBJECT

    TruthMedia m_media;

    static void layouts(bool (*takes)(const TruthMedia::Layout&))
    {
        QTest::addColumn<QString>("name");
        for (const TruthMedia::Layout& layout : TruthMedia::layouts())
            if (takes(layout))
                QTest::newRow(layout.name.c_str()) << QString::fromStdString(layout.name);
    }
    static void withVideo()
    {
        layouts([](const TruthMedia::Layout& layout) { return layout.hasVideo; });
    }
    static void withAudio()
    {
        layouts([](const TruthMedia::Layout& layout) { return layout.hasAudio; });
    }
    static void withBoth()
    {
        layouts([](const TruthMedia::Layout& layout) { return layout.hasVideo && layout.hasAudio; });
    }
    static std::string current()
    {
        QFETCH(QString, name);
        return name.toStdString();
    }

    /// What the first picture of the file is.
    static int firstNumber(const std::string& name)
    {
        return TruthMedia::kFrames
            - static_cast<int>(std::lround(TruthMedia::layout(name).seconds * TruthMedia::kRate));
    }

private slots:
    void everyPictureHasItsNumber_data() { withVideo(); }
    void everyPictureHasItsNumber()
    {
        const std::string name = current();
        VideoReader reader(m_media.file(name));
        const int first = firstNumber(name);
        QCOMPARE(reader.index().size(), static_cast<std::size_t>(TruthMedia::kFrames - first));
        const double begins = reader.index().time(0);
        for (std::size_t k = 0; k < reader.index().size(); ++k) {
            const auto frame = reader.frame(k, 0, 0);
            QCOMPARE(frame->index, k);
            QCOMPARE(frameNumber(*frame), first + static_cast<int>(k));
            const double expected = begins + static_cast<double>(k) / TruthMedia::kRate;
            QVERIFY2(isNear(frame->time, expected), told(frame->time, expected));
        }
        const auto times = frameTimes(m_media.file(name));
        QCOMPARE(times.size(), reader.index().size());
        QCOMPARE(times.back().start, reader.index().time(times.size() - 1));
    }

    void picturesAreExactFromAnywhere_data() { withVideo(); }
    void picturesAreExactFromAnywhere()
    {
        const std::string name = current();
        VideoReader reader(m_media.file(name));
        const int first = firstNumber(name);
        std::mt19937 random(1);
        const std::size_t count = reader.index().size();
        for (int i = 0; i < 30; ++i) {
            const std::size_t k = random() % count;
            QCOMPARE(frameNumber(*reader.frame(k, 0, 0)), first + static_cast<int>(k));
        }
        VideoReader backwards(m_media.file(name));
        for (std::size_t k = count; k-- > count - 20;)
            QCOMPARE(frameNumber(*backwards.frame(k, 0, 0)), first + static_cast<int>(k));
    }

    void zeroIsWhatComesFirst_data() { withBoth(); }
    void zeroIsWhatComesFirst()
    {
        const std::string name = current();
        const MediaInfo info = probeMedia(m_media.file(name));
        QVERIFY2(isNear(info.startTime, m_media.earliest(name)),
                 told(info.startTime, m_media.earliest(name)));
        VideoReader reader(m_media.file(name));
        QVERIFY2(isNear(info.videoStart, reader.index().time(0)),
                 told(info.videoStart, reader.index().time(0)));
        QVERIFY(reader.index().time(0) >= -1e-9);
    }

    void clicksAreWhereTheDecoderHasThem_data() { withAudio(); }
    void clicksAreWhereTheDecoderHasThem()
    {
        const std::string name = current();
        AudioReader reader(m_media.file(name), 48000, 1);
        const auto found = support::clicksIn(everything(reader), 48000);
        const auto expected = m_media.clicks(name);
        const double zero = m_media.earliest(name);
        QCOMPARE(found.size(), expected.size());
        QVERIFY(found.size() >= 5);
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY2(isNear(found[i], expected[i] - zero), told(found[i], expected[i] - zero));
    }

    void clicksAreThereFromAnywhere_data() { withAudio(); }
    void clicksAreThereFromAnywhere()
    {
        const std::string name = current();
        AudioReader whole(m_media.file(name), 48000, 1);
        const auto clicks = support::clicksIn(everything(whole), 48000);
        AudioReader reader(m_media.file(name), 48000, 1);
        for (std::size_t i = clicks.size(); i-- > 0;) { // each lies before what was read last
            const double from = std::max(0.0, clicks[i] - 0.2);
            reader.seek(from);
            std::vector<float> samples(48000 * 4 / 10);
            samples.resize(reader.read(samples));
            const auto found = support::clicksIn(samples, 48000);
            QCOMPARE(found.size(), std::size_t{1});
            QVERIFY2(isNear(from + found.front(), clicks[i]), told(from + found.front(), clicks[i]));
        }
    }

    void clicksAndPicturesAgree_data() { withBoth(); }
    void clicksAndPicturesAgree()
    {
        const std::string name = current();
        VideoReader pictures(m_media.file(name));
        AudioReader sound(m_media.file(name), 48000, 1);
        const auto clicks = support::clicksIn(everything(sound), 48000);
        for (std::size_t i = 0; i < clicks.size(); ++i) {
            const int skipped = firstNumber(name);
            int picture = TruthMedia::kFirstClick;
            while (picture < skipped)
                picture += TruthMedia::kClickEvery;
            picture += static_cast<int>(i) * TruthMedia::kClickEvery - skipped;
            if (static_cast<std::size_t>(picture) >= pictures.index().size())
                break;
            const double expected
                = pictures.index().time(static_cast<std::size_t>(picture)) + m_media.soundLate(name);
            QVERIFY2(isNear(clicks[i], expected), told(clicks[i], expected));
        }
    }

    void waveformAndSpectrogramShowThem_data() { withAudio(); }
    void waveformAndSpectrogramShowThem()
    {
        const std::string name = current();
        AudioReader reader(m_media.file(name), 48000, 1);
        const auto clicks = support::clicksIn(everything(reader), 48000);
        const auto peaks = PeakPyramid::build(m_media.file(name));
        Spectrograph spectrograph(m_media.file(name), 0.01);
        for (const double click : clicks) {
            if (click < 0.1)
                continue;
            constexpr double width = 0.002;
            const auto columns = peaks->columns(click - 0.05, width, 50);
            const auto loudest = std::ranges::max_element(columns, {}, &Peak::rms);
            const double seen = click - 0.05 + width * (0.5 + static_cast<double>(loudest - columns.begin()));
            QVERIFY2(isNear(seen, click + 0.002, 0.004), told(seen, click + 0.002));
            const SpectrogramPiece piece = spectrograph.read(click - 0.05, width, 50);
            std::size_t highest = 0;
            const auto bin = static_cast<std::size_t>(1000.0 / piece.hertzPerBin);
            for (std::size_t i = 1; i < piece.columns(); ++i)
                if (piece.column(i)[bin] > piece.column(highest)[bin])
                    highest = i;
            const double heard = click - 0.05 + width * (0.5 + static_cast<double>(highest));
            QVERIFY2(isNear(heard, click + 0.002, 0.006), told(heard, click + 0.002));
        }
    }

    void extractedSoundHasTheTimesOfTheTimeline_data() { withAudio(); }
    void extractedSoundHasTheTimesOfTheTimeline()
    {
        const std::string name = current();
        AudioReader reader(m_media.file(name), 48000, 1);
        const auto expected = support::clicksIn(everything(reader), 48000);
        const auto wav = m_media.folder() / (name + ".wav");
        writeWav(m_media.file(name), {0.0, 1000.0}, wav);
        AudioReader written(wav, 48000, 1);
        const auto found = support::clicksIn(everything(written), 48000);
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY2(isNear(found[i], expected[i], 0.0005), told(found[i], expected[i]));
    }

    void durationsReachToTheEnd_data()
    {
        layouts([](const TruthMedia::Layout&) { return true; });
    }
    void durationsReachToTheEnd()
    {
        const std::string name = current();
        const TruthMedia::Layout& layout = TruthMedia::layout(name);
        double expected = layout.seconds + std::max(0.0, m_media.soundLate(name));
        if (layout.hasVideo)
            expected = std::max(expected, VideoReader(m_media.file(name)).index().end());
        const double found = probeMedia(m_media.file(name)).duration;
        // The encoders of sound fill their last frame.
        QVERIFY2(found >= expected - 0.001 && found <= expected + 0.09, told(found, expected));
    }

    void theRuleOfEarlierVersionsIsTheFirstPicture_data() { withVideo(); }
    void theRuleOfEarlierVersionsIsTheFirstPicture()
    {
        const std::string name = current();
        VideoReader reader(MediaFile(m_media.file(name), TimeZero::FirstPicture));
        QVERIFY(isNear(reader.index().time(0), 0.0));
        if (!TruthMedia::layout(name).hasAudio)
            return;
        VideoReader now(m_media.file(name));
        const double shift = now.index().time(0);
        AudioReader before(MediaFile(m_media.file(name), TimeZero::FirstPicture), 48000, 1);
        AudioReader after(m_media.file(name), 48000, 1);
        const auto was = support::clicksIn(everything(before), 48000);
        const auto is = support::clicksIn(everything(after), 48000);
        QVERIFY(!was.empty() && was.size() <= is.size());
        for (std::size_t i = 1; i <= was.size(); ++i)
            QVERIFY2(isNear(was[was.size() - i] + shift, is[is.size() - i]),
                     told(was[was.size() - i] + shift, is[is.size() - i]));
    }
};

QTEST_GUILESS_MAIN(TruthTest)
#include "tst_truth.moc"
