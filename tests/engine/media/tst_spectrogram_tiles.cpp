#include "engine/media/spectrogram_tiles.h"

#include <QTest>

using namespace engine;

namespace {

/// A tile whose columns all have this level.
SpectrogramPiece flat(std::uint8_t level, std::size_t bins = 4)
{
    return {bins, 100.0, std::vector<std::uint8_t>(SpectrogramTiles::kColumns * bins, level)};
}

}

class SpectrogramTilesTest : public QObject {
    Q_OBJECT

private slots:
    void levelFitsThePixels()
    {
        const SpectrogramTiles tiles(0.08); // 10 ms, 20 ms, 40 ms …
        QCOMPARE(tiles.levelFor(0.0001), std::size_t{0});
        QCOMPARE(tiles.levelFor(0.0199), std::size_t{0});
        QCOMPARE(tiles.levelFor(0.0201), std::size_t{1});
        QCOMPARE(tiles.levelFor(0.1), std::size_t{3});
    }

    void whatIsInSightAndNotThereIsMissing()
    {
        SpectrogramTiles tiles(0.08); // 2.56 s in a tile of level 0
        const std::vector<SpectrogramTileKey> both{{0, 0}, {0, 1}};
        QCOMPARE(tiles.missing(0, {1.0, 5.0}), both);
        QCOMPARE(tiles.missing(0, {-3.0, 5.0}), both);
        tiles.insert({0, 0}, flat(1));
        QCOMPARE(tiles.missing(0, {1.0, 5.0}), (std::vector<SpectrogramTileKey>{{0, 1}}));
        QVERIFY(tiles.missing(0, {0.0, 2.5}).empty());
        QVERIFY(tiles.missing(0, {3.0, 3.0 - 1.0}).empty());
    }

    void coarserTileStandsInUntilTheFineOneComes()
    {
        SpectrogramTiles tiles(0.08);
        QVERIFY(!tiles.at(0, 3.0));
        tiles.insert({3, 0}, flat(7)); // 0…20.48 s
        QCOMPARE(tiles.at(0, 3.0)->levels().front(), std::uint8_t{7});
        tiles.insert({0, 1}, flat(9)); // 2.56…5.12 s
        QCOMPARE(tiles.at(0, 3.0)->levels().front(), std::uint8_t{9});
        QCOMPARE(tiles.at(0, 6.0)->levels().front(), std::uint8_t{7});
        QVERIFY(!tiles.at(0, 21.0));
        QVERIFY(!tiles.at(0, -0.1));
        QVERIFY(!tiles.at(4, 3.0)); // a finer one does not stand in
    }

    void columnIsTheOneAtTheTime()
    {
        SpectrogramTiles tiles(0.08);
        SpectrogramPiece piece = flat(0, 1);
        piece.levels[100] = 50;
        tiles.insert({0, 1}, piece); // column 100: 3.56…3.57 s
        QCOMPARE(tiles.at(0, 3.565)->levels().front(), std::uint8_t{50});
        QVERIFY(std::abs(tiles.at(0, 3.565)->fraction - 0.5) < 1e-6);
        QCOMPARE(tiles.at(0, 3.575)->levels().front(), std::uint8_t{0});
    }

    void whatWasNotSeenForLongGoes()
    {
        SpectrogramTiles tiles(0.08);
        const std::size_t bins = 8192; // 2 MiB a tile
        for (std::size_t index = 0; index < 200; ++index) {
            tiles.insert({0, index}, flat(1, bins));
            QVERIFY(tiles.at(0, 0.5)); // always in sight
        }
        QVERIFY(tiles.bytes() <= SpectrogramTiles::kFewestTiles * SpectrogramTiles::kColumns * bins);
        QVERIFY(tiles.missing(0, {0.0, 1.0}).empty());
        QCOMPARE(tiles.missing(0, {3.0, 4.0}).size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(SpectrogramTilesTest)
#include "tst_spectrogram_tiles.moc"
