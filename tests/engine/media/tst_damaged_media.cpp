#include "engine/core/error.h"
#include "engine/media/audio_reader.h"
#include "engine/media/cut_short.h"
#include "engine/media/media_info.h"
#include "engine/media/peak_pyramid.h"
#include "engine/media/thumbnails.h"
#include "engine/media/video_reader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/odd_media.h"

using namespace engine;
using support::frameNumber;

class TestDamagedMedia : public QObject {
    Q_OBJECT

    support::OddMedia m_media;

private slots:
    /// Lists of other files are no media: whoever sends one cannot have another file opened.
    void listsOfFilesAreNotFollowed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("ffconcat") << QByteArray("ffconcat version 1.0\nfile plain_30fps.mp4\n");
        QTest::newRow("m3u8") << QByteArray("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nplain_30fps.mp4\n#EXT-X-ENDLIST\n");
        QTest::newRow("sdp") << QByteArray("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n");
        QTest::newRow("mpd") << QByteArray("<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"><Period><AdaptationSet><Representation id=\"1\" bandwidth=\"1\" mimeType=\"video/mp4\"><BaseURL>plain_30fps.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>");
    }
    void listsOfFilesAreNotFollowed()
    {
        QFETCH(QByteArray, text);
        (void)m_media.file("plain_30fps.mp4");
        const std::filesystem::path list = m_media.folder() / (std::string(QTest::currentDataTag()) + ".ffconcat");
        std::ofstream(list, std::ios::binary) << text.toStdString();
        try {
            probeMedia(list);
            QFAIL("the list was followed");
        } catch (const IoError& error) {
            QCOMPARE(error.code(), std::string("not_media"));
        }
    }

    /// Nor names that stand for other files, nor files whose other half lies beside them.
    void filesBesideAreNotOpened_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("beside");
        QTest::addColumn<QByteArray>("bytesBeside");
        const QByteArray picture = QByteArray::fromHex(
                    "89504e470d0a1a0a0000000d494844520000001000000010080200000090916836000000164944415478da6370"
                    "683840126218d530aa61f86a0000a5758010a6b89cee0000000049454e44ae426082");
        const QByteArray other = QByteArray::fromHex(
            "89504e470d0a1a0a0000000d4948445200000020000000100802000000f862ea0e0000001d4944415478da6370"
            "68384053c4306ac1a805a3168c5a306ac150b000008e69002eec6b545b0000000049454e44ae426082");
        QFile program(QString::fromStdString(m_media.file("interlaced.mpg").string()));
        QVERIFY(program.open(QIODevice::ReadOnly));
        QTest::newRow("numbered pictures") << "im%03d.png" << picture << "im001.png" << other;
        QTest::newRow("pictures by a pattern") << "im%*.png" << picture << "im002.png" << other;
        QTest::newRow("subtitles in two files")
            << "two.idx"
            << QByteArray("# VobSub index file, v7 (do not modify this line!)\nsize: 720x576\nid: en, index: 0\n"
                          "timestamp: 00:00:00:000, filepos: 000000000\n")
            << "two.sub" << program.readAll();
    }
    void filesBesideAreNotOpened()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, beside);
        QFETCH(QByteArray, bytesBeside);
        const QTemporaryDir folder;
        for (const auto& [file, content] : {std::pair(name, bytes), std::pair(beside, bytesBeside)}) {
            QFile written(folder.filePath(file));
            QVERIFY(written.open(QIODevice::WriteOnly) && written.write(content) == content.size());
        }
        const std::filesystem::path opened = folder.filePath(name).toStdString();
        if (name.endsWith(QLatin1String(".png"))) { // an honest name: a picture like others
            QCOMPARE(probeMedia(opened).width, 16);
            QCOMPARE(probeMedia(folder.filePath(beside).toStdString()).width, 32);
            return;
        }
        try {
            probeMedia(opened);
            QFAIL("it was opened");
        } catch (const IoError& error) {
            QCOMPARE(error.code(), std::string("not_media"));
            QVERIFY2(std::string(error.what()).find("is not a video or sound file") != std::string::npos,
                     error.what()); // one that was opened holds no pictures
        }
    }

    void whatIsNoMediaIsRefusedWithAReason_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << "empty.mp4"
                               << "is empty";
        QTest::newRow("text") << "text.mp4"
                              << "is not a video or sound file";
        QTest::newRow("cut off before its table of contents") << "truncated_no_moov.mp4"
                                                              << "no table of contents";
        QTest::newRow("header without samples") << "header_only.wav"
                                                << "is not a video or sound file";
        QTest::newRow("folder") << ""
                                << "is a folder";
    }
    void whatIsNoMediaIsRefusedWithAReason()
    {
        QFETCH(QString, name);
        QFETCH(QString, reason);
        const auto path = name.isEmpty() ? m_media.folder() : m_media.file(name.toStdString());
        try {
            probeMedia(path);
            QFAIL("opened");
        } catch (const IoError& error) {
            QCOMPARE(error.code(), std::string("not_media"));
            QVERIFY2(QString::fromStdString(error.what()).contains(reason), error.what());
        }
        QVERIFY_THROWS_EXCEPTION(IoError, VideoReader{path});
        QVERIFY_THROWS_EXCEPTION(IoError, AudioReader{path});
        QVERIFY_THROWS_EXCEPTION(IoError, PeakPyramid::build(path));
    }

    void aMissingFileIsSaid()
    {
        try {
            probeMedia(m_media.folder() / "nowhere.mp4");
            QFAIL("opened");
        } catch (const IoError& error) {
            QCOMPARE(error.code(), std::string("file_not_found"));
        }
    }

    void aTruncatedVideoPlaysAsFarAsItGoes()
    {
        VideoReader reader(m_media.file("truncated_playable.mp4"));
        QCOMPARE(reader.info().findings.size(), std::size_t{1});
        QCOMPARE(reader.info().findings.front().code, std::string("truncated"));
        const std::size_t size = reader.index().size();
        QVERIFY(size > 40 && size < 120);
        constexpr std::size_t reach = 5; // pictures that may need one behind the cut, as the encoder chose
        for (std::size_t k = 0; k + reach < size; ++k)
            QCOMPARE(frameNumber(*reader.frame(k, 0, 0)), static_cast<int>(k));
        for (std::size_t k = size - reach; k < size; ++k)
            QVERIFY(frameNumber(*reader.frame(k, 0, 0)) <= static_cast<int>(k));
        QVERIFY(reader.frame(10'000, 0, 0)->index + reach >= size);
    }

    void whereAFileThatIsCutShortEnds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isCut");
        QTest::newRow("mp4 that lists more") << "truncated_playable.mp4" << true;
        QTest::newRow("whole") << "faststart.mp4" << false;
        QTest::newRow("damaged inside") << "corrupt_middle.mp4" << false;
        QTest::newRow("whole wav") << "digital_silence.wav" << false;
    }
    void whereAFileThatIsCutShortEnds()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, isCut);
        const auto cut = cutShort(m_media.file(name.toStdString()));
        QCOMPARE(cut.has_value(), isCut);
        if (!cut)
            return;
        VideoReader reader(m_media.file(name.toStdString()));
        QVERIFY(std::abs(cut->at - reader.index().end()) < 0.2); // as far as there are frames, or sound
        QVERIFY(std::abs(cut->promised - 4.0) < 0.1);
    }

    void lostFramesShowTheOneBefore()
    {
        QElapsedTimer time;
        time.start();
        VideoReader reader(m_media.file("corrupt_middle.mp4"));
        const std::size_t size = reader.index().size();
        QVERIFY(size >= 90);
        std::size_t lost = 0;
        for (std::size_t k = 0; k < size; ++k) {
            const auto frame = reader.frame(k, 0, 0);
            QVERIFY(frame->index <= k);
            lost += frame->index != k ? 1 : 0;
        }
        QVERIFY(lost >= 20 && lost <= 60);
        for (std::size_t k = size; k-- > 0;)
            QVERIFY(reader.frame(k, 0, 0)->index <= k);
        for (std::size_t k = 0; k < 30; ++k)
            QCOMPARE(frameNumber(*reader.frame(k, 0, 0)), static_cast<int>(k));
        QVERIFY(time.elapsed() < 20'000);
    }

    void whereSoundCannotBeReadIsTold()
    {
        const auto whole = PeakPyramid::build(m_media.file("faststart.mp4"));
        const auto peaks = PeakPyramid::build(m_media.file("unreadable_stretch.mp4"));
        const double end = whole->duration();
        QVERIFY(whole->gaps().empty());
        QVERIFY(!peaks->gaps().empty());
        double lost = 0.0;
        for (const Interval& gap : peaks->gaps()) {
            QVERIFY2(gap.start > 0.5 && gap.start < gap.end && gap.end < 2.9,
                     qPrintable(QStringLiteral("%1 – %2 of %3").arg(gap.start).arg(gap.end).arg(end)));
            lost += gap.length();
        }
        QVERIFY2(lost > 0.05 * end && lost < 0.5 * end,
                 qPrintable(QString::number(lost))); // a fifth of the bytes
        QVERIFY(std::abs(peaks->duration() - end) < 0.1); // what decodes behind it is in its place
        const auto loudest = [](const PeakPyramid& of, double from) {
            float most = 0.0F;
            for (const Peak& peak : of.columns(from, 0.01, 20))
                most = std::max(most, peak.max);
            return most;
        };
        for (const double beep : {0.0, 3.0}) { // before and behind
            QVERIFY(loudest(*whole, beep) > 0.1F);
            QVERIFY(std::abs(loudest(*peaks, beep) - loudest(*whole, beep)) < 0.01F);
        }
    }

    void ofAFileThatIsCutOffTheRestCountsAsNotReadable()
    {
        const auto whole = PeakPyramid::build(m_media.file("faststart.mp4"));
        const auto peaks = PeakPyramid::build(m_media.file("truncated_playable.mp4"));
        QCOMPARE(peaks->gaps().size(), std::size_t(1));
        const Interval gap = peaks->gaps().front();
        QVERIFY(std::abs(gap.start - peaks->duration()) < 0.05);
        QVERIFY(std::abs(gap.end - whole->duration()) < 0.2);
        VideoReader reader(m_media.file("truncated_playable.mp4"));
        QVERIFY(pictureOfTime(reader, 1.0, 0.2, 90));
        QVERIFY(!pictureOfTime(reader, gap.end - 0.5, 0.2, 90)); // not the last one that is there
    }

    void wholeFilesHaveNoGaps_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"faststart.mp4", "start_3500ms.ts", "vp9_opus.webm", "stereo_44k.mp3",
                                 "surround_5_1.flac", "digital_silence.wav"})
            QTest::newRow(name) << name;
    }
    void wholeFilesHaveNoGaps()
    {
        QFETCH(QString, name);
        QCOMPARE(PeakPyramid::build(m_media.file(name.toStdString()))->gaps(), std::vector<Interval>());
    }

    void anyCutIsSurvived_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("mp4") << "faststart.mp4";
        QTest::newRow("ts") << "start_3500ms.ts";
        QTest::newRow("webm") << "vp9_opus.webm";
        QTest::newRow("mp3") << "stereo_44k.mp3";
        QTest::newRow("flac") << "surround_5_1.flac";
    }
    void anyCutIsSurvived()
    {
        QFETCH(QString, name);
        QElapsedTimer time;
        time.start();
        const auto whole = m_media.file(name.toStdString());
        const auto cut = m_media.folder() / ("cut_" + name.toStdString());
        const auto size = std::filesystem::file_size(whole);
        for (int tenth = 1; tenth < 10; ++tenth) {
            std::filesystem::copy_file(whole, cut, std::filesystem::copy_options::overwrite_existing);
            std::filesystem::resize_file(cut, size * static_cast<std::uintmax_t>(tenth) / 10);
            try {
                if (probeMedia(cut).hasVideo) {
                    VideoReader reader(cut);
                    const std::size_t frames = reader.index().size();
                    for (const std::size_t k : {frames / 2, frames, std::size_t{0}})
                        QVERIFY(reader.frame(k, 160, 0)->width == 160);
                }
                PeakPyramid::build(cut);
            } catch (const IoError& error) {
                QVERIFY(!error.code().empty()); // too little is left
            }
        }
        QVERIFY(time.elapsed() < 20'000);
    }
};

QTEST_GUILESS_MAIN(TestDamagedMedia)
#include "tst_damaged_media.moc"
