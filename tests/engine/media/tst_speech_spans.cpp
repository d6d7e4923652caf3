#include "engine/media/speech_spans.h"

#include <QTest>

#include <cmath>

using namespace engine;

namespace {

/// Ten seconds of sound at 100 bins a second, as loud as `level` says for each second.
PeakPyramid soundOf(const std::function<double(double)>& level)
{
    std::vector<PeakPyramid::Bin> bins;
    for (int i = 0; i < 1000; ++i) {
        const auto size = static_cast<std::int16_t>(level(i / 100.0) * PeakPyramid::kFullScale);
        bins.push_back({static_cast<std::int16_t>(-size), size, static_cast<std::uint16_t>(size / 2)});
    }
    return PeakPyramid(std::move(bins), 0.0, 0.01);
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
        const PeakPyramid sound = soundOf(
            [](double at) { return (at >= 1.0 && at < 3.0) || (at >= 5.0 && at < 8.0) ? 0.5 : 0.005; });
        const std::vector<Interval> spans = speechSpans(sound, {0.5, 0.25, 0.0});
        QCOMPARE(spans.size(), std::size_t(2));
        QVERIFY(isNear(spans[0].start, 1.0) && isNear(spans[0].end, 3.0));
        QVERIFY(isNear(spans[1].start, 5.0) && isNear(spans[1].end, 8.0));
    }

    void marginsStayInTheirPause()
    {
        const PeakPyramid sound
            = soundOf([](double at) { return at < 3.0 || (at >= 3.6 && at < 8.0) ? 0.5 : 0.005; });
        const std::vector<Interval> spans = speechSpans(sound, {0.5, 0.25, 1.0});
        QCOMPARE(spans.size(), std::size_t(2));
        QVERIFY(isNear(spans[0].start, 0.0));
        QVERIFY(isNear(spans[0].end, 3.3));
        QVERIFY(isNear(spans[1].start, 3.3));
        QVERIFY(isNear(spans[1].end, 9.0));
    }

    void shortPausesPartNothingAndClicksAreNoSpeech()
    {
        const PeakPyramid sound = soundOf([](double at) {
            const bool isPause = at >= 2.0 && at < 2.3;
            const bool isClick = at >= 7.0 && at < 7.1;
            return (at >= 1.0 && at < 4.0 && !isPause) || isClick ? 0.5 : 0.005;
        });
        const std::vector<Interval> spans = speechSpans(sound, {0.5, 0.25, 0.0});
        QCOMPARE(spans.size(), std::size_t(1));
        QVERIFY(isNear(spans[0].end, 4.0));
    }

    void silenceAndEvenNoiseHaveNone()
    {
        QVERIFY(speechSpans(PeakPyramid()).empty());
        QVERIFY(speechSpans(soundOf([](double) { return 0.0; })).empty());
        QVERIFY(speechSpans(soundOf([](double) { return 0.3; })).empty());
    }
};

QTEST_GUILESS_MAIN(TestSpeechSpans)
#include "tst_speech_spans.moc"
