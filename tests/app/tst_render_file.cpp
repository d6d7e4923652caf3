#include "engine/media/audio_reader.h"
#include "engine/media/media_info.h"
#include "engine/media/video_reader.h"

#include <QColor>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "tests/support/real_window.h"
#include "tests/support/waiting.h"

/// `polylogue --render`, as the command line promises it.
class RenderFileTest : public QObject {
    Q_OBJECT

private slots:
    void aSpanOfTheDemoIsAVideoWithSound()
    {
        const QString path = m_folder.filePath(QStringLiteral("span.mp4"));
        QCOMPARE(
            run(QStringLiteral("--demo --render %1 --span 2-6 --size 640x360 --fps 25 --page 0 --theme dark")
                    .arg(path)
                    .split(QLatin1Char(' '))),
            0);
        QVERIFY2(!m_said.contains("x264"), m_said.constData()); // what FFmpeg's encoder counts
        const engine::MediaInfo info = engine::probeMedia(path.toStdString());
        QCOMPARE(QSize(info.width, info.height), QSize(640, 360));
        QVERIFY(std::abs(info.duration - 4.0) <= 0.06);
        QCOMPARE(info.videoCodec, std::string("h264"));
        QVERIFY(info.hasAudio);
        engine::VideoReader reader(path.toStdString());
        QCOMPARE(reader.index().size(), std::size_t(100));
        // The whole span is one page: the line goes from the heads' right end to the picture's.
        const int quarter = playheadOf(*reader.frame(25, 0, 0));
        const int middle = playheadOf(*reader.frame(50, 0, 0));
        const int end = playheadOf(*reader.frame(99, 0, 0));
        const double heads = 190.0 * 360 / 640;
        const auto expected = [&](double part) { return heads + (640 - heads) * part; };
        QVERIFY2(std::abs(quarter - expected(0.25)) <= 3, qPrintable(QString::number(quarter)));
        QVERIFY2(std::abs(middle - expected(0.5)) <= 3, qPrintable(QString::number(middle)));
        QVERIFY2(std::abs(end - expected(0.99)) <= 3, qPrintable(QString::number(end)));
    }

    void pagesTurn()
    {
        const QString path = m_folder.filePath(QStringLiteral("pages.mp4"));
        QCOMPARE(run(QStringLiteral("--demo --render %1 --span 0-4 --size 480x270 --fps 10 --page 2 --theme "
                                    "light --picture none --tracks words,Sound --silent")
                         .arg(path)
                         .split(QLatin1Char(' '))),
                 0);
        engine::VideoReader reader(path.toStdString());
        QCOMPARE(reader.index().size(), std::size_t(40));
        QVERIFY(!reader.info().hasAudio);
        const int before = playheadOf(*reader.frame(19, 0, 0));
        const int after = playheadOf(*reader.frame(20, 0, 0));
        QVERIFY2(before > 440 && after < 120, qPrintable(QStringLiteral("%1, %2").arg(before).arg(after)));
        QCOMPARE(playheadOf(*reader.frame(5, 0, 0)), playheadOf(*reader.frame(25, 0, 0)));
    }

    /// Neither a video nor a picture lies over what is open, by whatever name.
    void whatIsOpenIsNotWrittenOver_data()
    {
        QTest::addColumn<QString>("wish");
        QTest::addColumn<bool>("isListed");
        QTest::newRow("a video, over the file") << QStringLiteral("--span 0-1 --render") << false;
        QTest::newRow("a picture, over the file") << QStringLiteral("--screenshot") << false;
        QTest::newRow("a video, over a file of the list") << QStringLiteral("--span 0-1 --render") << true;
        QTest::newRow("a picture, over a file of the list") << QStringLiteral("--screenshot") << true;
    }

    void whatIsOpenIsNotWrittenOver()
    {
        QFETCH(QString, wish);
        QFETCH(bool, isListed);
        const QTemporaryDir folder;
        const QString video = folder.filePath(QStringLiteral("v.mp4"));
        QVERIFY(QFile::copy(QStringLiteral(DEMO "/media/grid_talk_a.mp4"), video));
        const QString list = folder.filePath(QStringLiteral("dataset.json"));
        QFile listed(list);
        QVERIFY(listed.open(QIODevice::WriteOnly));
        listed.write(R"({"name": "one", "media": [{"id": "v", "file": "v.mp4"}], "sequences": []})");
        listed.close();
        const QString other = folder.filePath(QStringLiteral("other.mp4"));
        QVERIFY(QFile::link(video, other));
        QFile file(video);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        QCOMPARE(run(QStringList{isListed ? list : video} + wish.split(u' ') + QStringList{other}), 1);
        file.seek(0);
        QVERIFY(file.readAll() == before);
        QVERIFY(QFileInfo(other).isSymLink());
    }

    void soundAndPictureKeepTogether()
    {
        // A flash and a beep at 1 s.
        const QString source = m_folder.filePath(QStringLiteral("flash.mp4"));
        QCOMPARE(
            QProcess::execute(
                QStringLiteral("ffmpeg"),
                QStringLiteral("-v error -f lavfi -i "
                               "color=black:s=320x240:r=25:d=2,drawbox=color=white:t=fill:enable='between(t,"
                               "0.99,1.19)' -f lavfi -i sine=1000:d=2,volume='between(t,1,1.2)':eval=frame "
                               "-c:v libx264 -pix_fmt yuv420p -c:a aac")
                        .split(QLatin1Char(' '))
                    << source),
            0);
        const QString path = m_folder.filePath(QStringLiteral("together.mp4"));
        QCOMPARE(run(QStringLiteral("%2 --render %1 --span 0.5-1.5 --size 640x480 --fps 50")
                         .arg(path, source)
                         .split(QLatin1Char(' '))),
                 0);
        engine::VideoReader reader(path.toStdString());
        std::size_t flash = 0;
        while (flash < reader.index().size()
               && brightness(*reader.frame(flash, 0, 0), {300, 100, 20, 20}) < 200)
            ++flash;
        const double seen = reader.index().time(std::min(flash, reader.index().size() - 1));
        engine::AudioReader sound(path.toStdString(), 48000, 1);
        std::vector<float> samples(48000);
        samples.resize(sound.read(samples));
        const auto loud
            = std::ranges::find_if(samples, [](float sample) { return std::abs(sample) > 0.05F; });
        const double heard = static_cast<double>(loud - samples.begin()) / 48000;
        QVERIFY2(std::abs(seen - 0.5) < 0.021, qPrintable(QString::number(seen)));
        QVERIFY2(std::abs(heard - 0.5) < 0.04, qPrintable(QString::number(heard)));
    }

    void whatCannotBeRenderedLeavesNothingAndSaysWhy_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("no such folder") << words("--demo --render /nowhere/at/all.mp4 --span 0-1")
                                        << QStringLiteral("/nowhere/at/all.mp4");
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("folder.mp4")));
        QTest::newRow("folder") << QStringList{QStringLiteral("--demo"), QStringLiteral("--render"),
                                               m_folder.filePath(QStringLiteral("folder.mp4")),
                                               QStringLiteral("--span"), QStringLiteral("0-1")}
                                << QStringLiteral("is a folder");
        QTest::newRow("no such track")
            << words("--demo --render @ --tracks moods") << QStringLiteral("'moods'");
        QTest::newRow("after the end") << words("--demo --render @ --span 100-110") << QStringLiteral("end");
        QTest::newRow("nothing is open") << words("--render @") << QStringLiteral("nothing is open");
        QTest::newRow("no such recording") << words("/absent.mp4 --render @") << QStringLiteral("absent.mp4");
    }
    void whatCannotBeRenderedLeavesNothingAndSaysWhy()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const QString path = m_folder.filePath(QStringLiteral("never.mp4"));
        arguments.replaceInStrings(QStringLiteral("@"), path);
        QCOMPARE(run(arguments), 1);
        QVERIFY2(m_said.contains(says.toUtf8()), m_said.constData());
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("never*")}).isEmpty());
    }

    void wrongCallsEndWithCodeTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("span") << words("--render x.mp4 --span 5");
        QTest::newRow("backwards") << words("--render x.mp4 --span 5-2");
        QTest::newRow("rate") << words("--render x.mp4 --fps 0");
        QTest::newRow("place") << words("--render x.mp4 --picture left");
        QTest::newRow("alone") << words("--span 1-2");
        QTest::newRow("odd size") << words("--render x.mp4 --size 333x240");
        QTest::newRow("odd height") << words("--render x.mp4 --size 640x481");
        QTest::newRow("WebM") << words("--render x.webm");
        QTest::newRow("Matroska") << words("--render x.mkv");
        QTest::newRow("no ending") << words("--render x");
        QTest::newRow("two wishes") << words("--render x.mp4 --screenshot x.png");
    }
    void wrongCallsEndWithCodeTwo()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(run(arguments), 2);
    }

private:
    static QStringList words(const char* line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); }
    int run(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(PROGRAMS "/polylogue"), arguments);
        process.waitForFinished(support::kPatience);
        m_said = process.readAllStandardError();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    static QColor pixel(const engine::VideoFrame& frame, int x, int y)
    {
        const auto* bytes = frame.bgra.data() + 4 * (static_cast<std::size_t>(y) * frame.width + x);
        return {bytes[2], bytes[1], bytes[0]};
    }
    static int brightness(const engine::VideoFrame& frame, const QRect& area)
    {
        int sum = 0;
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x)
                sum += pixel(frame, x, y).lightness();
        }
        return sum / (area.width() * area.height());
    }
    /// The column with the most red in the lower third; -1: there is none.
    static int playheadOf(const engine::VideoFrame& frame)
    {
        int best = -1;
        int most = frame.height / 8;
        for (int x = 0; x < frame.width; ++x) {
            int red = 0;
            for (int y = frame.height * 2 / 3; y < frame.height; ++y) {
                const QColor colour = pixel(frame, x, y);
                red += colour.red() > 120 && colour.red() > colour.green() + 50
                    && colour.red() > colour.blue() + 50;
            }
            if (red > most) {
                most = red;
                best = x;
            }
        }
        return best;
    }

    QTemporaryDir m_folder;
    QByteArray m_said;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QGuiApplication application(argc, argv);
    RenderFileTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_render_file.moc"
