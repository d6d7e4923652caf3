#include "engine/core/error.h"
#include "engine/media/audio_reader.h"
#include "engine/media/peak_pyramid.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

#include "tests/support/odd_media.h"

using namespace engine;

class TestPeakPyramid : public QObject {
    Q_OBJECT

    support::OddMedia m_media;

    /// Where sound begins after at least 0.3 s without, in columns of 0.5 ms.
    static std::vector<double> onsets(const PeakPyramid& peaks)
    {
        constexpr double kColumn = 0.0005;
        std::vector<double> result;
        double last = -10.0;
        const auto columns
            = peaks.columns(-1.0, kColumn, static_cast<std::size_t>((peaks.duration() + 1.0) / kColumn));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const double time = -1.0 + static_cast<double>(i) * kColumn;
            if (columns[i].max < 0.05F)
                continue;
            if (time - last > 0.3)
                result.push_back(time);
            last = time;
        }
        return result;
    }

private slots:
    void beepsAreWhereTheySound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<double>>("expected");
        const QList<double> four{0.0, 1.0, 2.0, 3.0};
        const QList<double> three{0.0, 1.0, 2.0};
        const QList<double> behindPriming{0.0213, 1.0213, 2.0213};
        QTest::newRow("AAC with priming") << "plain_30fps.mp4" << four;
        QTest::newRow("MP3 with priming") << "stereo_44k.mp3" << four;
        QTest::newRow("mu-law") << "mono_8k_mulaw.wav" << four;
        QTest::newRow("six channels") << "surround_5_1.flac" << four;
        QTest::newRow("Vorbis") << "audio_only.ogg" << four;
        QTest::newRow("0.4 s after the pictures")
            << "audio_late_400ms.mkv" << QList<double>{0.4, 1.4, 2.4, 3.4};
        QTest::newRow("transport stream from 3.5 s") << "start_3500ms.ts" << behindPriming;
        QTest::newRow("transport stream past the wrap of its clock") << "start_100000s.ts" << behindPriming;
        QTest::newRow("AVI") << "mjpeg_pcm.avi" << three;
        QTest::newRow("sound ends first") << "audio_shorter_than_video.mp4" << QList<double>{0.0, 1.0};
        // The pictures that are kept begin at 42/30 s, at a beep that lasts from 1.0 s: only the later ones
        // have an edge.
        QTest::newRow("cut by an edit list") << "edit_list_cut.mp4" << QList<double>{0.63, 1.63};
    }
    void beepsAreWhereTheySound()
    {
        QFETCH(QString, name);
        QFETCH(QList<double>, expected);
        const auto found = onsets(*PeakPyramid::build(m_media.file(name.toStdString())));
        QCOMPARE(found.size(), static_cast<std::size_t>(expected.size()));
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY2(std::abs(found[i] - expected[static_cast<qsizetype>(i)]) <= 0.002,
                     qPrintable(QString::number(found[i])));
    }

    void aKnownSignalHasItsPeaks()
    {
        const auto peaks = PeakPyramid::build(m_media.file("dc_offset.wav")); // 0.4 + 0.1 sin
        QCOMPARE(peaks->duration(), 2.0);
        for (const double width : {0.02, 0.1, 1.0}) {
            const Peak peak = peaks->columns(0.5, width, 1).front();
            QVERIFY(std::abs(peak.min - 0.3F) < 0.002F);
            QVERIFY(std::abs(peak.max - 0.5F) < 0.002F);
            QVERIFY(std::abs(peak.rms - std::sqrt(0.16F + 0.005F))
                    < 0.006F); // bins at the edges are taken whole
        }
    }

    void aStereoMixDoesNotGetLouder()
    {
        const auto sound = m_media.file("stereo_44k.mp3");
        AudioReader reader(sound); // both channels have the same
        std::vector<float> samples(2 * 44100);
        reader.read(samples);
        const float loudest = std::ranges::max(samples);
        QVERIFY(loudest > 0.2F);
        QVERIFY(std::abs(PeakPyramid::build(sound)->columns(0.0, 1.0, 1).front().max - loudest) < 0.001F);
    }

    void everyZoomShowsTheSameExtremes()
    {
        std::vector<PeakPyramid::Bin> bins(10'000);
        bins[7'321] = {-900, 800, 300};
        const PeakPyramid peaks(bins, 1.0, 0.001);
        for (const double width : {0.0001, 0.001, 0.01, 0.05, 0.3, 20.0}) {
            const auto count = static_cast<std::size_t>(std::ceil(12.0 / width));
            float high = 0.0F;
            double place = 0.0;
            const auto columns = peaks.columns(0.0, width, count);
            for (std::size_t i = 0; i < count; ++i)
                if (columns[i].max > high) {
                    high = columns[i].max;
                    place = static_cast<double>(i) * width;
                }
            QCOMPARE(high, 800.0F / PeakPyramid::kFullScale);
            QVERIFY(place <= 8.322 && place + width >= 8.320);
        }
    }

    void outsideIsEmpty()
    {
        const PeakPyramid peaks(std::vector<PeakPyramid::Bin>(100, {-5, 5, 5}), 0.5, 0.01);
        const auto columns = peaks.columns(-1.0, 0.1, 40);
        QCOMPARE(columns.size(), std::size_t{40});
        QCOMPARE(columns[13], Peak{});
        QVERIFY(columns[17] != Peak{});
        QCOMPARE(columns[27], Peak{});
        QVERIFY(PeakPyramid().columns(0.0, 0.1, 5) == std::vector<Peak>(5));
    }

    void columnsOfTwoHoursComeAtOnce()
    {
        const PeakPyramid peaks(std::vector<PeakPyramid::Bin>(PeakPyramid::kMostBins, {-9, 9, 9}), 0.0,
                                7200.0 / PeakPyramid::kMostBins);
        QElapsedTimer time;
        time.start();
        for (int round = 0; round < 100; ++round)
            for (const double width : {0.0005, 0.01, 0.3, 3.75})
                QCOMPARE(peaks.columns(0.0, width, 1920).back().max, 9.0F / PeakPyramid::kFullScale);
        QVERIFY2(time.elapsed() < 3000, qPrintable(QString::number(time.elapsed()))); // usually 40 ms
    }

    void buildingCanBeStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 PeakPyramid::build(m_media.file("stereo_44k.mp3"), {stop.get_token(), {}}));
    }

    void picturesAloneAreSaid()
    {
        try {
            PeakPyramid::build(m_media.file("no_audio.mp4"));
            QFAIL("built");
        } catch (const IoError& error) {
            QCOMPARE(error.code(), std::string("no_audio"));
        }
    }
};

QTEST_GUILESS_MAIN(TestPeakPyramid)
#include "tst_peak_pyramid.moc"
