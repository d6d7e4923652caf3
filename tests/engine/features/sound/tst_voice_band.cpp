#include "engine/features/sound/mains_hum.h"
#include "engine/features/sound/row_powers.h"
#include "engine/features/sound/sound_features.h"
#include "engine/features/sound/voice_band.h"
#include "engine/features/sound/zero_phase.h"
#include "engine/media/audio_reader.h"
#include "engine/numbers/quantiles.h"

#include <QTest>

#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <numbers>
#include <random>

#include "tests/engine/features/sound/fixture_table.h"

using namespace engine;

namespace {

std::vector<float> gridSound(const std::string& name)
{
    AudioReader reader(MediaFile(FIXTURES "/grid/" + name + ".mpg"), 16000, 1);
    std::vector<float> sound(16000 * 4);
    sound.resize(reader.read(sound));
    return sound;
}

/// The usual level of the loud half of the rows, in which somebody speaks.
double activeLevel(const std::vector<float>& sound)
{
    const auto powers = sound::rowPowers({sound::highPassedAtRest(sound, 60.0, 4)});
    const float half = lowerQuantile(powers, 0.5F);
    double sum = 0.0;
    double count = 0.0;
    for (const float power : powers) {
        sum += power >= half ? static_cast<double>(power) : 0.0;
        count += power >= half ? 1.0 : 0.0;
    }
    return std::sqrt(sum / count);
}

/// Harmonics up to 4 kHz that fall as 1/k, of random phases.
std::vector<float> hum(std::size_t samples, double hertz, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> phases(0.0, 2.0 * std::numbers::pi);
    std::vector<float> result(samples);
    for (int k = 1; k * hertz < 4000.0; ++k) {
        const double phase = phases(random);
        for (std::size_t i = 0; i < samples; ++i)
            result[i] += static_cast<float>(
                std::sin(2.0 * std::numbers::pi * k * hertz * static_cast<double>(i) / 16000.0 + phase) / k);
    }
    return result;
}

/// Noise of 10 to 80 Hz whose power falls as 1/f²: sines of random phases, 0.37 Hz apart.
std::vector<float> brownNoise(std::size_t samples, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> phases(0.0, 2.0 * std::numbers::pi);
    std::normal_distribution<double> normal;
    std::vector<float> result(samples);
    for (double hertz = 10.0; hertz < 80.0; hertz += 0.37) {
        const double size = normal(random) / hertz;
        const double phase = phases(random);
        for (std::size_t i = 0; i < samples; ++i)
            result[i] += static_cast<float>(
                size * std::sin(2.0 * std::numbers::pi * hertz * static_cast<double>(i) / 16000.0 + phase));
    }
    return result;
}

std::vector<float> disturbance(const QString& kind, std::size_t samples, unsigned seed)
{
    if (kind == QLatin1String("hum50"))
        return hum(samples, 50.03, seed);
    if (kind == QLatin1String("hum60"))
        return hum(samples, 59.95, seed);
    if (kind == QLatin1String("brown"))
        return brownNoise(samples, seed);
    return std::vector<float>(samples, 1.0F);
}

/// @param below  dB below the level of the speech
std::vector<float> disturbed(const std::vector<float>& sound, const QString& kind, int below, unsigned seed)
{
    const std::vector<float> added = disturbance(kind, sound.size(), seed);
    double square = 0.0;
    for (const float value : added)
        square += static_cast<double>(value) * static_cast<double>(value);
    const double rms = std::sqrt(square / static_cast<double>(added.size()));
    const auto gain = static_cast<float>(activeLevel(sound) * std::pow(10.0, -below / 20.0) / rms);
    std::vector<float> result = sound;
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] += gain * added[i];
    return result;
}

/// Pulses through four resonators.
std::vector<float> madeVoice(double hertz, double seconds)
{
    std::vector<float> sound(static_cast<std::size_t>(seconds * 16000));
    double phase = 0.0;
    for (float& sample : sound) {
        phase += hertz / 16000.0;
        sample = phase >= 1.0 ? 1.0F : 0.0F;
        phase -= std::floor(phase);
    }
    for (const auto& [formant, width] :
         {std::pair(700.0, 80.0), {1200.0, 100.0}, {2500.0, 150.0}, {3500.0, 200.0}}) {
        const double radius = std::exp(-std::numbers::pi * width / 16000.0);
        const double turn = 2.0 * radius * std::cos(2.0 * std::numbers::pi * formant / 16000.0);
        double last = 0.0;
        double before = 0.0;
        for (float& sample : sound) {
            const double value = static_cast<double>(sample) + turn * last - radius * radius * before;
            before = std::exchange(last, value);
            sample = static_cast<float>(value);
        }
    }
    return sound;
}

struct Track {
    std::vector<double> hertz;
    std::vector<double> voiced;
    std::vector<double> harmonicity;
};

Track trackOf(const std::vector<float>& sound)
{
    const SoundRows rows = soundRows(sound, {.covarep74 = true, .egemaps25 = true});
    return {support::columnOf(rows.covarep74, "F0"), support::columnOf(rows.covarep74, "VUV"),
            support::columnOf(rows.egemaps25, "HNRdBACF_sma3nz")};
}

double powerOf(std::span<const float> sound)
{
    double sum = 0.0;
    for (const float value : sound)
        sum += static_cast<double>(value) * static_cast<double>(value);
    return sum;
}

}

class VoiceBandTest : public QObject {
    Q_OBJECT

private slots:
    /// Real speech of a man, a woman and a reader, with what is low added.
    void pitchAndVoicingBearWhatIsLow_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("below");
        QTest::addColumn<double>("mostGross");
        QTest::addColumn<double>("mostChanged");
        for (const char* kind : {"hum50", "hum60", "brown", "offset"}) {
            for (const auto& [below, gross, changed] :
                 {std::tuple(20, 0.03, 0.05), {10, 0.05, 0.08}, {0, 0.15, 0.15}})
                QTest::addRow("%s %d dB below", kind, below)
                    << QString::fromLatin1(kind) << below << gross << changed;
        }
    }
    void pitchAndVoicingBearWhatIsLow()
    {
        QFETCH(QString, kind);
        QFETCH(int, below);
        QFETCH(double, mostGross);
        QFETCH(double, mostChanged);
        double voiced = 0.0;
        double gross = 0.0;
        double changed = 0.0;
        double rows = 0.0;
        std::vector<double> harmonicity;
        unsigned seed = 0;
        for (const std::vector<float>& sound :
             {gridSound("swwp2s"), gridSound("lbax4n"), support::fixtureSound("librivox_0890")}) {
            const Track clean = trackOf(sound);
            const Track low = trackOf(disturbed(sound, kind, below, ++seed));
            for (std::size_t row = 0; row < clean.voiced.size(); ++row) {
                const bool was = clean.voiced[row] > 0.0;
                const bool is = low.voiced[row] > 0.0;
                rows += 1.0;
                voiced += was ? 1.0 : 0.0;
                changed += was != is ? 1.0 : 0.0;
                gross += was && is && std::abs(low.hertz[row] / clean.hertz[row] - 1.0) > 0.2 ? 1.0 : 0.0;
                if (was && is)
                    harmonicity.push_back(std::abs(low.harmonicity[row] - clean.harmonicity[row]));
            }
        }
        qInfo("%s",
              fmt::format("gross {:.3f}, changed {:.3f}, HNR {:.2f} dB", gross / voiced, changed / rows,
                          support::medianOf(harmonicity))
                  .c_str());
        QVERIFY(voiced > 300.0);
        QVERIFY(gross / voiced <= mostGross);
        QVERIFY(changed / rows <= mostChanged);
        QVERIFY(support::medianOf(harmonicity) < 1.0);
    }

    void wordsAreVoicedAndPausesAreNot_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"brown", "hum60", "offset"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void wordsAreVoicedAndPausesAreNot()
    {
        QFETCH(QString, kind);
        const Track track = trackOf(disturbed(gridSound("swwp2s"), kind, 10, 7));
        std::vector<bool> isWord(track.voiced.size());
        std::ifstream corpus(FIXTURES "/grid/swwp2s.align");
        double start = 0;
        double end = 0;
        std::string word;
        while (corpus >> start >> end >> word) {
            for (std::size_t row = 0; row < isWord.size(); ++row) {
                const double middle = (static_cast<double>(row) + 0.5) * 250.0; // 1/25 000 s
                isWord[row]
                    = isWord[row] || (word != "sil" && word != "sp" && middle >= start && middle < end);
            }
        }
        double words = 0.0;
        double pauses = 0.0;
        std::vector<double> hertz;
        for (std::size_t row = 0; row < isWord.size(); ++row) {
            (isWord[row] ? words : pauses) += track.voiced[row];
            if (track.voiced[row] > 0.0)
                hertz.push_back(track.hertz[row]);
        }
        const auto count = static_cast<double>(std::count(isWord.begin(), isWord.end(), true));
        QVERIFY2(words / count > 0.5, std::to_string(words / count).c_str());
        QVERIFY(pauses / (static_cast<double>(isWord.size()) - count) < 0.1);
        QVERIFY(support::medianOf(hertz) > 90.0 && support::medianOf(hertz) < 115.0);
    }

    void lowVoicesKeepTheirPitch_data()
    {
        QTest::addColumn<double>("hertz");
        for (const double hertz : {60.0, 65.0, 70.0, 75.0, 80.0, 85.0, 90.0})
            QTest::addRow("%g Hz", hertz) << hertz;
    }
    void lowVoicesKeepTheirPitch()
    {
        QFETCH(double, hertz);
        std::vector<float> sound = madeVoice(hertz, 6.0);
        for (int pauses = 0; pauses < 2; ++pauses) {
            const Track track = trackOf(sound);
            double voiced = 0.0;
            for (std::size_t row = 0; row < track.voiced.size(); ++row) {
                voiced += track.voiced[row];
                QVERIFY(track.voiced[row] == 0.0 || std::abs(track.hertz[row] / hertz - 1.0) < 0.05);
            }
            QVERIFY(voiced > (pauses ? 0.4 : 0.95) * static_cast<double>(track.voiced.size()));
            for (std::size_t i = 0; i < sound.size(); ++i)
                sound[i] *= i % 16000 < 8000 ? 1.0F : 0.0F;
        }
    }

    void humIsTakenAndSpeechStays()
    {
        const sound::SoundBlock speech{sound::highPassedAtRest(gridSound("lbax4n"), 60.0, 4)};
        sound::SoundBlock untouched = speech;
        QVERIFY(!sound::takeHum(untouched));
        QVERIFY(untouched.samples == speech.samples);
        for (const char* mains : {"hum50", "hum60"}) {
            sound::SoundBlock block{disturbed(speech.samples, QString::fromLatin1(mains), 0, 3)};
            std::vector<float> added(block.samples.size());
            std::transform(block.samples.begin(), block.samples.end(), speech.samples.begin(), added.begin(),
                           std::minus<>());
            QVERIFY(sound::takeHum(block));
            std::vector<float> left(block.samples.size());
            std::transform(block.samples.begin(), block.samples.end(), speech.samples.begin(), left.begin(),
                           std::minus<>());
            const double decibel = 10.0 * std::log10(powerOf(left) / powerOf(added));
            QVERIFY2(decibel < -20.0, std::to_string(decibel).c_str());
        }
    }

    void aVoiceThatHoldsTheMainsToneStays()
    {
        for (const double hertz : {50.0, 60.0, 100.0, 120.0}) {
            sound::SoundBlock voice{madeVoice(hertz, 6.0)};
            QVERIFY(!sound::takeHum(voice));
        }
    }

    void anOffsetIsNoStepAtTheEdges()
    {
        for (const std::size_t samples : {std::size_t{1}, std::size_t{100}, std::size_t{16000}}) {
            for (const float value : sound::highPassedAtRest(std::vector<float>(samples, 0.5F), 60.0, 4))
                QVERIFY(std::abs(value) < 1e-3F);
        }
        QVERIFY(sound::highPassedAtRest({}, 60.0, 4).empty());
    }

    /// What is low enough to be no voice is what the pauses have; the voice above it stays.
    void onlyWhatHasToGoIsTaken()
    {
        const sound::SoundBlock clean{support::fixtureSound("lf_modal_female")};
        const sound::VoiceBand band = sound::voiceBand(clean);
        QCOMPARE(band.quality.samples.size(), clean.samples.size());
        QVERIFY(band.quality.samples == sound::highPassedAtRest(clean.samples, 20.0, 4));
        QVERIFY(band.pitch.samples == sound::highPassedAtRest(clean.samples, 60.0, 4));
        const sound::SoundBlock rumbling{disturbed(gridSound("swwp2s"), QStringLiteral("brown"), 0, 5)};
        const sound::VoiceBand cut = sound::voiceBand(rumbling);
        QVERIFY(lowerQuantile(sound::rowPowers(cut.quality), 0.2F)
                < 0.01F * lowerQuantile(sound::rowPowers(rumbling), 0.2F));
        QVERIFY(sound::voiceBand({}).pitch.samples.empty());
    }
};

QTEST_GUILESS_MAIN(VoiceBandTest)
#include "tst_voice_band.moc"
