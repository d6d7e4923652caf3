#include "engine/core/error.h"
#include "engine/media/spectrogram.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include "tests/support/odd_media.h"
#include "tests/support/wave_file.h"

using namespace engine;

namespace {

/// The loudest bin of a column: hertz, dB.
std::pair<double, double> loudest(const SpectrogramPiece& piece, std::size_t column)
{
    const auto levels = piece.column(column);
    const auto peak = std::max_element(levels.begin(), levels.end());
    return {static_cast<double>(peak - levels.begin()) * piece.hertzPerBin,
            static_cast<double>(SpectrogramPiece::decibelsOf(*peak))};
}

bool isSilent(const SpectrogramPiece& piece, std::size_t column)
{
    return std::ranges::all_of(piece.column(column), [](std::uint8_t level) { return level == 0; });
}

}

class SpectrogramTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name)).toStdString();
    }

private slots:
    void columnsTellWhichToneSoundsWhen()
    {
        const auto path = support::writeWave(file("steps.wav"), 16000, 3.0, [](double t) {
            return t < 1.0 ? support::tone(t, 500, -20) : t < 2.0 ? support::tone(t, 2000, -40) : 0.0;
        });
        Spectrograph spectrograph(path, 0.03);
        const SpectrogramPiece piece = spectrograph.read(0.0, 0.1, 30);
        QCOMPARE(piece.columns(), std::size_t{30});
        for (std::size_t column = 1; column < 29; ++column) {
            if (column == 9 || column == 10 || column == 19 || column == 20)
                continue; // windows that reach over a step
            const auto [hertz, level] = loudest(piece, column);
            if (column < 20) {
                QVERIFY(std::abs(hertz - (column < 10 ? 500.0 : 2000.0)) <= piece.hertzPerBin);
                QVERIFY2(std::abs(level - (column < 10 ? -20.0 : -40.0)) <= 0.5,
                         qPrintable(QString::number(level)));
            } else {
                QVERIFY(isSilent(piece, column));
            }
        }
    }

    void pieceIsTheSameWhateverWasReadBefore()
    {
        const auto path = support::writeWave(file("sweep.wav"), 16000, 8.0,
                                             [](double t) { return support::tone(t, 200 + 300 * t, -10); });
        Spectrograph forward(path, 0.01);
        const auto early = forward.read(0.5, 0.01, 40);
        const auto late = forward.read(6.0, 0.01, 40); // sought
        const auto next = forward.read(6.4, 0.01, 40); // goes on
        const auto again = forward.read(0.5, 0.01, 40); // back
        QCOMPARE(again.levels, early.levels);
        QCOMPARE(Spectrograph(path, 0.01).read(6.0, 0.01, 40).levels, late.levels);
        QCOMPARE(Spectrograph(path, 0.01).read(6.4, 0.01, 40).levels, next.levels);
    }

    void longColumnsHoldTheMeanPowerOfWhatSounds()
    {
        // Half of each column sounds, the other half is silent: 3 dB less.
        const auto path = support::writeWave(file("half.wav"), 16000, 4.0, [](double t) {
            return std::fmod(t, 0.4) < 0.2 ? support::tone(t, 1000, -10) : 0.0;
        });
        const SpectrogramPiece piece = Spectrograph(path, 0.01).read(0.0, 0.4, 10);
        for (std::size_t column = 0; column < 10; ++column)
            QVERIFY(std::abs(loudest(piece, column).second + 13.0) <= 0.6);
    }

    void farColumnsAreSoughtAndBehindTheSoundIsSilence()
    {
        const auto path = support::writeWave(file("long.wav"), 8000, 60.0, [](double t) {
            return support::tone(t, t < 30 ? 300 : 2500, -20);
        });
        const SpectrogramPiece piece = Spectrograph(path, 0.03).read(0.0, 10.0, 8);
        for (std::size_t column = 0; column < 6; ++column)
            QVERIFY(std::abs(loudest(piece, column).first - (column < 3 ? 300 : 2500)) <= piece.hertzPerBin);
        QVERIFY(isSilent(piece, 6) && isSilent(piece, 7));
    }

    void compressedSoundIsReadToo()
    {
        support::OddMedia media; // a beep of 100 ms at every whole second
        const SpectrogramPiece piece = Spectrograph(media.file("stereo_44k.mp3"), 0.03).read(2.0, 0.05, 20);
        const double beep = loudest(piece, 0).second;
        QVERIFY(beep > -40.0);
        QVERIFY(loudest(piece, 10).second < beep - 30.0);
    }

    void missingFileIsSaid() { QVERIFY_THROWS_EXCEPTION(IoError, Spectrograph("nowhere.wav", 0.03)); }

    void readingStopsWhenItIsToldTo()
    {
        const auto path = support::writeWave(file("stopped.wav"), 8000, 1.0, [](double) { return 0.1; });
        std::stop_source stop;
        stop.request_stop();
        Spectrograph spectrograph(path, 0.03);
        QVERIFY_THROWS_EXCEPTION(Cancelled, spectrograph.read(0.0, 0.01, 10, {stop.get_token(), {}}));
    }
};

QTEST_GUILESS_MAIN(SpectrogramTest)
#include "tst_spectrogram.moc"
