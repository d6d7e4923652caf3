#include "engine/media/fourier.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <vector>

using namespace engine;

class FourierTest : public QObject {
    Q_OBJECT

private slots:
    void spectrumIsTheSumOfItsDefinition_data()
    {
        QTest::addColumn<int>("samples");
        for (const int samples : {4, 16, 512, 4096})
            QTest::addRow("%d", samples) << samples;
    }
    void spectrumIsTheSumOfItsDefinition()
    {
        QFETCH(int, samples);
        RealFourier fourier(static_cast<std::size_t>(samples));
        std::vector<float> signal(static_cast<std::size_t>(samples * 3 / 4)); // zeros follow
        for (std::size_t i = 0; i < signal.size(); ++i)
            signal[i] = static_cast<float>(static_cast<double>(i * i % 17) / 17.0 - 0.4);
        const auto result = fourier.forward(signal);
        const std::vector<std::complex<float>> spectrum(result.begin(), result.end());
        QCOMPARE(spectrum.size(), static_cast<std::size_t>(samples / 2 + 1));
        for (std::size_t k = 0; k < spectrum.size(); k += static_cast<std::size_t>(samples) / 4) {
            std::complex<double> sum;
            for (std::size_t i = 0; i < signal.size(); ++i)
                sum += static_cast<double>(signal[i])
                    * std::polar(1.0,
                                 -2.0 * std::numbers::pi
                                     * static_cast<double>(k * i % static_cast<std::size_t>(samples))
                                     / samples);
            QVERIFY(std::abs(std::complex<double>(spectrum[k]) - sum) < 1e-5 * samples);
        }
        const auto back = fourier.inverse(spectrum);
        QCOMPARE(back.size(), static_cast<std::size_t>(samples));
        for (std::size_t i = 0; i < back.size(); ++i)
            QVERIFY(std::abs(back[i] - (i < signal.size() ? signal[i] : 0.0F)) < 1e-5F);
    }
};

QTEST_GUILESS_MAIN(FourierTest)
#include "tst_fourier.moc"
