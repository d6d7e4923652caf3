#include "engine/media/time_stretch.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <vector>

using namespace engine;

class TestTimeStretch : public QObject {
    Q_OBJECT

private slots:
    void changesTheLengthAndKeepsThePitch_data()
    {
        QTest::addColumn<double>("rate");
        for (const double rate : {0.25, 0.5, 0.8, 1.0, 1.5, 2.0, 3.0, 4.0})
            QTest::addRow("%g times", rate) << rate;
    }
    void changesTheLengthAndKeepsThePitch()
    {
        QFETCH(double, rate);
        constexpr int kRate = 16000;
        constexpr double kTone = 440.0;
        TimeStretch stretch(kRate, 2, rate);
        std::vector<float> result;
        std::vector<float> part(2 * 700);
        const auto pull = [&] {
            while (const std::size_t count = stretch.pull(part))
                result.insert(result.end(), part.begin(),
                              part.begin() + static_cast<std::ptrdiff_t>(count * 2));
        };
        std::vector<float> block(2 * 1000);
        for (int n = 0; n < 4 * kRate; n += 1000) {
            for (int i = 0; i < 1000; ++i) {
                const double phase = 2.0 * std::numbers::pi * kTone * (n + i) / kRate;
                block[static_cast<std::size_t>(2 * i)] = static_cast<float>(0.5 * std::sin(phase));
                block[static_cast<std::size_t>(2 * i + 1)] = -block[static_cast<std::size_t>(2 * i)];
            }
            stretch.push(block);
            pull();
        }
        stretch.finish();
        pull();
        const double seconds = static_cast<double>(result.size()) / 2.0 / kRate;
        QVERIFY2(std::abs(seconds - 4.0 / rate) < 0.15, qPrintable(QString::number(seconds)));
        int rising = 0;
        for (std::size_t i = 2; i < result.size(); i += 2)
            rising += result[i - 2] < 0.0F && result[i] >= 0.0F ? 1 : 0;
        QVERIFY2(std::abs(rising / seconds - kTone) < 0.03 * kTone,
                 qPrintable(QString::number(rising / seconds)));
        for (std::size_t i = 0; i < result.size(); i += 2)
            QVERIFY(std::abs(result[i] + result[i + 1]) < 0.05F);
    }

    void ratesAreKeptInRange()
    {
        QCOMPARE(TimeStretch(16000, 1, 9.0).rate(), TimeStretch::kFastest);
        QCOMPARE(TimeStretch(16000, 1, 0.01).rate(), TimeStretch::kSlowest);
    }
};

QTEST_GUILESS_MAIN(TestTimeStretch)
#include "tst_time_stretch.moc"
