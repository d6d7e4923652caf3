#include "engine/media/sound_levels.h"

#include <QTest>

using namespace engine;

namespace {

/// Quiet pieces, loud ones, quiet ones.
std::vector<double> levels(std::size_t before, std::size_t loud, std::size_t after)
{
    std::vector<double> levels(before, -60.0);
    levels.insert(levels.end(), loud, -20.0);
    levels.insert(levels.end(), after, -60.0);
    return levels;
}

}

class TestSoundLevels : public QObject {
    Q_OBJECT

private slots:
    void speechBeginsAThirdOfTheRangeUp()
    {
        const std::optional<double> threshold = SoundLevels(levels(10, 20, 10)).speechThreshold();
        QVERIFY(threshold && std::abs(*threshold - (-60.0 + 40.0 / 3.0)) < 1e-9);
        std::vector<double> soft(10, -60.0); // 9 dB louder: a third would be less than 4 dB
        soft.insert(soft.end(), 10, -51.0);
        QCOMPARE(SoundLevels(soft).speechThreshold().value(), -56.0);
        std::vector<double> dead(10, -90.0); // so quiet that a third of the range would be breath
        dead.insert(dead.end(), 10, -15.0);
        QCOMPARE(SoundLevels(dead).speechThreshold().value(), -45.0);
    }

    void whereNothingStandsOutThereIsNoSpeech()
    {
        QVERIFY(!SoundLevels(std::vector<double>(20, -30.0)).speechThreshold());
        QVERIFY(!SoundLevels({}).speechThreshold());
        QVERIFY(SoundLevels({}).loudPieces().empty());
    }

    void piecesBelow22DecibelsUnderSpeechAreNotLoud()
    {
        const std::vector<bool> loud = SoundLevels({-10.0, -10.0, -31.9, -32.0, -10.0}).loudPieces();
        QVERIFY((loud == std::vector<bool>{true, true, true, false, true}));
    }

    void theQuietestRunIsTheFirstOfThoseAlike()
    {
        QCOMPARE(SoundLevels({5, 1, 1, 4, 1, 1, 0, 9}).quietestRun(3).value(), std::size_t(4));
        QCOMPARE(SoundLevels({2, 1, 1, 3, 1, 1}).quietestRun(2).value(), std::size_t(1));
        QVERIFY(!SoundLevels({1, 2, 3}).quietestRun(3));
    }

    void aPauseNearTheMiddleIsFound()
    {
        std::vector<double> sound(40, 0.0);
        for (std::size_t i = 0; i < 6; ++i)
            sound[i] = sound[16 + i] = -50.0; // 0 to 5, and 16 to 21
        QCOMPARE(SoundLevels(sound).quietRunNearMiddle(4).value(), std::size_t(19));
        QVERIFY(!SoundLevels(sound).quietRunNearMiddle(8)); // none is so long
        for (std::size_t i = 16; i < 22; ++i)
            sound[i] = 0.0;
        for (std::size_t i = 6; i < 12; ++i)
            sound[i] = -50.0;
        QVERIFY(!SoundLevels(sound).quietRunNearMiddle(4)); // 11 of 20 off: too far
        QVERIFY(!SoundLevels({}).quietRunNearMiddle(4));
    }
};

QTEST_GUILESS_MAIN(TestSoundLevels)
#include "tst_sound_levels.moc"
