#include "engine/core/error.h"
#include "engine/features/sound/sound_features.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fmt/format.h>
#include <random>

#include "tests/engine/features/sound/fixture_table.h"
#include "tests/support/wave_file.h"

using namespace engine;

namespace {

constexpr SoundSets kAllSets{true, true, true, true, true};
constexpr FeatureRows SoundRows::*kRowsOfSets[] = {
    &SoundRows::covarep74, &SoundRows::egemaps25, &SoundRows::spectral, &SoundRows::logmel, &SoundRows::mfcc};

/// Speech for so many seconds.
std::vector<float> longSpeech(double seconds)
{
    const std::vector<float> speech = support::fixtureSound("librivox_0890");
    std::vector<float> sound(static_cast<std::size_t>(seconds * 16000));
    for (std::size_t i = 0; i < sound.size(); ++i)
        sound[i] = speech[i % speech.size()];
    return sound;
}

}

class SoundAnalysisTest : public QObject {
    Q_OBJECT

private slots:
    void everyValueIsFinite_data()
    {
        QTest::addColumn<QVector<float>>("sound");
        std::mt19937 random(1);
        std::normal_distribution<float> normal(0.0F, 0.1F);
        const auto made = [](std::size_t samples, auto value) {
            QVector<float> sound;
            for (std::size_t i = 0; i < samples; ++i)
                sound.push_back(value(i));
            return sound;
        };
        QTest::newRow("none") << QVector<float>();
        QTest::newRow("less than a row") << made(159, [](std::size_t) { return 0.1F; });
        QTest::newRow("one row") << made(160, [](std::size_t i) { return i % 2 ? 0.1F : -0.1F; });
        QTest::newRow("digital silence") << made(16000, [](std::size_t) { return 0.0F; });
        QTest::newRow("constant") << made(16000, [](std::size_t) { return 0.5F; });
        QTest::newRow("clipped") << made(16000, [](std::size_t i) { return i % 100 < 50 ? 1.0F : -1.0F; });
        QTest::newRow("noise") << made(16000, [&](std::size_t) { return normal(random); });
        QTest::newRow("one click") << made(16000, [](std::size_t i) { return i == 8000 ? 1.0F : 0.0F; });
        QTest::newRow("very soft") << made(16000,
                                           [](std::size_t i) { return 1e-30F * static_cast<float>(i % 7); });
        QTest::newRow("very loud") << made(16000,
                                           [](std::size_t i) { return 1e6F * static_cast<float>(i % 7); });
        QTest::newRow("not finite") << made(16000, [](std::size_t i) {
            return i % 50 == 0 ? std::nanf("")
                : i % 70 == 0  ? INFINITY
                               : std::sin(0.05F * static_cast<float>(i));
        });
        QTest::newRow("sine of 50 Hz")
            << made(16000, [](std::size_t i) { return std::sin(0.0196F * static_cast<float>(i)); });
        QTest::newRow("sine of 499 Hz")
            << made(16000, [](std::size_t i) { return std::sin(0.196F * static_cast<float>(i)); });
    }
    void everyValueIsFinite()
    {
        QFETCH(QVector<float>, sound);
        const SoundRows rows = soundRows(
            std::span<const float>(sound.data(), static_cast<std::size_t>(sound.size())), kAllSets);
        for (const auto set : kRowsOfSets) {
            const FeatureRows& values = rows.*set;
            QCOMPARE(values.values.rows, static_cast<std::size_t>(sound.size()) / 160);
            QCOMPARE(values.intervals.size(), values.values.rows);
            QCOMPARE(values.columns.size(), values.values.columns);
            for (std::size_t i = 0; i < values.values.values.size(); ++i)
                QVERIFY2(std::isfinite(values.values.values[i]),
                         values.columns[i % values.columns.size()].name.c_str());
        }
    }

    void rowsDoNotDependOnHowTheSoundWasCut()
    {
        const std::vector<float> sound = longSpeech(75.0);
        const SoundRows whole = soundRows(sound, kAllSets);
        constexpr std::size_t piece = 7777; // soundRows() cuts into seconds
        SoundRows pieces;
        std::size_t most = 0;
        SoundAnalysis analysis(kAllSets, [&](const SoundRows& rows) {
            for (const auto set : kRowsOfSets) {
                auto& all = pieces.*set;
                all.values.values.insert(all.values.values.end(), (rows.*set).values.values.begin(),
                                         (rows.*set).values.values.end());
                all.intervals.insert(all.intervals.end(), (rows.*set).intervals.begin(),
                                     (rows.*set).intervals.end());
            }
            most = std::max(most, rows.mfcc.values.rows);
        });
        for (std::size_t at = 0; at < sound.size(); at += piece)
            analysis.add(std::span(sound).subspan(at, std::min(piece, sound.size() - at)));
        analysis.finish();
        QVERIFY(most <= 4000); // memory is bounded
        for (const auto set : kRowsOfSets) {
            QCOMPARE((pieces.*set).values.values, (whole.*set).values.values);
            QCOMPARE((pieces.*set).intervals, (whole.*set).intervals);
        }
        QCOMPARE(whole.mfcc.intervals.size(), 7500U);
        QCOMPARE(whole.mfcc.intervals[7499], (Interval{74.99, 75.0}));
    }

    void rowsAtAnEdgeBetweenStretchesAreThoseOfOneStretch()
    {
        const std::vector<float> sound = longSpeech(75.0); // stretches of 30, 45 s
        const SoundRows whole = soundRows(sound, kAllSets);
        const std::size_t first = 2500; // rows: 25 to 35 s, as a sound of its own
        const SoundRows part = soundRows(std::span(sound).subspan(first * 160, 160000), kAllSets);
        for (const auto set : {&SoundRows::spectral, &SoundRows::logmel, &SoundRows::mfcc}) {
            const FeatureRows& a = whole.*set;
            const FeatureRows& b = part.*set;
            for (std::size_t row = 2; row < 998; ++row)
                QVERIFY(std::ranges::equal(a.values.row(first + row), b.values.row(row)));
        }
        const auto pitchOfWhole = support::columnOf(whole.covarep74, "F0");
        const auto pitchOfPart = support::columnOf(part.covarep74, "F0");
        const auto voicedInPart = support::columnOf(part.covarep74, "VUV");
        std::size_t voiced = 0;
        std::size_t same = 0;
        for (std::size_t row = 50; row < 950; ++row) {
            if (voicedInPart[row] == 0.0)
                continue;
            ++voiced;
            same += std::abs(pitchOfWhole[first + row] / pitchOfPart[row] - 1.0) < 0.01 ? 1 : 0;
        }
        QVERIFY(voiced > 300);
        QVERIFY2(same * 100 >= voiced * 99, fmt::format("{} of {}", same, voiced).c_str());
    }

    void soundOfAFileIsReadInPieces()
    {
        const QTemporaryDir folder;
        const auto path = support::writeWave(
            folder.filePath(QStringLiteral("tone.wav")).toStdString(), 44100, 2.5,
            [](double t) { return support::tone(t, 200.0, -6.0) + support::tone(t, 400.0, -12.0); });
        std::size_t rows = 0;
        std::vector<double> hertz;
        takeSoundRows(path, kAllSets, [&](const SoundRows& piece) {
            rows += piece.mfcc.values.rows;
            hertz = support::columnOf(piece.covarep74, "F0");
        });
        QCOMPARE(rows, 250U);
        QVERIFY(std::abs(support::medianOf(hertz) - 200.0) < 0.5);
    }

    void stoppedWorkSaysSo()
    {
        std::stop_source stop;
        stop.request_stop();
        RunContext run;
        run.stop = stop.get_token();
        QVERIFY_EXCEPTION_THROWN(soundRows(longSpeech(1.0), kAllSets, run), Cancelled);
    }
};

QTEST_GUILESS_MAIN(SoundAnalysisTest)
#include "tst_sound_analysis.moc"
