#include "engine/core/error.h"
#include "engine/features/sound/mel_pieces.h"
#include "engine/model_files/data_options.h"
#include "engine/training/media/media_store.h"

#include <QTest>

#include <cmath>

#include "tests/support/failure.h"

using namespace engine;

namespace {

constexpr const char* kRecording = DEMO "/media/ada_1.mp4";

MediaOptions optionsOf(MediaOptions::Frames frames)
{
    MediaOptions options;
    options.frames = frames;
    return options;
}

}

class TestSegmentMedia : public QObject {
    Q_OBJECT

private slots:
    void framesBeginWithTheSegment()
    {
        QCOMPARE(frameTimes({1.0, 2.2}, 0.5), (std::vector<double>{1.0, 1.5, 2.0}));
        QCOMPARE(frameTimes({1.0, 2.0}, 0.5), (std::vector<double>{1.0, 1.5}));
        QCOMPARE(frameTimes({1.0, 1.2}, 0.5), (std::vector<double>{1.1})); // the middle
    }

    void aSegmentHasFacesAndPieces()
    {
        SegmentReader reader(kRecording, optionsOf(MediaOptions::Frames::Face));
        const SegmentMedia media = reader.read({0.5, 2.5}, {});
        QCOMPARE(media.frames, std::size_t(4));
        QCOMPARE(media.faces.size(), std::size_t(4 * 3 * 48 * 48));
        QVERIFY(media.found > 0); // drawn ones are found, too
        QCOMPARE(media.count, std::size_t(6)); // 161 frames of sound in pieces of 32
        QCOMPARE(media.pieces.size(), media.count * kMelPieceBands * kMelPieceFrames);
        for (const float value : media.pieces)
            QVERIFY(std::isfinite(value) && value >= std::log(1e-6f) - 1e-4f);
    }

    void millisecondsDecide()
    {
        SegmentReader reader(kRecording, optionsOf(MediaOptions::Frames::Centre));
        const SegmentMedia one = reader.read({0.5, 1.5}, {});
        const SegmentMedia other = reader.read({0.50004, 1.49996}, {});
        QCOMPARE(one.faces, other.faces);
        QCOMPARE(one.pieces, other.pieces);
    }

    void theStoreGivesWhatTheReaderReads()
    {
        const MediaOptions options = optionsOf(MediaOptions::Frames::Centre);
        const MediaStore store(options,
                               {{"ada_1[1]", kRecording, {3.0, 4.0}}, {"ada_1[0]", kRecording, {0.5, 1.5}}});
        SegmentReader reader(kRecording, options);
        const SegmentMedia expected = reader.read({0.5, 1.5}, {});
        const SegmentMedia media = store.read("ada_1[0]");
        QCOMPARE(media.faces, expected.faces);
        QCOMPARE(media.pieces, expected.pieces);
        QVERIFY(store.read("ada_1[1]").pieces != expected.pieces);
        QCOMPARE(store.read("nobody[0]").frames, std::size_t(0));
    }

    void recordingsThatAreNoneAreRefused()
    {
        const std::string failure = test::failureOf([] {
            MediaStore({}, {{"x[0]", FIXTURES "/models/metrics.json", {0.0, 1.0}}});
        });
        QVERIFY2(failure.starts_with("not_media: "), failure.c_str());
    }

    void optionsThatDoNotFitAreNamed_data()
    {
        QTest::addColumn<QByteArray>("media");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("unknown") << QByteArray(R"({"fps": 25})") << QByteArray("media.fps");
        QTest::newRow("interval") << QByteArray(R"({"interval_ms": 0})") << QByteArray("media.interval_ms");
        QTest::newRow("frames") << QByteArray(R"({"frames": "ears"})") << QByteArray("media.frames");
        QTest::newRow("mel") << QByteArray(R"({"mel": 1})") << QByteArray("media.mel");
        QTest::newRow("side") << QByteArray(R"({"side": 4})") << QByteArray("media.side");
        QTest::newRow("no object") << QByteArray("[]") << QByteArray("media");
    }

    void optionsThatDoNotFitAreNamed()
    {
        QFETCH(const QByteArray, media);
        QFETCH(const QByteArray, field);
        nlohmann::json object{{"media", nlohmann::json::parse(media.toStdString())}};
        const std::string failure = test::failureOf([&] {
            JsonFields fields(object, {"bad_config", "", ""});
            dataOptionsFrom(fields);
        });
        QVERIFY2(failure.starts_with("bad_config: " + field.toStdString()), failure.c_str());
    }
};

QTEST_GUILESS_MAIN(TestSegmentMedia)
#include "tst_segment_media.moc"
