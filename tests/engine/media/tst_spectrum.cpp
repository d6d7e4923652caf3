#include "engine/media/spectrum.h"

#include <QTest>

#include <algorithm>
#include <vector>

#include "tests/support/wave_file.h"

using namespace engine;

namespace {

constexpr int kRate = 44100;

std::vector<float> tones(std::size_t samples, std::initializer_list<std::pair<double, double>> hertzAndLevel)
{
    std::vector<float> result(samples);
    for (std::size_t i = 0; i < samples; ++i) {
        for (const auto& [hertz, level] : hertzAndLevel)
            result[i] += static_cast<float>(support::tone(static_cast<double>(i) / kRate, hertz, level));
    }
    return result;
}

}

class SpectrumTest : public QObject {
    Q_OBJECT

private slots:
    void toneStandsAtItsFrequencyWithItsLevel_data()
    {
        QTest::addColumn<double>("hertz");
        QTest::addColumn<double>("level");
        QTest::newRow("full scale") << 1000.0 << 0.0;
        QTest::newRow("half") << 1000.0 << -6.0206;
        QTest::newRow("soft") << 440.0 << -60.0;
        QTest::newRow("low") << 120.0 << -20.0;
        QTest::newRow("between two bins") << 3003.7 << -12.0;
        QTest::newRow("high") << 15000.0 << -30.0;
    }
    void toneStandsAtItsFrequencyWithItsLevel()
    {
        QFETCH(double, hertz);
        QFETCH(double, level);
        SpectrumAnalyser analyser(1323); // 30 ms
        const std::span<const float> powers = analyser.powers(tones(1323, {{hertz, level}}));
        const auto peak = std::max_element(powers.begin(), powers.end());
        const double perBin = double(kRate) / static_cast<double>(analyser.transformSamples());
        QVERIFY(std::abs(static_cast<double>(peak - powers.begin()) * perBin - hertz) <= perBin / 2 + 1.0);
        QVERIFY2(std::abs(decibels(*peak) - level) < 0.5, qPrintable(QString::number(decibels(*peak))));
    }

    void softToneIsSeenBesideALoudOne()
    {
        SpectrumAnalyser analyser(2646);
        const std::span<const float> powers = analyser.powers(tones(2646, {{1000.0, 0.0}, {3000.0, -60.0}}));
        const auto around = [&](double hertz) {
            const auto bin = static_cast<std::size_t>(
                std::lround(hertz * static_cast<double>(analyser.transformSamples()) / kRate));
            return decibels(*std::max_element(powers.begin() + static_cast<std::ptrdiff_t>(bin) - 1,
                                              powers.begin() + static_cast<std::ptrdiff_t>(bin) + 2));
        };
        QVERIFY(std::abs(around(3000.0) + 60.0F) < 0.5F);
        QVERIFY(around(2000.0) < -90.0F);
    }

    void silenceIsFarBelowAnySound()
    {
        SpectrumAnalyser analyser(256);
        for (const float power : analyser.powers(std::vector<float>(256)))
            QCOMPARE(decibels(power), -200.0F);
    }
};

QTEST_GUILESS_MAIN(SpectrumTest)
#include "tst_spectrum.moc"
