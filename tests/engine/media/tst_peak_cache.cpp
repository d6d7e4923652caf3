#include "engine/media/peak_cache.h"

#include <QTest>

#include <fstream>

#include "tests/support/odd_media.h"

using namespace engine;

class TestPeakCache : public QObject {
    Q_OBJECT

    support::OddMedia m_media;

    static bool same(const PeakPyramid& a, const PeakPyramid& b)
    {
        return a.start() == b.start() && a.secondsPerBin() == b.secondsPerBin()
            && std::ranges::equal(a.bins(), b.bins());
    }

private slots:
    void whatWasBuiltIsRead()
    {
        const auto sound = m_media.file("stereo_44k.mp3");
        const auto folder = m_media.folder() / "cache" / "deep";
        const auto built = cachedPeaks(sound, folder);
        QVERIFY(std::filesystem::exists(peakCacheFile(sound, folder)));
        bool stopped = false;
        std::stop_source stop;
        stop.request_stop(); // building would throw
        try {
            QVERIFY(same(*cachedPeaks(sound, folder, {stop.get_token(), {}}), *built));
        } catch (...) {
            stopped = true;
        }
        QVERIFY(!stopped);
        QCOMPARE(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
    }

    void aDamagedCacheIsBuiltAnew_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("changed");
        QTest::newRow("empty") << 0 << -1;
        QTest::newRow("cut in the header") << 20 << -1;
        QTest::newRow("cut in the bins") << 1000 << -1;
        QTest::newRow("another version") << -1 << 7;
        QTest::newRow("another start") << -1 << 9;
        QTest::newRow("absurd length") << -1 << 30;
        QTest::newRow("one bit in the bins") << -1 << 2000;
    }
    void aDamagedCacheIsBuiltAnew()
    {
        QFETCH(int, size);
        QFETCH(int, changed);
        const auto sound = m_media.file("stereo_44k.mp3");
        const auto folder = m_media.folder() / "cache";
        const auto built = cachedPeaks(sound, folder);
        const auto file = peakCacheFile(sound, folder);
        if (size >= 0)
            std::filesystem::resize_file(file, static_cast<std::uintmax_t>(size));
        if (changed >= 0) {
            std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
            bytes.seekg(changed);
            const int byte = bytes.get();
            bytes.seekp(changed);
            bytes.put(static_cast<char>(byte ^ 0x10));
        }
        QVERIFY(same(*cachedPeaks(sound, folder), *built));
        QVERIFY(same(*cachedPeaks(sound, folder), *built));
    }

    void anotherFileOfTheSameNameIsNotTakenForIt()
    {
        const auto sound = m_media.folder() / "sound.wav";
        const auto folder = m_media.folder() / "cache";
        std::filesystem::copy_file(m_media.file("dc_offset.wav"), sound);
        const auto first = cachedPeaks(sound, folder);
        std::filesystem::copy_file(m_media.file("digital_silence.wav"), sound,
                                   std::filesystem::copy_options::overwrite_existing);
        QVERIFY(!same(*cachedPeaks(sound, folder), *first));
    }

    void aFolderThatCannotBeWrittenIsNoError()
    {
        std::ofstream(m_media.folder() / "a_file") << "x";
        QVERIFY(cachedPeaks(m_media.file("stereo_44k.mp3"), m_media.folder() / "a_file")->duration() > 3.9);
    }
};

QTEST_GUILESS_MAIN(TestPeakCache)
#include "tst_peak_cache.moc"
