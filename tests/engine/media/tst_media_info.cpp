#include "engine/media/media_info.h"

#include <QTest>

#include <cmath>

#include "tests/support/odd_media.h"

using namespace engine;

class TestMediaInfo : public QObject {
    Q_OBJECT

    support::OddMedia m_media;

private slots:
    void tellsPictures_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("duration");
        QTest::addColumn<bool>("variable");
        QTest::addColumn<bool>("sound");
        QTest::newRow("plain") << "plain_30fps.mp4" << 640 << 360 << 30.0 << 4.0 << false << true;
        QTest::newRow("no sound") << "no_audio.mp4" << 640 << 360 << 30.0 << 4.0 << false << false;
        QTest::newRow("29.97 per second") << "ntsc_2997.mp4" << 640 << 360 << 29.97 << 4.004 << false << true;
        QTest::newRow("variable rate") << "vfr.mp4" << 640 << 360 << 16.1 << 4.0 << true << true;
        QTest::newRow("turned") << "rotated_90.mp4" << 360 << 640 << 30.0 << 4.0 << false << false;
        QTest::newRow("wide pixels") << "anamorphic.mp4" << 640 << 360 << 25.0 << 2.0 << false << false;
        QTest::newRow("from 3.5 s on") << "start_3500ms.ts" << 640 << 360 << 30.0 << 3.0 << false << true;
        QTest::newRow("sound is late")
            << "audio_late_400ms.mkv" << 640 << 360 << 30.0 << 4.4 << false << true;
        QTest::newRow("cut by an edit list")
            << "edit_list_cut.mp4" << 640 << 360 << 30.0 << 2.63 << false << true;
    }
    void tellsPictures()
    {
        QFETCH(QString, name);
        const MediaInfo info = probeMedia(m_media.file(name.toStdString()));
        QVERIFY(info.hasVideo);
        QTEST(info.width, "width");
        QTEST(info.height, "height");
        QTEST(info.variableFrameRate, "variable");
        QTEST(info.hasAudio, "sound");
        QFETCH(double, rate);
        QFETCH(double, duration);
        QVERIFY2(std::abs(info.frameRate - rate) < 0.1, qPrintable(QString::number(info.frameRate)));
        QVERIFY2(std::abs(info.duration - duration) < 0.05, qPrintable(QString::number(info.duration)));
        QVERIFY(info.findings.empty());
    }

    void tellsSound()
    {
        const MediaInfo info = probeMedia(m_media.file("surround_5_1.flac"));
        QVERIFY(!info.hasVideo && info.hasAudio);
        QCOMPARE(info.channels, 6);
        QCOMPARE(info.sampleRate, 48000);
        QCOMPARE(info.audioCodec, std::string("flac"));
        QCOMPARE(info.duration, 4.0);
    }

    void zeroIsWhatComesFirst()
    {
        // The muxer adds 1.4 s to what was asked for; sound begins 1024 samples early.
        const MediaInfo info = probeMedia(m_media.file("start_3500ms.ts"));
        QVERIFY(std::abs(info.startTime - 4.9 + 1024 / 48000.0) < 0.001);
        QVERIFY(std::abs(info.videoStart - 1024 / 48000.0) < 0.001);
        QCOMPARE(info.audioStart, 0.0);
        const MediaInfo before
            = probeMedia(MediaFile(m_media.file("start_3500ms.ts"), TimeZero::FirstPicture));
        QVERIFY(std::abs(before.startTime - 4.9) < 0.001);
        QCOMPARE(before.videoStart, 0.0);
        QCOMPARE(probeMedia(m_media.file("plain_30fps.mp4")).startTime, 0.0);
    }

    void theFirstSoundTrackCounts()
    {
        const MediaInfo info = probeMedia(m_media.file("two_audio_tracks.mkv"));
        QVERIFY(info.hasVideo && info.hasAudio);
    }

    void hostileNamesAreOpened()
    {
        QVERIFY(probeMedia(m_media.file("name with spaces, ünïcode & #%25: 'quote.mp4")).hasVideo);
        const auto protocol = m_media.folder() / "http:";
        std::filesystem::copy_file(m_media.file("no_audio.mp4"), protocol);
        QVERIFY(probeMedia(protocol).hasVideo);
        const auto before = std::filesystem::current_path();
        std::filesystem::current_path(m_media.folder());
        QVERIFY(probeMedia("http:").hasVideo);
        std::filesystem::current_path(before);
    }
};

QTEST_GUILESS_MAIN(TestMediaInfo)
#include "tst_media_info.moc"
