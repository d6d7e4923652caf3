#include "engine/live/mel_ticker.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace engine;

namespace {

constexpr int kRate = 16000;

std::vector<float> tone(double hertz, std::size_t samples)
{
    std::vector<float> sound(samples);
    for (std::size_t i = 0; i < samples; ++i)
        sound[i] = static_cast<float>(
            0.5 * std::sin(2.0 * std::numbers::pi * hertz * static_cast<double>(i) / kRate));
    return sound;
}

std::size_t loudestBand(const std::vector<std::uint8_t>& column)
{
    return static_cast<std::size_t>(std::ranges::max_element(column) - column.begin());
}

}

class TestMelTicker : public QObject {
    Q_OBJECT

private slots:
    void aColumnForEachHundredth()
    {
        MelTicker ticker(kRate);
        const MelTicker::Columns columns = ticker.add(0.0, tone(400.0, kRate));
        QCOMPARE(columns.start, 0.0);
        QCOMPARE(columns.levels.size(), std::size_t(98)); // the window of the 99th does not fit
        QCOMPARE(columns.levels.front().size(), MelTicker::kBands);
    }

    void piecesMakeTheSameAsTheWhole()
    {
        const std::vector<float> sound = tone(700.0, kRate);
        MelTicker whole(kRate), pieces(kRate);
        const MelTicker::Columns expected = whole.add(0.0, sound);
        std::vector<std::vector<std::uint8_t>> levels;
        for (std::size_t first = 0; first < sound.size(); first += 320) {
            const MelTicker::Columns some
                = pieces.add(static_cast<double>(first) / kRate, std::span(sound).subspan(first, 320));
            QVERIFY(some.levels.empty()
                    || std::abs(some.start - 0.01 * static_cast<double>(levels.size())) < 1e-9);
            levels.insert(levels.end(), some.levels.begin(), some.levels.end());
        }
        QCOMPARE(levels, expected.levels);
    }

    void higherTonesAreHigherUp()
    {
        MelTicker low(kRate), high(kRate);
        const std::size_t lower = loudestBand(low.add(0.0, tone(300.0, 1600)).levels[3]);
        const std::size_t higher = loudestBand(high.add(0.0, tone(3000.0, 1600)).levels[3]);
        QVERIFY(lower + 20 < higher);
    }

    void aGapBeginsAnew()
    {
        MelTicker ticker(kRate);
        ticker.add(0.0, tone(300.0, 300));
        QCOMPARE(ticker.add(5.0, tone(300.0, 800)).start, 5.0);
    }
};

QTEST_GUILESS_MAIN(TestMelTicker)
#include "tst_mel_ticker.moc"
