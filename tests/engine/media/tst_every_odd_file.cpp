#include "engine/core/error.h"
#include "engine/media/audio_reader.h"
#include "engine/media/media_info.h"
#include "engine/media/video_reader.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <set>

#include "tests/support/odd_media.h"

using namespace engine;

class TestEveryOddFile : public QObject {
    Q_OBJECT

    support::OddMedia m_media;

private slots:
    void playsForASecond_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : support::OddMedia::names())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void playsForASecond()
    {
        QFETCH(QString, name);
        const auto path = m_media.file(name.toStdString());
        QElapsedTimer time;
        time.start();
        MediaInfo info;
        try {
            info = probeMedia(path);
        } catch (const IoError& error) {
            const std::set<std::string> refused{"empty.mp4", "text.mp4", "truncated_no_moov.mp4",
                                                "header_only.wav", "captions.srt"};
            QVERIFY2(refused.contains(name.toStdString()), error.what());
            return;
        }
        QVERIFY(info.hasVideo || info.hasAudio);
        QVERIFY(info.duration > 0.0);
        if (info.hasVideo) {
            VideoReader reader(path);
            double last = -1.0;
            for (std::size_t k = 0; k < reader.index().size() && reader.index().time(k) <= 1.0; ++k) {
                const auto frame = reader.frame(k, 320, 240);
                QVERIFY(frame->time > last);
                QVERIFY(frame->width <= 320 && frame->height <= 240);
                last = frame->time;
            }
            QVERIFY(last >= 0.0);
        }
        if (info.hasAudio) {
            AudioReader reader(path);
            std::vector<float> second(static_cast<std::size_t>(reader.sampleRate() * reader.channels()));
            const std::size_t got = reader.read(second);
            const auto expected = static_cast<double>(reader.sampleRate()) * std::min(1.0, info.duration);
            QVERIFY(static_cast<double>(got) >= 0.95 * expected);
            for (const float sample : second)
                QVERIFY(std::abs(sample) <= 1.1F);
        }
        QVERIFY(time.elapsed() < 20'000);
    }
};

QTEST_GUILESS_MAIN(TestEveryOddFile)
#include "tst_every_odd_file.moc"
