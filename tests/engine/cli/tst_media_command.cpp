#include "engine/media/audio_reader.h"

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QTest>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/support/cli.h"
#include "tests/support/truth_media.h"

using namespace engine;

class TestMediaCommand : public QObject {
    Q_OBJECT

    support::TruthMedia m_media;

    QString file(const char* name) { return QString::fromStdString(m_media.file(name).string()); }
    static test::ProgramResult media(QStringList arguments)
    {
        arguments.prepend(QStringLiteral("media"));
        return test::runCli(arguments);
    }

    QString at(const char* name) { return QString::fromStdString((m_media.folder() / name).string()); }
    /// By ffmpeg, of `<name>`: files of m_media.
    QString made(const char* name, const char* arguments)
    {
        QStringList call{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")};
        for (const QString& part : QString::fromLatin1(arguments).split(u' '))
            call << (part.startsWith(u'<') ? file(part.mid(1).chopped(1).toLatin1().constData()) : part);
        call << at(name);
        if (QProcess::execute(QStringLiteral("ffmpeg"), call) != 0)
            qFatal("ffmpeg failed");
        return at(name);
    }

private slots:
    void itSaysWhatFilesHold()
    {
        const QString late = file("late_sound.mp4");
        const QString raw = file("raw.h264");
        const auto result = media({QStringLiteral("--json"), late, raw});
        QCOMPARE(result.exitCode, 0);
        const auto report = nlohmann::json::parse(result.output.toStdString());
        const auto& first = report.at(late.toStdString());
        QVERIFY(std::abs(first.at("duration_s").get<double>() - 6.4) < 0.09);
        QCOMPARE(first.at("video").at("frames").get<int>(), 150);
        QCOMPARE(first.at("video").at("frame_rate").get<double>(), 25.0);
        QCOMPARE(first.at("video").at("start_s").get<double>(), 0.0);
        QVERIFY(std::abs(first.at("audio").at("start_s").get<double>() - 0.4 + 1024 / 48000.0) < 0.001);
        QCOMPARE(first.at("findings").at(0).at("code").get<std::string>(), std::string("late_sound"));
        const auto& second = report.at(raw.toStdString());
        QVERIFY(std::abs(second.at("duration_s").get<double>() - 6.0) < 0.001);
        QVERIFY(second.at("audio").is_null());
        QVERIFY(second.at("findings").empty());
    }

    void itSaysItInWords()
    {
        const auto result = media({file("divx.avi")});
        QCOMPARE(result.exitCode, 0);
        for (const char* part :
             {"duration     6.000 s", "frames       150, 25 per second", "sound        pcm_s16le"})
            QVERIFY2(result.output.contains(part), result.output.constData());
    }

    void aFrameIsWrittenAsItIs_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"divx.avi", "h264.avi", "ps_mpeg1.mpg", "late_picture.mkv"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void aFrameIsWrittenAsItIs()
    {
        QFETCH(QString, name);
        const QString png
            = QString::fromStdString((m_media.folder() / (name.toStdString() + ".png")).string());
        const auto result = media({file(name.toLatin1().constData()), QStringLiteral("--frame"),
                                   QStringLiteral("93"), QStringLiteral("--out"), png});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const QImage image = QImage(png).convertToFormat(QImage::Format_RGB32);
        VideoFrame frame;
        frame.width = image.width();
        frame.height = image.height();
        frame.bgra = std::vector<std::uint8_t>(image.constBits(), image.constBits() + image.sizeInBytes());
        QCOMPARE(support::frameNumber(frame), 93);
    }

    void soundIsWrittenFromZeroOn()
    {
        const QString wav = QString::fromStdString((m_media.folder() / "sound.wav").string());
        const auto result
            = media({file("late_sound.mkv"), QStringLiteral("--sound"), QStringLiteral("--out"), wav});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        AudioReader reader(wav.toStdString(), 48000, 1);
        std::vector<float> samples(48000);
        QCOMPARE(reader.read(samples), std::size_t{48000});
        const auto clicks = support::clicksIn(samples, 48000);
        QCOMPARE(clicks.size(), std::size_t{1});
        QVERIFY(std::abs(clicks.front() - 0.8) <= 0.001); // with picture 10, 0.4 s late
    }

    void howMuchSoundWasWrittenIsSaid()
    {
        const QString video = made("short_sound.mkv",
                                   "-i <plain.mkv> -i <plain.mkv> -map 0:v -map 1:a -c:v copy "
                                   "-c:a pcm_s16le -af atrim=0:2");
        const auto result
            = media({video, QStringLiteral("--sound"), QStringLiteral("--out"), at("short.wav")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QVERIFY2(result.output.contains(": 2.000 s from zero"), result.output.constData());
    }

    void aVariableRateIsSaid()
    {
        const QString video = made("vfr.mkv",
                                   "-i <plain.mkv> -an -vf select='lt(t\\,2)+not(mod(n\\,3))' -vsync vfr "
                                   "-c:v mpeg4 -q:v 4");
        const auto result = media({video});
        QVERIFY2(result.output.contains("per second on average (variable)"), result.output.constData());
        const auto json
            = nlohmann::json::parse(media({QStringLiteral("--json"), video}).output.toStdString());
        const auto& told = json.at(video.toStdString()).at("video");
        QVERIFY(told.at("variable_frame_rate").get<bool>());
        QVERIFY2(told.at("frame_rate").get<double>() < 20.0, told.dump().c_str());
    }

    void anEvenRateInMillisecondsIsNotVariable()
    {
        const QString video = made("ntsc.mkv", "-f lavfi -i testsrc=s=160x90:r=30000/1001:d=3 -c:v mpeg4");
        const auto result = media({video});
        QVERIFY2(result.output.contains("per second\n"), result.output.constData());
    }

    void aCutFileIsFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("wav") << QStringLiteral("cut.wav");
        QTest::newRow("avi") << QStringLiteral("cut.avi");
        QTest::newRow("mkv") << QStringLiteral("cut.mkv");
    }
    void aCutFileIsFound()
    {
        QFETCH(QString, name);
        const bool isSound = name.endsWith(u"wav");
        const QString whole
            = made(name.toLatin1().constData(),
                   isSound ? "-i <plain.mkv> -vn" : "-i <plain.mkv> -c:v mpeg4 -c:a pcm_s16le");
        QVERIFY2(!media({whole}).output.contains("truncated"), "while it is whole");
        QVERIFY(QFile::resize(whole, QFileInfo(whole).size() / 2));
        const auto result = media({whole});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.contains("truncated: "), result.output.constData());
        QVERIFY2(result.errors.isEmpty(), result.errors.constData());
    }

    void onlyNewFilesOfTheirKindAreWritten_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* arguments, const char* reason) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ') << QByteArray(reason);
        };
        row("--frame 1 --out @/a.jpg", "does not end with .png");
        row("--frame 1 --out @/a.wav", "does not end with .png");
        row("--sound --out @/a.png", "does not end with .wav");
        row("--sound --out @/a", "does not end with .wav");
        row("--frame -1 --out @/a.png", "there is no frame -1");
        row("--frame one --out @/a.png", "there is no frame one");
        row("--sound --out @/there.wav", "file_exists");
        row("--frame 1 --out @/there.png", "file_exists");
    }
    void onlyNewFilesOfTheirKindAreWritten()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, reason);
        const QTemporaryDir folder;
        for (const char* name : {"there.wav", "there.png"}) {
            QFile there(folder.filePath(QLatin1String(name)));
            QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
        }
        arguments.replaceInStrings(QStringLiteral("@"), folder.path());
        const auto result = media(QStringList{file("plain.mp4")} + arguments);
        QVERIFY(result.exitCode != 0);
        QVERIFY2(result.errors.contains(reason), result.errors.constData());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
        QCOMPARE(QFileInfo(folder.filePath(QStringLiteral("there.wav"))).size(), 4);
        if (reason == "file_exists")
            QCOMPARE(
                media(QStringList{file("plain.mp4"), QStringLiteral("--overwrite")} + arguments).exitCode, 0);
    }

    void whatCannotBeDoneIsSaid()
    {
        const QString video = file("plain.mp4");
        const QByteArray before = [&] {
            QFile bytes(video);
            return bytes.open(QIODevice::ReadOnly) ? bytes.readAll() : QByteArray();
        }();
        const QString same = at("same.png"); // the video by a name that a picture has
        QVERIFY(QFile::link(video, same));
        const auto there
            = media({video, QStringLiteral("--frame"), QStringLiteral("1"), QStringLiteral("--out"), same});
        QCOMPARE(there.exitCode, 1);
        QFile bytes(video);
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        QVERIFY(bytes.readAll() == before);
        const QString png = QString::fromStdString((m_media.folder() / "none.png").string());
        const auto none
            = media({video, QStringLiteral("--frame"), QStringLiteral("150"), QStringLiteral("--out"), png});
        QCOMPARE(none.exitCode, 1);
        QVERIFY2(none.errors.contains("150 frames, numbered from 0"), none.errors.constData());
        QVERIFY(!QFile::exists(png));
        QCOMPARE(media({video, QStringLiteral("--frame"), QStringLiteral("1")}).exitCode, 2);
        QCOMPARE(media({video, video, QStringLiteral("--sound"), QStringLiteral("--out"), png}).exitCode, 2);
        const auto missing = media({QStringLiteral("nowhere.mp4"), video});
        QCOMPARE(missing.exitCode, 1);
        QVERIFY(missing.output.contains("duration"));
    }
};

QTEST_GUILESS_MAIN(TestMediaCommand)
#include "tst_media_command.moc"
