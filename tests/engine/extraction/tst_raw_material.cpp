#include "engine/extraction/raw_material.h"
#include "engine/media/audio_reader.h"
#include "engine/media/frame_index.h"
#include "engine/media/video_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/support/cli.h"
#include "tests/support/failure.h"

using namespace engine;
namespace fs = std::filesystem;

/// Pictures and sound of recordings as files, for end-to-end models.
class TestRawMaterial : public QObject {
    Q_OBJECT

private slots:
    void framesAndSoundAreThoseOfTheRecording()
    {
        const fs::path media = fs::path(DEMO) / "media" / "ada_1.mp4";
        const auto result = test::runCli(
            {QStringLiteral("extract"), QString::fromStdString(media.string()), QStringLiteral("--frames"),
             QStringLiteral("--wav"), QStringLiteral("--every"), QStringLiteral("500"),
             QStringLiteral("--side"), QStringLiteral("64"), QStringLiteral("--out"), m_folder.path()});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        VideoReader reader{MediaFile(media)};
        const FrameIndex& index = reader.index();
        const QJsonObject meta = QJsonDocument::fromJson(bytes("ada_1/meta.json")).object();
        const QJsonArray times = meta[QLatin1String("frames")].toArray();
        QCOMPARE(times.size(), qsizetype(std::ceil(index.end() / 0.5)));
        for (int i = 0; i < times.size(); ++i) {
            QCOMPARE(times[i].toDouble(), index.time(index.at(0.5 * i)));
            QVERIFY(
                bytes(qPrintable(QStringLiteral("ada_1/frame_%1.png").arg(i + 1, 5, 10, QLatin1Char('0'))))
                    .startsWith("\x89PNG"));
        }
        QVERIFY(bytes("ada_1/frame_00032.png").isEmpty());
        const QByteArray wav = bytes("ada_1/audio.wav");
        AudioReader sound(MediaFile(media), 16000, 1);
        std::vector<float> samples(16000 * 20);
        samples.resize(sound.read(samples));
        QCOMPARE(wav.size(), qsizetype(44 + 2 * samples.size()));
        for (std::size_t i = 0; i < samples.size(); ++i) {
            std::int16_t written = 0;
            std::memcpy(&written, wav.constData() + 44 + 2 * i, sizeof written);
            if (std::abs(static_cast<float>(written) - samples[i] * 32767.0F) > 1.0F)
                QFAIL(qPrintable(QString::number(i)));
        }
    }

    void whatCannotBeReadIsNamedAndTheOthersAreWritten()
    {
        const auto result = test::runCli(
            {QStringLiteral("extract"), QStringLiteral(FIXTURES "/acoustic/vowel_a.wav"),
             QStringLiteral(DEMO "/media/bert_1.mp4"), QStringLiteral("--frames"), QStringLiteral("--every"),
             QStringLiteral("5000"), QStringLiteral("--out"), m_folder.path()});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.errors.contains("vowel_a.wav"), result.errors.constData());
        QVERIFY(!bytes("bert_1/frame_00004.png").isEmpty());
    }

    void theMelSpectrogramIsAnArchive()
    {
        const fs::path target = fs::path(m_folder.path().toStdString()) / "mel.npz";
        writeMel(fs::path(FIXTURES) / "acoustic" / "vowel_a.wav", target);
        QVERIFY(fs::file_size(target) > (161 * 128 + 6 * 4096) * sizeof(float));
        const auto info
            = test::runCli({QStringLiteral("extract"), QStringLiteral("a.wav"), QStringLiteral("b.wav"),
                            QStringLiteral("--mel"), QStringLiteral("--out"), QStringLiteral("x.npz")});
        QCOMPARE(info.exitCode, 2);
        QVERIFY(!test::failureOf([&] { writeMel("/nowhere.wav", target); }).empty());
    }

private:
    QByteArray bytes(const char* name)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestRawMaterial)

#include "tst_raw_material.moc"
