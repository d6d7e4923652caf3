#include "engine/media/audio_reader.h"
#include "engine/media/frame_server.h"
#include "engine/media/playback_clock.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <numeric>

using namespace engine;

namespace {

constexpr int kSeconds = 40;
constexpr int kRate = 48000;
constexpr double kStep = 0.004; // simulated seconds between two looks at the clock
constexpr double kReports = 0.04; // seconds between two words of the device
constexpr double kBlock = 0.02; // seconds of sound that the device takes at once
constexpr std::size_t kSettles = 4; // flashes until the clock has found the sound

/// The picture that is on the screen.
class Screen {
public:
    explicit Screen(const std::filesystem::path& path)
        : m_server(path, 64, 64,
                   {.opened = {},
                    .frame =
                        [this](std::shared_ptr<const VideoFrame> frame) {
                            const std::lock_guard lock(m_mutex);
                            m_frame = std::move(frame);
                            m_came.notify_all();
                        },
                    .failed = {}})
    {
    }

    /// Shows the frame of a media time, and waits until it is there. @return whether it is white
    bool show(double seconds)
    {
        m_server.show(seconds);
        std::unique_lock lock(m_mutex);
        const bool came = m_came.wait_for(lock, std::chrono::seconds(20), [&] {
            const auto index = m_server.frameAt(seconds);
            return m_frame && index && m_frame->index == *index;
        });
        if (!came)
            qFatal("the frame of %f did not come", seconds);
        return m_frame->bgra[m_frame->bgra.size() / 2] > 128;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::shared_ptr<const VideoFrame> m_frame;
    FrameServer m_server; // first to end
};

/// A sound device with a clock of its own: begins late, runs a little fast or slow, takes samples in blocks.
class Device {
public:
    Device(const std::filesystem::path& path, double speed) : m_reader(path, kRate, 1), m_speed(speed) { }

    /// Plays what is due by now; notes when clicks are heard.
    void playUntil(double now)
    {
        std::vector<float> block(static_cast<std::size_t>(kBlock * kRate));
        while (heardAt(m_played + block.size()) <= now) {
            block.resize(m_reader.read(block));
            if (block.empty())
                return;
            for (std::size_t i = 0; i < block.size(); ++i) {
                const std::size_t sample = m_played + i;
                if (std::abs(block[i]) < 0.25F || (!clicks.empty() && sample < m_lastClick + kRate / 2))
                    continue;
                m_lastClick = sample;
                clicks.push_back(heardAt(sample));
            }
            m_played += block.size();
        }
    }
    /// Media time that was heard, as processedUSecs() tells it.
    double position() const { return static_cast<double>(m_played) / kRate; }

    std::vector<double> clicks; ///< when they were heard

private:
    double heardAt(std::size_t sample) const
    {
        constexpr double begins = 0.09;
        return begins + static_cast<double>(sample) / kRate / m_speed;
    }

    AudioReader m_reader;
    double m_speed;
    std::size_t m_played = 0;
    std::size_t m_lastClick = 0;
};

double mean(const std::vector<double>& values, std::size_t first, std::size_t count)
{
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(first);
    return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(count), 0.0)
        / static_cast<double>(count);
}

}

/// A flash and a click at every whole second, played by the clock, the frame server and a device that is
/// simulated, in simulated time: when is each seen and heard?
class SoundAndPictureTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_media = m_folder.filePath(QStringLiteral("flashes.mp4"));
        const QString flashes = QStringLiteral(
            "color=c=black:s=64x64:r=25:d=%1,geq=lum='if(mod(N\\,25),16,235)':cb=128:cr=128");
        const QString clicks
            = QStringLiteral("aevalsrc=exprs='0.8*sin(2*PI*3000*t)*lt(mod(t\\,1)\\,0.01)':s=44100:d=%1");
        const auto input = [](const QString& filter) {
            return QStringList{QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                               filter.arg(kSeconds)};
        };
        QStringList arguments{QStringLiteral("-v"), QStringLiteral("error")};
        arguments += input(flashes) + input(clicks);
        arguments += QStringLiteral("-c:v libx264 -preset veryfast -pix_fmt yuv420p -c:a aac -b:a 96k")
                         .split(QLatin1Char(' '));
        QCOMPARE(QProcess::execute(QStringLiteral("ffmpeg"), arguments << m_media), 0);
    }

    void stayTogether_data()
    {
        QTest::addColumn<double>("speed");
        QTest::newRow("the device's clock is right") << 1.0;
        QTest::newRow("it runs 0.2 % fast") << 1.002;
        QTest::newRow("it runs 0.2 % slow") << 0.998;
    }
    void stayTogether()
    {
        QFETCH(double, speed);
        double now = 0.0;
        PlaybackClock clock([&now] { return now; });
        Screen screen(m_media.toStdString());
        Device device(m_media.toStdString(), speed);
        std::vector<double> flashes; // when they were seen
        double reported = 0.0;
        bool wasWhite = false;
        clock.play();
        for (; clock.position() < kSeconds - 0.5; now += kStep) {
            device.playUntil(now);
            if (now - reported >= kReports && device.position() > 0.0) {
                reported = now;
                clock.correct(device.position());
            }
            const bool white = screen.show(clock.position());
            if (white && !wasWhite)
                flashes.push_back(now);
            wasWhite = white;
        }
        device.playUntil(now + 1.0);
        QCOMPARE(flashes.size(), std::size_t{kSeconds});
        QVERIFY(device.clicks.size() >= flashes.size());

        std::vector<double> offsets; // flash after click, in seconds
        for (std::size_t i = kSettles; i < flashes.size(); ++i)
            offsets.push_back(flashes[i] - device.clicks[i]);
        const double all = mean(offsets, 0, offsets.size());
        const double growth = mean(offsets, offsets.size() - 10, 10) - mean(offsets, 0, 10);
        const auto [least, greatest] = std::minmax_element(offsets.begin(), offsets.end());
        const QByteArray found = QStringLiteral("mean %1 ms, from %2 to %3 ms, growth %4 ms")
                                     .arg(all * 1e3, 0, 'f', 1)
                                     .arg(*least * 1e3, 0, 'f', 1)
                                     .arg(*greatest * 1e3, 0, 'f', 1)
                                     .arg(growth * 1e3, 0, 'f', 1)
                                     .toUtf8();
        qInfo("%s", found.constData());
        QVERIFY2(std::abs(all) <= 0.020, found);
        QVERIFY2(std::abs(growth) <= 0.005, found);
        QVERIFY2(*least >= -0.040 && *greatest <= 0.040, found);
    }

private:
    QTemporaryDir m_folder;
    QString m_media;
};

QTEST_GUILESS_MAIN(SoundAndPictureTest)
#include "tst_sound_and_picture.moc"
