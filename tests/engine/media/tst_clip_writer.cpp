#include "engine/core/error.h"
#include "engine/media/audio_reader.h"
#include "engine/media/clip_writer.h"
#include "engine/media/video_reader.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

#include <cmath>
#include <numeric>

#include "tests/support/odd_media.h"

using engine::Interval;

/// Clips and sounds cut out of media whose frames carry numbers and whose sound beeps at whole seconds.
class ClipWriterTest : public QObject {
    Q_OBJECT

private slots:
    void clipHoldsExactlyTheFramesOfItsSpan_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("end");
        QTest::newRow("on frames") << "plain_30fps.mp4" << 1.0 << 2.0;
        QTest::newRow("between frames") << "plain_30fps.mp4" << 0.51 << 1.33;
        QTest::newRow("a frame's part") << "plain_30fps.mp4" << 1.01 << 1.02;
        QTest::newRow("beyond the end") << "plain_30fps.mp4" << 3.5 << 100.0;
        QTest::newRow("frames of different lengths") << "vfr.mp4" << 0.3 << 2.7;
        QTest::newRow("late start") << "start_100000s.ts" << 0.4 << 1.6;
        QTest::newRow("no sound") << "no_audio.mp4" << 0.4 << 1.6;
    }
    void clipHoldsExactlyTheFramesOfItsSpan()
    {
        QFETCH(QString, name);
        QFETCH(double, start);
        QFETCH(double, end);
        const auto source = m_media.file(name.toStdString());
        const auto target = m_media.folder() / "clip.mp4";
        engine::writeClip(source, {start, end}, target);
        engine::VideoReader before(source);
        engine::VideoReader after(target);
        end = std::min(end, std::max(before.index().end(), before.info().duration));
        const std::size_t first = before.index().at(start);
        std::size_t last = first;
        while (last + 1 < before.index().size() && before.index().time(last + 1) < end - 1e-3)
            ++last;
        QCOMPARE(after.index().size(), last - first + 1);
        for (std::size_t k = first; k <= last; ++k) {
            QCOMPARE(support::frameNumber(*after.frame(k - first, 0, 0)),
                     support::frameNumber(*before.frame(k, 0, 0)));
            const double begins = std::max(0.0, before.index().time(k) - start);
            QVERIFY(std::abs(after.index().time(k - first) - begins) < 1e-4);
        }
        QVERIFY2(std::abs(after.index().end() - (end - start)) < 0.04, // of the last frame the reader guesses
                 qPrintable(QString::number(after.index().end())));
    }

    void soundOfAClipKeepsItsPlace()
    {
        const auto target = m_media.folder() / "sound-of-clip.mp4";
        engine::writeClip(m_media.file("plain_30fps.mp4"), {0.6, 2.0}, target);
        engine::AudioReader reader(target, 48000, 1); // the beep of second 1 is 0.4 s after its start
        std::vector<float> samples(48000);
        samples.resize(reader.read(samples));
        const auto loud = std::find_if(samples.begin() + 9600, samples.end(),
                                       [](float sample) { return std::abs(sample) > 0.1F; });
        const double begins = static_cast<double>(loud - samples.begin()) / 48000;
        QVERIFY2(std::abs(begins - 0.4) < 0.005, qPrintable(QString::number(begins)));
    }

    void wavIsTheSpanToTheSample()
    {
        const auto source = m_media.file("plain_30fps.mp4");
        const auto target = m_media.folder() / "piece.wav";
        engine::writeWav(source, {0.9, 1.3}, target);
        engine::AudioReader before(source);
        before.seek(0.9);
        const auto channels = static_cast<std::size_t>(before.channels());
        const auto count = static_cast<std::size_t>(std::lround(0.4 * before.sampleRate()));
        std::vector<float> expected(count * channels);
        QCOMPARE(before.read(expected), count);
        QFile file(QString::fromStdString(target.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QCOMPARE(bytes.size(), static_cast<qsizetype>(44 + count * channels * 2));
        QCOMPARE(qFromLittleEndian<quint32>(bytes.constData() + 24), quint32(before.sampleRate()));
        float worst = 0.0F;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const auto sample = qFromLittleEndian<qint16>(bytes.constData() + 44 + 2 * i);
            worst = std::max(worst, std::abs(static_cast<float>(sample) / 32767.0F - expected[i]));
        }
        QVERIFY(worst <= 1.0F / 32767.0F);
        QVERIFY(*std::max_element(expected.begin(), expected.end()) > 0.1F); // the beep is in it
    }

    void whatCannotBeExportedLeavesNothing()
    {
        const auto target = m_media.folder() / "nothing.mp4";
        const auto source = m_media.file("plain_30fps.mp4");
        QVERIFY_THROWS_EXCEPTION(engine::IoError, engine::writeClip(source, {50.0, 51.0}, target));
        std::stop_source stop;
        engine::RunContext run;
        run.stop = stop.get_token();
        run.progress = [&](double) { stop.request_stop(); };
        QVERIFY_THROWS_EXCEPTION(engine::Cancelled, engine::writeClip(source, {0.0, 2.0}, target, run));
        QVERIFY_THROWS_EXCEPTION(engine::IoError,
                                 engine::writeWav(source, {0.0, 1.0}, "/nowhere/at/all.wav"));
        for (const auto& item : std::filesystem::directory_iterator(m_media.folder()))
            QVERIFY2(item.path().filename().string().find("nothing") == std::string::npos,
                     item.path().c_str());
    }

private:
    support::OddMedia m_media;
};

QTEST_GUILESS_MAIN(ClipWriterTest)
#include "tst_clip_writer.moc"
