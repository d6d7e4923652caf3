#include "engine/core/error.h"
#include "engine/features/sound/voice_change.h"

#include <QTest>

#include <cmath>
#include <complex>
#include <numbers>

using namespace engine;
using namespace engine::sound;

namespace {

/// A vowel: pulses through one resonance.
std::vector<float> vowel(double hertz, double seconds = 0.5, double pitch = 120.0)
{
    const auto count = static_cast<std::size_t>(16000.0 * seconds);
    std::vector<double> sound(count);
    const double radius = std::exp(-std::numbers::pi * 80.0 / 16000.0);
    const double first = 2.0 * radius * std::cos(2.0 * std::numbers::pi * hertz / 16000.0);
    double next = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        const bool isPulse = static_cast<double>(i) >= next;
        next += isPulse ? 16000.0 / pitch : 0.0;
        sound[i] = (isPulse ? 0.1 : 0.0) + (i > 0 ? first * sound[i - 1] : 0.0)
            - (i > 1 ? radius * radius * sound[i - 2] : 0.0);
    }
    return {sound.begin(), sound.end()};
}

/// Where the spectrum is largest, in steps of 10 Hz; the sound's middle.
double peakOf(const std::vector<float>& sound)
{
    double best = 0.0;
    double at = 0.0;
    for (double hertz = 200.0; hertz < 4000.0; hertz += 10.0) {
        std::complex<double> sum = 0.0;
        for (std::size_t i = 1600; i < 1600 + 3200; ++i)
            sum += static_cast<double>(sound[i])
                * std::polar(1.0, -2.0 * std::numbers::pi * hertz * static_cast<double>(i) / 16000.0);
        if (std::abs(sum) > best) {
            best = std::abs(sum);
            at = hertz;
        }
    }
    return at;
}

double energy(const std::vector<float>& sound)
{
    double sum = 0.0;
    for (const float value : sound)
        sum += static_cast<double>(value) * static_cast<double>(value);
    return sum;
}

}

/// A voice whose formants move. The recorded case: tst_run_case_command.
class TestVoiceChange : public QObject {
    Q_OBJECT

private slots:
    void formantsMove()
    {
        const std::vector<float> voice = vowel(1200.0);
        const double before = peakOf(voice);
        const double angle = 2.0 * std::numbers::pi * 1200.0 / 16000.0;
        const double expected = std::pow(angle, 0.8) / (2.0 * std::numbers::pi) * 16000.0;
        const double after = peakOf(changedVoice(voice, 0.8));
        QVERIFY2(std::abs(before - 1200.0) < 70.0, qPrintable(QString::number(before)));
        QVERIFY2(std::abs(after - expected) < 70.0, qPrintable(QString::number(after)));
    }

    void withoutAChangeTheSoundStays()
    {
        const std::vector<float> voice = vowel(1200.0);
        const std::vector<float> same = changedVoice(voice, 1.0);
        QCOMPARE(same.size(), voice.size());
        double apart = 0.0;
        for (std::size_t i = 400; i + 800 < voice.size(); ++i)
            apart = std::max(apart, static_cast<double>(std::abs(same[i] - voice[i])));
        QVERIFY2(apart < 0.01, qPrintable(QString::number(apart)));
    }

    void energyStays()
    {
        const std::vector<float> voice = vowel(700.0);
        const double ratio = energy(changedVoice(voice, 1.2)) / energy(voice);
        QVERIFY2(ratio > 0.7 && ratio < 1.3, qPrintable(QString::number(ratio)));
    }

    void silenceAndShortPiecesStaySilent()
    {
        QVERIFY(energy(changedVoice(std::vector<float>(5000), 0.8)) == 0.0);
        QCOMPARE(changedVoice(std::vector<float>(100, 0.5F), 0.8), std::vector<float>(100));
        QVERIFY(changedVoice({}, 0.8).empty());
    }

    void anythingGivesNumbers()
    {
        std::uint32_t state = 1;
        std::vector<float> noise(8000);
        for (float& value : noise) {
            state = state * 1664525U + 1013904223U;
            value = static_cast<float>(state >> 8U) / 8388608.0F - 1.0F;
        }
        for (std::size_t i = 2000; i < 4000; ++i)
            noise[i] = i % 2 == 0 ? 1.0F : -1.0F; // full scale, at half the rate
        for (std::size_t i = 4000; i < 6000; ++i)
            noise[i] = 1.0F;
        for (const double coefficient : {0.5, 0.75, 1.3}) {
            for (const float value : changedVoice(noise, coefficient))
                QVERIFY(std::isfinite(value) && std::abs(value) < 100.0F);
        }
    }

    void wrongCoefficientsAreRefused()
    {
        QVERIFY_THROWS_EXCEPTION(ShapeError, changedVoice({}, 0.0));
        QVERIFY_THROWS_EXCEPTION(ShapeError, changedVoice({}, std::nan("")));
    }
};

QTEST_GUILESS_MAIN(TestVoiceChange)
#include "tst_voice_change.moc"
