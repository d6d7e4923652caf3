#include "engine/core/error.h"
#include "engine/media/audio_reader.h"
#include "engine/media/peak_cache.h"
#include "engine/media/video_reader.h"

#include <QTest>

#include <array>
#include <fstream>

#include "tests/support/failure.h"
#include "tests/support/made_tar.h"
#include "tests/support/odd_media.h"

using namespace engine;

/// Media that lie in an uncompressed tar are as those that lie in a folder.
class TestTarMembers : public QObject {
    Q_OBJECT

    support::OddMedia m_media;
    std::filesystem::path m_tar;

    static constexpr std::array kNames{
        "plain_30fps.mp4", "faststart.mp4",          "long_gops.ts",          "interlaced.mpg",
        "mjpeg_pcm.avi",   "vp9_opus.webm",          "audio_late_400ms.mkv",  "stereo_44k.mp3",
        "pcm24_16k.wav",   "truncated_playable.mp4", "truncated_no_moov.mp4", "empty.mp4",
        "text.mp4"};

    static std::string bytesOf(const std::filesystem::path& path)
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    /// What can be seen and heard, or why nothing can be, without the place.
    static QStringList seenAndHeard(const std::filesystem::path& path)
    {
        QStringList all;
        const auto note = [&](const auto& look) {
            const std::string failure = test::failureOf(look);
            if (!failure.empty())
                all << QString::fromStdString(failure).remove(QString::fromStdString(path.string()));
        };
        note([&] {
            const MediaInfo info = probeMedia(path);
            all << QStringLiteral("%1 s, %2 %3, %4 %5")
                       .arg(info.duration)
                       .arg(info.width)
                       .arg(info.height)
                       .arg(info.startTime)
                       .arg(info.audioStart);
            for (const Finding& finding : info.findings)
                all << QString::fromStdString(finding.code + finding.message);
        });
        note([&] {
            VideoReader reader(path);
            const std::size_t count = reader.index().size();
            for (const std::size_t k : {std::size_t{0}, count / 2, count - 1, count / 3}) {
                const auto frame = reader.frame(k, 0, 0);
                all << QStringLiteral("%1 of %2 at %3: %4")
                           .arg(k)
                           .arg(count)
                           .arg(frame->time)
                           .arg(qHashBits(frame->bgra.data(), frame->bgra.size()));
            }
        });
        note([&] {
            AudioReader reader(path);
            std::vector<float> samples(20'000U * static_cast<std::size_t>(reader.channels()));
            for (const double seconds : {0.0, 1.0, 0.5}) {
                reader.seek(seconds);
                const std::size_t got = reader.read(samples);
                all << QStringLiteral("%1 samples: %2")
                           .arg(got)
                           .arg(qHashBits(samples.data(),
                                          got * static_cast<std::size_t>(reader.channels()) * 4));
            }
        });
        return all;
    }

private slots:
    void initTestCase()
    {
        test::MadeTar tar;
        for (const char* name : kNames)
            tar.add(std::string("clips/") + name, bytesOf(m_media.file(name)))
                .add(std::string(name) + ".json", "{}");
        m_tar = m_media.folder() / "shard-0001.tar";
        std::ofstream(m_tar, std::ios::binary) << tar.ended();
    }

    void theyAreSeenAndHeardAsFilesAre_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : kNames)
            QTest::newRow(name) << QByteArray(name);
    }
    void theyAreSeenAndHeardAsFilesAre()
    {
        QFETCH(const QByteArray, name);
        const QStringList plain = seenAndHeard(m_media.file(name.toStdString()));
        QVERIFY(!plain.isEmpty());
        QCOMPARE(seenAndHeard(m_tar / "clips" / name.toStdString()), plain);
    }

    void whatIsNotThereIsSaid()
    {
        const auto failure
            = [&](const std::filesystem::path& path) { return test::failureOf([&] { probeMedia(path); }); };
        QCOMPARE(failure(m_tar / "clips/none.mp4"),
                 "file_not_found: " + (m_tar / "clips/none.mp4").string() + ": the archive has no such file");
        const std::filesystem::path packed = m_media.folder() / "packed.tar";
        std::ofstream(packed, std::ios::binary) << "\x1f\x8b\x08" << std::string(600, 'z');
        QVERIFY(failure(packed / "a.mp4").starts_with("tar_compressed: " + packed.string()));
    }

    void membersHavePeaksOfTheirOwn()
    {
        const std::filesystem::path cache = m_media.folder() / "peaks";
        const auto one = cachedPeaks(m_tar / "clips/pcm24_16k.wav", cache);
        QVERIFY(peakCacheFile(m_tar / "clips/pcm24_16k.wav", cache)
                != peakCacheFile(m_tar / "clips/stereo_44k.mp3", cache));
        QVERIFY(std::ranges::equal(one->bins(), cachedPeaks(m_media.file("pcm24_16k.wav"), cache)->bins()));
    }
};

QTEST_GUILESS_MAIN(TestTarMembers)
#include "tst_tar_members.moc"
