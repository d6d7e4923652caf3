#include "engine/core/error.h"
#include "engine/core/installation.h"
#include "engine/features/sound/sound_features.h"
#include "engine/parts/installed_part.h"
#include "engine/parts/voice/arousal_rows.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>
#include <numbers>

#include "tests/support/cli.h"
#include "tests/support/failure.h"

using namespace engine;

namespace {

constexpr double kRate = 16000.0;

/// A voice of harmonics that fall off by `tilt` dB per octave; its pitch wavers by `waver` semitones.
std::vector<float> voice(double seconds, double pitch, double waver, double tilt, double gain)
{
    std::vector<float> sound(static_cast<std::size_t>(seconds * kRate));
    double phase = 0.0;
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const double time = static_cast<double>(i) / kRate;
        phase += 2.0 * std::numbers::pi * pitch
            * std::exp2(waver * std::sin(2.0 * std::numbers::pi * 3.0 * time) / 12.0) / kRate;
        double sum = 0.0;
        for (int harmonic = 1; harmonic * pitch < 5000.0; ++harmonic)
            sum += std::sin(harmonic * phase) * std::pow(10.0, tilt * std::log2(harmonic) / 20.0);
        sound[i] = static_cast<float>(gain * 0.1 * sum);
    }
    return sound;
}

SoundRows rowsOf(const std::vector<float>& sound)
{
    return soundRows(sound, {.egemaps25 = true, .spectral = true});
}

VoiceStretch heard(const std::vector<float>& sound)
{
    const SoundRows rows = rowsOf(sound);
    const Interval whole{0.0, static_cast<double>(sound.size()) / kRate};
    return voiceStretches(rows.egemaps25, rows.spectral, std::span(&whole, 1)).front();
}

}

/// The arousal of voices: higher and tenser is more, louder is not.
class TestArousalModel : public QObject {
    Q_OBJECT

    std::optional<ArousalModel> m_model;

private slots:
    void initTestCase()
    {
        m_model
            = ArousalModel::read(openPart(Installation::ofThisProgram(), kArousalPart).file("arousal.json"));
    }

    void aHighAndTenseVoiceIsMoreRoused()
    {
        const auto calm = m_model->arousalOf(heard(voice(2.0, 110.0, 0.3, -14.0, 1.0)));
        const auto roused = m_model->arousalOf(heard(voice(2.0, 260.0, 2.0, -5.0, 1.0)));
        QVERIFY(calm && roused);
        QVERIFY2(*calm < 0.0 && *roused > 0.0, qPrintable(QStringLiteral("%1 %2").arg(*calm).arg(*roused)));
    }

    void theGainOfAMicrophoneMakesNoDifference()
    {
        const auto quiet = m_model->arousalOf(heard(voice(2.0, 170.0, 1.0, -9.0, 0.25)));
        const auto loud = m_model->arousalOf(heard(voice(2.0, 170.0, 1.0, -9.0, 4.0)));
        QVERIFY(quiet && loud);
        QVERIFY2(std::abs(*quiet - *loud) < 0.01, qPrintable(QStringLiteral("%1 %2").arg(*quiet).arg(*loud)));
    }

    void whereNobodySpeaksThereIsNone() { QVERIFY(!m_model->arousalOf(heard(std::vector<float>(32000)))); }

    void aVoiceIsKnownAfterTwentySeconds()
    {
        std::vector<VoiceStretch> stretches;
        for (int i = 0; i < 9; ++i)
            stretches.push_back(heard(voice(2.0, 180.0 + 10.0 * i, 1.0, -9.0, 1.0)));
        QVERIFY(!m_model->usualVoice(stretches));
        for (int i = 0; i < 4; ++i)
            stretches.push_back(heard(voice(2.0, 200.0 + 10.0 * i, 1.0, -9.0, 1.0)));
        const auto usual = m_model->usualVoice(stretches);
        QVERIFY(usual.has_value());
        const auto low = m_model->arousalOf(stretches.front(), usual);
        const auto high = m_model->arousalOf(stretches[8], usual);
        QVERIFY(low && high);
        QVERIFY2(*low < 0.0 && *high > 0.0, qPrintable(QStringLiteral("%1 %2").arg(*low).arg(*high)));
    }

    void aRecordingHasARowForEachSecond()
    {
        std::vector<float> sound = voice(3.4, 150.0, 1.0, -9.0, 1.0);
        sound.resize(sound.size() + 4 * 16000); // and nobody speaks
        const SoundRows rows = rowsOf(sound);
        const FeatureRows arousal = arousalRows(rows.egemaps25, rows.spectral, *m_model);
        QCOMPARE(arousal.values.rows, std::size_t(8));
        QCOMPARE(arousal.intervals[1].start, 1.0);
        QVERIFY(arousal.values.at(1, 0) != 0.0F && arousal.values.at(1, 1) > 1.5F);
        QCOMPARE(arousal.values.at(6, 0), 0.0F);
        QCOMPARE(arousal.values.at(1, 2), 0.0F); // too little to know the voice
    }

    void aDamagedFileIsNamed()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file
            = std::filesystem::path(folder.path().toStdString()) / "arousal.json";
        const auto refused = [&](const char* text) {
            std::ofstream(file) << text;
            return QString::fromStdString(test::failureOf([&] { ArousalModel::read(file); }));
        };
        QVERIFY(refused("{").contains(QStringLiteral("is no JSON")));
        QVERIFY(refused(R"({"bias": 0, "numbers": [{"name": "loudness"}]})")
                    .contains(QStringLiteral("numbers[0]")));
        const auto absent = [&] { ArousalModel::read(file.parent_path() / "none.json"); };
        QVERIFY(test::failureOf(absent).starts_with("file_not_found"));
    }

    void theCommandLineWritesARowForEachFile()
    {
        const QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("out.csv"));
        const auto result = test::runCli({QStringLiteral("arousal"), test::demo("media/grid_talk_a.mp4"),
                                          test::demo("media/ada_1.mp4"), QStringLiteral("--out"), out});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> rows = file.readAll().trimmed().split('\n');
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0], QByteArray("file,arousal"));
        const double arousal = rows[1].split(',').at(1).toDouble();
        QVERIFY(arousal > -1.0 && arousal < 1.0 && arousal != 0.0);
    }
};

QTEST_GUILESS_MAIN(TestArousalModel)
#include "tst_arousal_model.moc"
