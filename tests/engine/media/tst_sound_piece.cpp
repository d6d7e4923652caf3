#include "engine/core/error.h"
#include "engine/media/audio_reader.h"
#include "engine/media/sound_piece.h"

#include <QTest>

#include "tests/support/odd_media.h"

using namespace engine;

class SoundPieceTest : public QObject {
    Q_OBJECT

    support::OddMedia m_media;

private slots:
    void pieceHoldsTheVerySamplesOfItsSpan()
    {
        const auto path = m_media.file("stereo_44k.mp3");
        AudioReader reader(path, 0, 1);
        std::vector<float> all(44100 * 2);
        all.resize(reader.read(all));
        const SoundPiece piece = readSoundPiece(path, {1.0, 1.25});
        QCOMPARE(piece.sampleRate, 44100.0);
        QCOMPARE(piece.first, std::int64_t{44100});
        QCOMPARE(piece.samples.size(), std::size_t{11025});
        QCOMPARE(piece.span(), (Interval{1.0, 1.25}));
        for (std::size_t i = 0; i < piece.samples.size(); ++i)
            QVERIFY(std::abs(piece.samples[i] - all[44100 + i]) < 1e-4F);
    }

    void pieceEndsWithTheSound()
    {
        const SoundPiece piece = readSoundPiece(m_media.file("stereo_44k.mp3"), {0.0, 1000.0});
        QVERIFY(piece.span().end < 60.0);
        QVERIFY(!piece.samples.empty());
        QVERIFY(readSoundPiece(m_media.file("stereo_44k.mp3"), {900.0, 901.0}).samples.empty());
    }

    void missingFileIsSaid() { QVERIFY_THROWS_EXCEPTION(IoError, readSoundPiece("nowhere.wav", {0.0, 1.0})); }
};

QTEST_GUILESS_MAIN(SoundPieceTest)
#include "tst_sound_piece.moc"
