#include "engine/features/sound/glottal_closures.h"
#include "engine/features/sound/linear_prediction.h"
#include "engine/features/sound/pitch.h"
#include "engine/features/sound/sound_features.h"

#include <QTest>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/engine/features/sound/fixture_table.h"

using namespace engine;

namespace {

SoundRows covarepOf(const QString& wav)
{
    return soundRows(support::fixtureSound(wav.toStdString()), {.covarep74 = true});
}

void wavs(std::initializer_list<const char*> names)
{
    QTest::addColumn<QString>("wav");
    for (const char* name : names)
        QTest::newRow(name) << QString::fromLatin1(name);
}

constexpr auto kAll = {"librivox_0890",  "demo_talk3_8s",       "vowel_a",
                       "vowel_i_jitter", "lf_tense_to_breathy", "lf_modal_female"};

std::vector<double> pulseTimes(const QString& wav)
{
    if (wav.startsWith(QLatin1String("lf_")))
        return support::FixtureTable(wav.toStdString() + ".lf_truth.csv").column("gci_time");
    std::ifstream file(FIXTURES "/acoustic/truth.json");
    return nlohmann::json::parse(file).at(wav.toStdString()).at("pulse_times").get<std::vector<double>>();
}

}

class CovarepTest : public QObject {
    Q_OBJECT

private slots:
    void melCepstrumIsSptks_data() { wavs(kAll); }
    void melCepstrumIsSptks()
    {
        QFETCH(QString, wav);
        const support::FixtureTable reference(wav.toStdString() + ".spectral.csv");
        const SoundRows rows = covarepOf(wav);
        const auto level = reference.column("rms_db");
        for (std::size_t i = 0; i < 25; ++i) {
            const auto measured = support::columnOf(rows.covarep74, "MCEP_" + std::to_string(i));
            const auto expected = reference.column("mcep" + std::to_string(i));
            std::vector<double> differences;
            for (std::size_t row = 0; row < expected.size(); ++row) {
                if (level[row] > -50.0)
                    differences.push_back(std::abs(measured[row] - expected[row]));
            }
            const double mean = support::meanOf(differences);
            QVERIFY2(mean < 0.02, fmt::format("MCEP_{}: {}", i, mean).c_str());
        }
    }

    void pitchIsThatOfTheTruth_data()
    {
        wavs({"vowel_a", "vowel_i_jitter", "lf_tense_to_breathy", "lf_modal_female"});
    }
    void pitchIsThatOfTheTruth()
    {
        QFETCH(QString, wav);
        const SoundRows rows = covarepOf(wav);
        const auto hertz = support::columnOf(rows.covarep74, "F0");
        const auto voiced = support::columnOf(rows.covarep74, "VUV");
        const std::vector<double> times = pulseTimes(wav);
        std::vector<double> errors;
        std::size_t inside = 0;
        for (std::size_t row = 0; row < hertz.size(); ++row) {
            const double time = (static_cast<double>(row) + 0.5) / 100.0;
            if (time < 0.1 || time > times.back() - 0.05)
                continue;
            ++inside;
            if (voiced[row] == 0.0)
                continue;
            // the mean period of the pulses within the window
            const auto first = std::lower_bound(times.begin(), times.end(), time - 0.025);
            const auto last = std::lower_bound(times.begin(), times.end(), time + 0.025) - 1;
            const double truth = static_cast<double>(last - first) / (*last - *first);
            errors.push_back(std::abs(hertz[row] / truth - 1.0));
        }
        qInfo("%s",
              fmt::format("F0 median error {:.3f} %, voiced {} of {}", 100 * support::medianOf(errors),
                          errors.size(), inside)
                  .c_str());
        QVERIFY(errors.size() * 10 > inside * 9);
        QVERIFY(support::medianOf(errors) < 0.005);
        QVERIFY(*std::max_element(errors.begin(), errors.end()) < 0.2);
    }

    void pitchAgreesWithPraat_data() { wavs(kAll); }
    void pitchAgreesWithPraat()
    {
        QFETCH(QString, wav);
        const SoundRows rows = covarepOf(wav);
        const auto hertz = support::columnOf(rows.covarep74, "F0");
        const auto voiced = support::columnOf(rows.covarep74, "VUV");
        const auto praat = support::FixtureTable(wav.toStdString() + ".praat.csv").column("f0_hz");
        std::vector<double> errors;
        std::size_t agreed = 0;
        std::size_t gross = 0;
        for (std::size_t row = 0; row < praat.size(); ++row) {
            agreed += (voiced[row] > 0.0) == !std::isnan(praat[row]) ? 1 : 0;
            if (voiced[row] == 0.0 || std::isnan(praat[row]))
                continue;
            errors.push_back(std::abs(hertz[row] / praat[row] - 1.0));
            gross += errors.back() > 0.2 ? 1 : 0;
        }
        const double agreement = static_cast<double>(agreed) / static_cast<double>(praat.size());
        const double grossPart = static_cast<double>(gross) / static_cast<double>(errors.size());
        qInfo("%s",
              fmt::format("F0 median {:.3f} %, gross {:.3f}, voicing {:.3f}", 100 * support::medianOf(errors),
                          grossPart, agreement)
                  .c_str());
        QVERIFY(support::medianOf(errors) < 0.015);
        QVERIFY(grossPart < 0.08);
        QVERIFY(agreement > 0.83);
    }

    void closuresAreWhereTheGlottisCloses_data()
    {
        wavs({"vowel_a", "vowel_i_jitter", "lf_tense_to_breathy", "lf_modal_female"});
    }
    void closuresAreWhereTheGlottisCloses()
    {
        QFETCH(QString, wav);
        for (const float sign : {1.0F, -1.0F}) {
            sound::SoundBlock block{support::fixtureSound(wav.toStdString())};
            for (float& sample : block.samples)
                sample *= sign;
            const std::vector<float> residual = sound::predictionResidual(block);
            const sound::Pitch pitch = sound::pitchOf(block, residual);
            const auto closures = sound::glottalClosures(block, residual, pitch.usual);
            std::vector<double> offsets;
            for (const double time : pulseTimes(wav)) {
                if (time < 0.1 || time > static_cast<double>(block.samples.size()) / 16000 - 0.15)
                    continue;
                double nearest = 1.0;
                for (const std::size_t closure : closures) {
                    const double offset = static_cast<double>(closure) / 16000 - time;
                    nearest = std::abs(offset) < std::abs(nearest) ? offset : nearest;
                }
                offsets.push_back(nearest * 1000.0);
            }
            const double mean = support::meanOf(offsets);
            double square = 0.0;
            for (const double offset : offsets)
                square += (offset - mean) * (offset - mean);
            const double deviation = std::sqrt(square / static_cast<double>(offsets.size()));
            qInfo("%s",
                  fmt::format("GCI median {:.3f} ms, deviation {:.3f} ms of {}", support::medianOf(offsets),
                              deviation, offsets.size())
                      .c_str());
            QVERIFY(deviation < 0.6);
            QVERIFY(std::abs(support::medianOf(offsets)) < 0.3);
        }
    }

    void voiceQualityFollowsTheGlottis_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("truth");
        QTest::newRow("NAQ") << "NAQ"
                             << "naq";
        QTest::newRow("QOQ") << "QOQ"
                             << "qoq";
        QTest::newRow("H1-H2") << "H1H2"
                               << "h1h2_db";
        QTest::newRow("Rd") << "Rd_from_naq"
                            << "rd";
    }
    void voiceQualityFollowsTheGlottis()
    {
        QFETCH(QString, column);
        QFETCH(QString, truth);
        const SoundRows rows = covarepOf(QStringLiteral("lf_tense_to_breathy"));
        const auto measured = support::columnOf(rows.covarep74, column.toStdString());
        const auto valid = support::columnOf(rows.covarep74, "valid");
        const support::FixtureTable reference("lf_tense_to_breathy.lf_truth.csv");
        const auto times = reference.column("gci_time");
        const auto values = reference.column(truth.toStdString());
        std::vector<double> a;
        std::vector<double> b;
        for (std::size_t row = 0; row < measured.size(); ++row) {
            const double time = (static_cast<double>(row) + 0.5) / 100.0;
            if (valid[row] == 0.0 || time < 0.1 || time > times.back() - 0.1)
                continue;
            a.push_back(measured[row]);
            b.push_back(values[static_cast<std::size_t>(std::lower_bound(times.begin(), times.end(), time)
                                                        - times.begin())]);
        }
        qInfo("%s",
              fmt::format("{}: correlation {:.3f}, median {:.3f}, truth {:.3f}, {} rows",
                          column.toStdString(), support::correlationOf(a, b), support::medianOf(a),
                          support::medianOf(b), a.size())
                  .c_str());
        QVERIFY(a.size() > 200);
        QVERIFY(support::correlationOf(a, b) > 0.9);
    }
};

QTEST_GUILESS_MAIN(CovarepTest)
#include "tst_covarep.moc"
