#include "widgets/tracks/spectrogram_track.h"

#include <QSignalSpy>
#include <QTest>

using namespace widgets;

namespace {

constexpr QSize kSize(400, 80);
constexpr std::size_t kBins = 81; // 0…8 kHz, 100 Hz each

/// A tile that sounds at this frequency, at −20 dB, in all of its columns.
engine::SpectrogramPiece toneAt(std::size_t hertz)
{
    engine::SpectrogramPiece piece{kBins, 100.0, {}};
    piece.levels.resize(engine::SpectrogramTiles::kColumns * kBins);
    for (std::size_t column = 0; column < piece.columns(); ++column)
        piece.levels[column * kBins + hertz / 100] = engine::SpectrogramPiece::levelOf(-20.0F);
    return piece;
}

/// The track from 0 s on.
QImage painted(const SpectrogramTrack& track, double pixelsPerSecond)
{
    QImage image(kSize, QImage::Format_RGB32);
    image.fill(darkTheme().background);
    QPainter painter(&image);
    TrackCanvas canvas{painter, kSize, {0.0, pixelsPerSecond}, darkTheme(), std::nullopt};
    track.paint(canvas);
    return image;
}

bool isLit(const QImage& image, int x, int hertz)
{
    const int y = kSize.height() - kSize.height() * hertz / 8000;
    return image.pixelColor(x, y).lightness() > darkTheme().background.lightness() + 40
        || image.pixelColor(x, y - 1).lightness() > darkTheme().background.lightness() + 40;
}

}

class SpectrogramTrackTest : public QObject {
    Q_OBJECT

    using Tiles = std::vector<engine::SpectrogramTileKey>;

private slots:
    void asksForWhatLiesInSightFromTheMiddleOutwards()
    {
        SpectrogramTrack track;
        QSignalSpy wishes(&track, &SpectrogramTrack::tilesWanted);
        painted(track, 40.0);
        QCOMPARE(wishes.count(), 0); // no sound
        track.setSound(16000, 8.0);
        painted(track, 40.0); // 10 s in sight, the sound ends at 8; 15 ms a column, 3.84 s a tile
        QCOMPARE(wishes.count(), 1);
        QCOMPARE(wishes.last().at(0).toDouble(), 0.03);
        QCOMPARE(wishes.last().at(1).value<Tiles>(), (Tiles{{2, 1}, {2, 0}, {2, 2}}));
        for (std::size_t index = 0; index < 3; ++index)
            track.insert(0.03, {2, index}, toneAt(2000));
        painted(track, 40.0);
        QCOMPARE(wishes.count(), 2);
        QVERIFY(wishes.last().at(1).value<Tiles>().empty()); // so that nothing is made for nobody
        painted(track, 40.0);
        QCOMPARE(wishes.count(), 2);
    }

    void frequenciesAreLitWhereTheySound()
    {
        SpectrogramTrack track;
        track.setSound(16000, 7.0);
        track.insert(0.03, {2, 0}, toneAt(2000));
        track.insert(0.03, {2, 1}, toneAt(6000));
        const QImage image = painted(track, 40.0);
        QVERIFY(isLit(image, 100, 2000));
        QVERIFY(!isLit(image, 100, 6000));
        QVERIFY(isLit(image, 200, 6000));
        QVERIFY(!isLit(image, 300, 6000)); // behind the sound
    }

    void coarseTilesShowUntilFineOnesCome()
    {
        SpectrogramTrack track;
        track.setSound(16000, 8.0);
        track.insert(0.03, {4, 0}, toneAt(3000));
        QVERIFY(isLit(painted(track, 40.0), 50, 3000));
        track.insert(0.03, {2, 0}, toneAt(5000));
        QVERIFY(isLit(painted(track, 40.0), 50, 5000));
        QVERIFY(isLit(painted(track, 40.0), 250, 3000));
    }

    void tilesOfAnotherWindowOrSoundAreDropped()
    {
        SpectrogramTrack track;
        track.setSound(16000, 8.0);
        track.insert(0.03, {2, 0}, toneAt(2000));
        track.setDisplay(QStringLiteral("{\x22windowMs\x22:5}"));
        QVERIFY(!isLit(painted(track, 40.0), 50, 2000));
        track.insert(0.03, {2, 0}, toneAt(2000)); // was on its way
        QVERIFY(!isLit(painted(track, 40.0), 50, 2000));
        track.setDisplay({});
        track.insert(0.03, {2, 0}, toneAt(2000));
        QVERIFY(isLit(painted(track, 40.0), 50, 2000));
        track.setSound(44100, 8.0);
        QVERIFY(!isLit(painted(track, 40.0), 50, 2000));
    }

    void theNoteTellsTimeFrequencyAndLevel()
    {
        SpectrogramTrack track;
        track.setSound(16000, 8.0);
        track.insert(0.03, {2, 0}, toneAt(2000));
        painted(track, 40.0);
        QCOMPARE(track.textAt(1.0, 2000), QStringLiteral("1.000 s · 2 kHz · −20 dB"));
        QCOMPARE(track.textAt(1.0, 850), QStringLiteral("1.000 s · 850 Hz · silence"));
        QVERIFY(track.textAt(5.0, 2000).isEmpty()); // not made yet
        QVERIFY(track.textAt(9.0, 2000).isEmpty());
    }

    void displayIsKeptAsText_data()
    {
        QTest::addColumn<SpectrogramDisplay>("display");
        QTest::newRow("as at first") << SpectrogramDisplay{};
        QTest::newRow("all else") << SpectrogramDisplay{5.0, 0.0, -60.0, 0.0};
        QTest::newRow("window only") << SpectrogramDisplay{60.0};
    }
    void displayIsKeptAsText()
    {
        QFETCH(SpectrogramDisplay, display);
        QCOMPARE(SpectrogramDisplay::fromText(display.toText()), display);
        QCOMPARE(display.toText().isEmpty(), display == SpectrogramDisplay());
    }

    void displayThatMakesNoSenseIsAsAtFirst()
    {
        for (const char* text : {"no json", "{\x22windowMs\x22: 7}", "{\x22windowMs\x22: -5}",
                                 "{\x22softest\x22: -20, \x22loudest\x22: -20}"})
            QCOMPARE(SpectrogramDisplay::fromText(QLatin1String(text)), SpectrogramDisplay());
    }
};

QTEST_MAIN(SpectrogramTrackTest)
#include "tst_spectrogram_track.moc"
