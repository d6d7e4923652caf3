#include "engine/media/audio_reader.h"

#include <QImage>
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
        const QString png = QString::fromStdString((m_media.folder() / "frame.png").string());
        const auto result = media({file(name.toLatin1().constData()), QStringLiteral("--frame"),
                                   QStringLiteral("93"), QStringLiteral("--out"), png});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const QImage image = QImage(png).convertToFormat(QImage::Format_RGB32);
        VideoFrame frame;
        frame.width = image.width();
        frame.height = image.height();
        frame.bgra.assign(image.constBits(), image.constBits() + image.sizeInBytes());
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

    void whatCannotBeDoneIsSaid()
    {
        const QString video = file("plain.mp4");
        const QByteArray before = [&] {
            QFile bytes(video);
            return bytes.open(QIODevice::ReadOnly) ? bytes.readAll() : QByteArray();
        }();
        const auto there
            = media({video, QStringLiteral("--frame"), QStringLiteral("1"), QStringLiteral("--out"), video});
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
