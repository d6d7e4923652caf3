#include "engine/features/sound/mel_pieces.h"
#include "engine/sequences/hdf5/h5_file.h"

#include <QTest>

#include <fmt/format.h>

using namespace engine;

namespace {

std::vector<double> recorded(const std::string& group, const std::string& name)
{
    return hdf5::File(FIXTURES "/acoustic/mel_pieces.h5").root().group(group).dataset(name).readDoubles();
}

}

class MelPiecesTest : public QObject {
    Q_OBJECT

private slots:
    void piecesAreThoseOfTheRecordedCase_data()
    {
        QTest::addColumn<int>("rate");
        QTest::newRow("16 kHz") << 16000;
        QTest::newRow("44.1 kHz") << 44100;
    }
    void piecesAreThoseOfTheRecordedCase()
    {
        QFETCH(int, rate);
        const auto wave = recorded("inputs", fmt::format("wave_{}", rate));
        const FeatureMatrix mel = melSpectrogram(std::vector<float>(wave.begin(), wave.end()), rate);
        const auto bands = recorded("outputs", fmt::format("mel_power_{}", rate)); // band by band
        QCOMPARE(mel.rows * mel.columns, bands.size());
        const auto close = [](double measured, double expected) {
            return std::abs(measured - expected) <= 5e-4 * std::abs(expected) + 1e-6;
        };
        for (std::size_t band = 0; band < mel.columns; ++band) {
            for (std::size_t frame = 0; frame < mel.rows; ++frame) {
                const double expected = bands[band * mel.rows + frame];
                QVERIFY2(close(mel.at(frame, band), expected),
                         fmt::format("band {}, frame {}: {}, expected {}", band, frame, mel.at(frame, band),
                                     expected)
                             .c_str());
            }
        }
        for (const auto& [scale, name] :
             {std::pair(MelScale::Power, "power"), std::pair(MelScale::Log, "log")}) {
            const FeatureMatrix pieces = melPieces(mel, scale);
            const auto expected = recorded("outputs", fmt::format("pieces_{}_{}", name, rate));
            QCOMPARE(pieces.values.size(), expected.size());
            for (std::size_t i = 0; i < expected.size(); ++i)
                QVERIFY2(
                    close(pieces.values[i], expected[i]),
                    fmt::format("{} {}: {}, expected {}", name, i, pieces.values[i], expected[i]).c_str());
        }
    }

    void shortSoundHasOneFrameOrMore()
    {
        for (const std::size_t samples : {0U, 1U, 200U, 201U}) {
            const FeatureMatrix mel = melSpectrogram(std::vector<float>(samples, 0.5F));
            QVERIFY(mel.rows >= 1);
            for (const float value : mel.values)
                QVERIFY(std::isfinite(value));
        }
    }
};

QTEST_GUILESS_MAIN(MelPiecesTest)
#include "tst_mel_pieces.moc"
