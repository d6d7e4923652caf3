#include "app/playback/sound_mixer.h"
#include "engine/media/audio_reader.h"

#include <QTest>

#include <cmath>
#include <memory>
#include <vector>

using app::SoundMixer;
using app::SoundVoice;

/// What is heard of several files together, each on its own clock.
class SoundMixerTest : public QObject {
    Q_OBJECT

    /// A file of one or more channels, whose sample k of channel c is of( k, c ).
    template <typename Of>
    static SoundMixer::Reader file(int channels, std::size_t frames, Of of)
    {
        auto next = std::make_shared<std::size_t>(0);
        return {channels,
                [next](double seconds) { *next = static_cast<std::size_t>(std::llround(seconds * kRate)); },
                [next, channels, frames, of](std::span<float> to) {
                    const auto width = static_cast<std::size_t>(channels);
                    std::size_t done = 0;
                    for (; done < to.size() / width && *next < frames; ++done, ++*next) {
                        for (std::size_t c = 0; c < width; ++c)
                            to[done * width + c] = of(*next, c);
                    }
                    return done;
                }};
    }
    static float one(std::size_t, std::size_t) { return 1.0F; }
    static float half(std::size_t, std::size_t) { return 0.5F; }
    static float ramp(std::size_t k, std::size_t) { return static_cast<float>(k) / 1000.0F; }

    static std::vector<float> read(SoundMixer& mixer, std::size_t frames, std::size_t* got = nullptr)
    {
        std::vector<float> samples(2 * frames, -1.0F);
        const std::size_t count = mixer.read(samples);
        if (got)
            *got = count;
        return samples;
    }
    static bool isNear(float a, double b, double within = 1e-5)
    {
        return std::abs(static_cast<double>(a) - b) < within;
    }

private slots:
    void voicesAreAdded()
    {
        SoundMixer mixer(kRate);
        mixer.add({}, file(2, 100, one));
        const std::size_t second = mixer.add({.gain = 0.5}, file(1, 100, half));
        mixer.seek(0.0);
        QCOMPARE(read(mixer, 3), std::vector<float>(6, 1.25F));
        mixer.setGain(second, 0.0);
        QCOMPARE(read(mixer, 2), std::vector<float>(4, 1.0F));
    }

    void aFileThatBeginsLaterIsSilentBefore()
    {
        SoundMixer mixer(kRate);
        mixer.add({.begins = 0.003}, file(1, 100, one));
        mixer.seek(0.0);
        QCOMPARE(read(mixer, 2), std::vector<float>(4, 0.0F)); // in two pieces
        QCOMPARE(read(mixer, 3), (std::vector<float>{0.0F, 0.0F, 1.0F, 1.0F, 1.0F, 1.0F}));
        mixer.seek(0.004); // a place within the file
        QCOMPARE(read(mixer, 1), std::vector<float>(2, 1.0F));
    }

    void aFileOfAnotherClockKeepsStep_data()
    {
        QTest::addColumn<double>("rate");
        QTest::newRow("slow") << 0.9999;
        QTest::newRow("fast") << 1.0001;
        QTest::newRow("the same") << 1.0;
    }

    void aFileOfAnotherClockKeepsStep()
    {
        QFETCH(const double, rate);
        SoundMixer mixer(kRate);
        mixer.add({.begins = 1.0, .rate = rate}, file(1, 200'000, ramp));
        mixer.seek(0.0);
        std::size_t at = 0;
        for (const std::size_t piece :
             {500U, 1U, 499U, 44'100U, 7U, 54'893U}) { // whatever the device asks for
            const std::vector<float> samples = read(mixer, piece);
            for (std::size_t i = 0; i < piece; ++i, ++at) {
                const double expected = at < kRate
                    ? 0.0
                    : static_cast<double>(at - kRate) * rate / 1000.0; // in frames of the file
                QVERIFY2(isNear(samples[2 * i], expected, 2e-3),
                         qPrintable(QStringLiteral("%1: %2").arg(at).arg(samples[2 * i])));
            }
        }
        QCOMPARE(at, std::size_t{100'000});
    }

    void oneChannelAloneIsHeardAtBothEars()
    {
        const auto sides = [](std::size_t, std::size_t channel) { return channel == 0 ? 0.25F : 0.75F; };
        SoundMixer mixer(kRate);
        mixer.add({.channel = 1}, file(2, 10, sides));
        mixer.seek(0.0);
        QCOMPARE(read(mixer, 1), (std::vector<float>{0.75F, 0.75F}));
        SoundMixer whole(kRate);
        whole.add({}, file(2, 10, sides));
        whole.seek(0.0);
        QCOMPARE(read(whole, 1), (std::vector<float>{0.25F, 0.75F}));
        SoundMixer lacking(kRate);
        lacking.add({.channel = 4}, file(2, 10, sides));
        lacking.seek(0.0);
        QCOMPARE(read(lacking, 1), (std::vector<float>{0.0F, 0.0F}));
    }

    /// A clip is heard for as long as its turn, and one that is over is not even opened.
    void aVoiceEndsWhereItIsToEnd()
    {
        SoundMixer mixer(kRate);
        bool isTouched = false;
        mixer.add({.length = 0.002}, file(1, 100, one));
        mixer.add({.length = 0.001},
                  {1, [&](double) { isTouched = true; },
                   [&](std::span<float>) {
                       isTouched = true;
                       return std::size_t{0};
                   }});
        mixer.seek(0.001);
        QCOMPARE(read(mixer, 3), (std::vector<float>{1.0F, 1.0F, 0.0F, 0.0F, 0.0F, 0.0F}));
        QVERIFY(!isTouched);
    }

    void theLongestVoiceEndsTheSound()
    {
        SoundMixer mixer(kRate);
        mixer.add({}, file(2, 2, one));
        mixer.add({}, file(1, 4, half));
        mixer.seek(0.0);
        std::size_t got = 0;
        const std::vector<float> samples = read(mixer, 6, &got);
        QCOMPARE(got, std::size_t{4});
        QVERIFY(isNear(samples[2], 1.5) && isNear(samples[4], 0.5) && isNear(samples[8], 0.0));
        read(mixer, 2, &got);
        QCOMPARE(got, std::size_t{0});
    }

    /// Two real recordings: Tom's began 1.3 s after Mira's, and his clock runs 40 ppm slower.
    void recordingsOfTheDemoAreInStep()
    {
        static constexpr int kSamples = 48000;
        const auto reader = [] {
            return std::make_shared<engine::AudioReader>(
                engine::MediaFile(DEMO "_conversation/media/tom.mp4"), kSamples, 2);
        };
        const auto sound = reader(), alone = reader();
        SoundMixer mixer(kSamples);
        mixer.add({.begins = 1.3, .rate = 1.0 / (1.0 + 40e-6)},
                  {2, [sound](double at) { sound->seek(at); },
                   [sound](std::span<float> to) { return sound->read(to); }});
        mixer.seek(60.0);
        alone->seek((60.0 - 1.3) / (1.0 + 40e-6));
        constexpr std::size_t piece = kSamples / 10; // short enough that the clocks do not part
        const std::vector<float> mixed = read(mixer, piece);
        std::vector<float> own(2 * piece);
        alone->read(own);
        double common = 0.0, first = 0.0, second = 0.0;
        for (std::size_t i = 0; i < mixed.size(); ++i) {
            common += static_cast<double>(mixed[i]) * own[i];
            first += static_cast<double>(mixed[i]) * mixed[i];
            second += static_cast<double>(own[i]) * own[i];
        }
        QVERIFY(first > 0.0 && second > 0.0);
        const double together = common / std::sqrt(first * second);
        QVERIFY2(together > 0.99, qPrintable(QString::number(together)));
    }

private:
    static constexpr int kRate = 1000;
};

QTEST_GUILESS_MAIN(SoundMixerTest)
#include "tst_sound_mixer.moc"
