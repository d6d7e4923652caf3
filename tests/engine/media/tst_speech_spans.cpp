#include "engine/core/error.h"
#include "engine/media/speech_spans.h"
#include "engine/media/wav_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <functional>
#include <numbers>

using namespace engine;

namespace {

using Sound = std::vector<float>;

/// Ten seconds of a tone of 300 Hz, as loud as `level` says for each moment.
Sound soundOf(const std::function<double(double)>& level)
{
    Sound sound(10 * VoiceLoudness::kRate);
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const double at = static_cast<double>(i) / VoiceLoudness::kRate;
        sound[i] = static_cast<float>(level(at) * std::sin(2.0 * std::numbers::pi * 300.0 * at));
    }
    return sound;
}

std::vector<Interval> spansOf(const Sound& sound, const SpeechOptions& options = {})
{
    VoiceLoudness loudness;
    loudness.add(sound);
    return speechSpans(loudness.levels(), 0.0, options);
}

double twoSpans(double at)
{
    return (at >= 1.0 && at < 3.0) || (at >= 5.0 && at < 8.0) ? 0.5 : 0.005;
}

bool isNear(double value, double expected)
{
    return std::abs(value - expected) < 0.03;
}

}

class TestSpeechSpans : public QObject {
    Q_OBJECT

private slots:
    void speechLiesBetweenPauses()
    {
        const std::vector<Interval> spans = spansOf(soundOf(twoSpans), {0.5, 0.25, 0.0});
        QCOMPARE(spans.size(), std::size_t(2));
        QVERIFY(isNear(spans[0].start, 1.0) && isNear(spans[0].end, 3.0));
        QVERIFY(isNear(spans[1].start, 5.0) && isNear(spans[1].end, 8.0));
    }

    void marginsStayInTheirPause()
    {
        const Sound sound
            = soundOf([](double at) { return at < 3.0 || (at >= 3.6 && at < 8.0) ? 0.5 : 0.005; });
        const std::vector<Interval> spans = spansOf(sound, {0.5, 0.25, 1.0});
        QCOMPARE(spans.size(), std::size_t(2));
        QVERIFY(isNear(spans[0].start, 0.0));
        QVERIFY(isNear(spans[0].end, 3.3));
        QVERIFY(isNear(spans[1].start, 3.3));
        QVERIFY(isNear(spans[1].end, 9.0));
    }

    void shortPausesPartNothingAndClicksAreNoSpeech()
    {
        const Sound sound = soundOf([](double at) {
            const bool isPause = at >= 2.0 && at < 2.3;
            const bool isClick = at >= 7.0 && at < 7.1;
            return (at >= 1.0 && at < 4.0 && !isPause) || isClick ? 0.5 : 0.005;
        });
        const std::vector<Interval> spans = spansOf(sound, {0.5, 0.25, 0.0});
        QCOMPARE(spans.size(), std::size_t(1));
        QVERIFY(isNear(spans[0].end, 4.0));
    }

    void silenceAndEvenNoiseHaveNone()
    {
        QVERIFY(spansOf({}).empty());
        QVERIFY(spansOf(soundOf([](double) { return 0.0; })).empty());
        QVERIFY(spansOf(soundOf([](double) { return 0.3; })).empty());
    }

    void humRumbleAndOffsetsAreNoSpeech()
    {
        for (const double hertz : {0.0, 12.0, 30.0}) {
            Sound sound = soundOf(twoSpans);
            for (std::size_t i = 0; i < sound.size(); ++i) {
                const double at = static_cast<double>(i) / VoiceLoudness::kRate;
                const double swell // loud where nobody speaks
                    = at > 3.0 && at < 5.0 ? 0.3 * std::pow(std::sin(std::numbers::pi * (at - 3.0) / 2.0), 2)
                                           : 0.0;
                sound[i] += static_cast<float>(swell * std::cos(2.0 * std::numbers::pi * hertz * at));
            }
            const std::vector<Interval> spans = spansOf(sound, {0.5, 0.25, 0.0});
            QCOMPARE(spans.size(), std::size_t(2));
            QVERIFY(isNear(spans[0].end, 3.0) && isNear(spans[1].start, 5.0));
        }
    }

    void voicesKeepTheirLevel()
    {
        VoiceLoudness loudness;
        loudness.add(soundOf([](double) { return 0.5; }));
        QCOMPARE(loudness.levels().size(), std::size_t(1000));
        QVERIFY(std::abs(loudness.levels()[500] - 20.0 * std::log10(0.5 / std::numbers::sqrt2)) < 0.1);
    }

    void piecesOfASoundAreTheSound()
    {
        const Sound sound = soundOf(twoSpans);
        VoiceLoudness whole, pieces;
        whole.add(sound);
        for (std::size_t from = 0; from < sound.size(); from += 777)
            pieces.add(std::span(sound).subspan(from, std::min<std::size_t>(777, sound.size() - from)));
        QVERIFY(pieces.levels() == whole.levels());
    }

    void spansOfARecordingLieOnItsTimeline()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath(QStringLiteral("talk.wav")).toStdString();
        {
            WavWriter writer(file, VoiceLoudness::kRate, 1);
            writer.add(soundOf(twoSpans));
            writer.commit();
        }
        const std::vector<Interval> spans = speechSpans(MediaFile(file), {0.5, 0.25, 0.0});
        QCOMPARE(spans.size(), std::size_t(2));
        QVERIFY(isNear(spans[0].start, 1.0) && isNear(spans[1].end, 8.0));
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled, speechSpans(MediaFile(file), {}, {stopped.get_token(), {}}));
    }
};

QTEST_GUILESS_MAIN(TestSpeechSpans)
#include "tst_speech_spans.moc"
