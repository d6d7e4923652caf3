#include "engine/core/error.h"
#include "engine/media/audio_reader.h"

#include <QTest>

#include <cmath>
#include <random>

#include "tests/support/odd_media.h"

using namespace engine;

class TestAudioReader : public QObject {
    Q_OBJECT

    support::OddMedia m_media;

    static std::vector<float> everything(AudioReader& reader)
    {
        std::vector<float> all;
        std::vector<float> part(static_cast<std::size_t>(1000 * reader.channels()));
        while (const std::size_t count = reader.read(part))
            all.insert(all.end(), part.begin(),
                       part.begin() + static_cast<std::ptrdiff_t>(count) * reader.channels());
        return all;
    }

    static double firstSound(const std::vector<float>& samples, int rate)
    {
        const auto loud
            = std::ranges::find_if(samples, [](float sample) { return std::abs(sample) > 0.02F; });
        return static_cast<double>(loud - samples.begin()) / rate;
    }

private slots:
    void beepsAreInTheirPlace_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("beep");
        QTest::newRow("AAC") << "plain_30fps.mp4" << 2.0;
        QTest::newRow("MP3") << "stereo_44k.mp3" << 3.0;
        QTest::newRow("late") << "audio_late_400ms.mkv" << 2.4;
        QTest::newRow("transport stream")
            << "start_3500ms.ts" << 2.0 + 1024 / 48000.0; // the encoder's first samples
        QTest::newRow("wave") << "mono_8k_mulaw.wav" << 1.0;
    }
    void beepsAreInTheirPlace()
    {
        QFETCH(QString, name);
        QFETCH(double, beep);
        AudioReader reader(m_media.file(name.toStdString()), 48000, 1);
        reader.seek(beep - 0.5);
        QVERIFY(std::abs(reader.position() - (beep - 0.5)) < 1e-4);
        std::vector<float> second(48000);
        reader.read(second);
        QVERIFY2(std::abs(firstSound(second, 48000) - 0.5) < 0.002,
                 qPrintable(QString::number(firstSound(second, 48000))));
    }

    void seeksAreSampleExact_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"plain_30fps.mp4", "stereo_44k.mp3", "surround_5_1.flac", "audio_only.ogg",
                                 "vp9_opus.webm", "audio_late_400ms.mkv", "start_3500ms.ts",
                                 "start_100000s.ts", "mjpeg_pcm.avi", "pcm24_16k.wav", "edit_list_cut.mp4"})
            QTest::newRow(name) << name;
    }
    void seeksAreSampleExact()
    {
        QFETCH(QString, name);
        AudioReader reader(m_media.file(name.toStdString()));
        const auto all = everything(reader);
        const auto width = static_cast<std::size_t>(reader.channels());
        const std::size_t frames = all.size() / width;
        std::mt19937 random(3);
        for (int i = 0; i < 20; ++i) {
            const std::size_t first
                = i < 3 ? frames / 4 * static_cast<std::size_t>(i) : random() % (frames - 3000);
            std::vector<float> part(2500 * width);
            reader.seek(static_cast<double>(first) / reader.sampleRate());
            QCOMPARE(reader.read(part), std::size_t{2500});
            for (std::size_t s = 0; s < part.size(); ++s) // decoders settle to the last bits, not to equality
                QVERIFY2(std::abs(part[s] - all[first * width + s]) < 0.01F,
                         qPrintable(QString::number(first)));
        }
    }

    void silenceFillsTheTimeBeforeTheSound()
    {
        AudioReader reader(m_media.file("audio_late_400ms.mkv"), 0, 1);
        std::vector<float> part(static_cast<std::size_t>(reader.sampleRate()));
        QCOMPARE(reader.read(part), part.size());
        QVERIFY(std::abs(firstSound(part, reader.sampleRate()) - 0.4) < 0.002);
    }

    void theEndIsTheEnd()
    {
        AudioReader reader(m_media.file("float32_16k.wav"));
        QCOMPARE(everything(reader).size(), std::size_t{64000});
        std::vector<float> part(100);
        QCOMPARE(reader.read(part), std::size_t{0});
        reader.seek(3.999);
        QCOMPARE(reader.read(part), std::size_t{16});
        reader.seek(99.0);
        QCOMPARE(reader.read(part), std::size_t{0});
        reader.seek(0.0);
        QCOMPARE(reader.read(part), std::size_t{100});
    }

    void formatsAreConverted()
    {
        AudioReader reader(m_media.file("surround_5_1.flac"), 44100);
        QCOMPARE(reader.channels(), 2);
        QCOMPARE(reader.sampleRate(), 44100);
        const auto all = everything(reader);
        QVERIFY(std::abs(static_cast<double>(all.size()) / 2.0 - 4 * 44100.0) < 20.0);
        for (const float sample : all)
            QVERIFY(std::abs(sample) <= 1.0F);
    }

    void picturesAloneAreSaid()
    {
        try {
            const AudioReader reader(m_media.file("no_audio.mp4"));
            QFAIL("opened");
        } catch (const IoError& error) {
            QCOMPARE(error.code(), std::string("no_audio"));
        }
    }
};

QTEST_GUILESS_MAIN(TestAudioReader)
#include "tst_audio_reader.moc"
