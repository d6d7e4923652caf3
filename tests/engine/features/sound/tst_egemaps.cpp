#include "engine/features/sound/formants.h"
#include "engine/features/sound/frame_spectra.h"
#include "engine/features/sound/sound_features.h"

#include <QTest>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "tests/engine/features/sound/fixture_table.h"

using namespace engine;

namespace {

FeatureRows egemapsOf(const QString& wav)
{
    return soundRows(support::fixtureSound(wav.toStdString()), {.egemaps25 = true}).egemaps25;
}

void egemapsWavs(std::initializer_list<const char*> names)
{
    QTest::addColumn<QString>("wav");
    for (const char* name : names)
        QTest::newRow(name) << QString::fromLatin1(name);
}

constexpr auto kEveryWav = {"librivox_0890",  "demo_talk3_8s",       "vowel_a",
                            "vowel_i_jitter", "lf_tense_to_breathy", "lf_modal_female"};

/// The values in rows in which `counts` is not 0.
std::vector<double> where(const std::vector<double>& values, const std::vector<double>& counts)
{
    std::vector<double> result;
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (counts[row] != 0.0)
            result.push_back(values[row]);
    }
    return result;
}

double praatGlobal(const std::string& wav, const std::string& measure)
{
    std::ifstream file(FIXTURES "/acoustic/" + wav + ".praat_global.csv");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(measure + ","))
            return std::strtod(line.c_str() + measure.size() + 1, nullptr);
    }
    qFatal("no %s", measure.c_str());
}

}

class EgemapsTest : public QObject {
    Q_OBJECT

private slots:
    void harmonicityIsPraats_data() { egemapsWavs(kEveryWav); }
    void harmonicityIsPraats()
    {
        QFETCH(QString, wav);
        const FeatureRows rows = egemapsOf(wav);
        const auto measured = support::columnOf(rows, "HNRdBACF_sma3nz");
        const auto valid = support::columnOf(rows, "valid");
        const support::FixtureTable praat(wav.toStdString() + ".praat.csv");
        const auto expected = praat.column("hnr_db");
        const auto hertz = praat.column("f0_hz");
        std::vector<double> differences;
        for (std::size_t row = 0; row < expected.size(); ++row) {
            if (valid[row] != 0.0 && !std::isnan(hertz[row]) && expected[row] > -100.0)
                differences.push_back(measured[row] - expected[row]);
        }
        std::vector<double> sizes;
        for (const double difference : differences)
            sizes.push_back(std::abs(difference));
        qInfo("%s",
              fmt::format("HNR median {:.2f} dB, absolute {:.2f}", support::medianOf(differences),
                          support::medianOf(sizes))
                  .c_str());
        QVERIFY(support::medianOf(sizes) < 2.0);
    }

    void spectralDescriptorsAreThreeRowMeansOfTheFormulas_data()
    {
        QTest::addColumn<QString>("descriptor");
        QTest::addColumn<QString>("reference");
        QTest::addColumn<double>("factor");
        const auto row = [](const char* descriptor, const char* reference, double factor) {
            QTest::newRow(descriptor)
                << QString::fromLatin1(descriptor) << QString::fromLatin1(reference) << factor;
        };
        row("alphaRatio_sma3", "alpha_ratio_db", 1.0);
        row("hammarbergIndex_sma3", "hammarberg_db", 1.0);
        row("slope0-500_sma3", "slope_0_500_db_per_khz", 1e-3);
        row("slope500-1500_sma3", "slope_500_1500_db_per_khz", 1e-3);
        row("mfcc1_sma3", "mfcc1", 1.0 + 11.0 * std::sin(M_PI * 1 / 22));
        row("mfcc2_sma3", "mfcc2", 1.0 + 11.0 * std::sin(M_PI * 2 / 22));
        row("mfcc3_sma3", "mfcc3", 1.0 + 11.0 * std::sin(M_PI * 3 / 22));
        row("mfcc4_sma3", "mfcc4", 1.0 + 11.0 * std::sin(M_PI * 4 / 22));
    }
    void spectralDescriptorsAreThreeRowMeansOfTheFormulas()
    {
        QFETCH(QString, descriptor);
        QFETCH(QString, reference);
        QFETCH(double, factor);
        const auto measured
            = support::columnOf(egemapsOf(QStringLiteral("librivox_0890")), descriptor.toStdString());
        const auto plain
            = support::FixtureTable("librivox_0890.spectral.csv").column(reference.toStdString());
        for (std::size_t row = 1; row + 1 < plain.size(); ++row) {
            const double expected = factor * (plain[row - 1] + plain[row] + plain[row + 1]) / 3.0;
            QVERIFY2(std::abs(measured[row] - expected) <= factor * std::max(0.01, 1e-3 * std::abs(expected)),
                     fmt::format("row {}: {}, expected {}", row, measured[row], expected).c_str());
        }
    }

    void jitterAndShimmerArePraats()
    {
        const FeatureRows rows = egemapsOf(QStringLiteral("vowel_i_jitter"));
        const double jitter = support::meanOf(where(support::columnOf(rows, "jitterLocal_sma3nz"),
                                                    support::columnOf(rows, "jitterLocal_sma3nz")));
        const auto decibels = support::columnOf(rows, "shimmerLocaldB_sma3nz");
        std::vector<double> shimmers;
        for (const double value : where(decibels, decibels))
            shimmers.push_back(std::pow(10.0, value / 20.0) - 1.0);
        const double shimmer = support::meanOf(shimmers);
        qInfo("%s", fmt::format("jitter {:.5f}, shimmer {:.5f}", jitter, shimmer).c_str());
        QVERIFY(std::abs(jitter / praatGlobal("vowel_i_jitter", "jitter_local") - 1.0) < 0.25);
        QVERIFY(std::abs(shimmer / praatGlobal("vowel_i_jitter", "shimmer_local") - 1.0) < 0.25);
    }

    void steadyVoiceHasLittleJitter()
    {
        const FeatureRows rows = egemapsOf(QStringLiteral("vowel_a"));
        const auto jitter = support::columnOf(rows, "jitterLocal_sma3nz");
        qInfo("%s", fmt::format("{}", support::medianOf(where(jitter, jitter))).c_str());
        QVERIFY(support::medianOf(where(jitter, jitter)) < 0.003);
    }

    void formantsAreThoseOfTheTruth_data()
    {
        QTest::addColumn<QString>("wav");
        QTest::addColumn<int>("formant");
        for (const char* name : {"vowel_a", "vowel_i_jitter"}) {
            for (const int formant : {1, 2})
                QTest::addRow("%s F%d", name, formant) << QString::fromLatin1(name) << formant;
        }
    }
    void formantsAreThoseOfTheTruth()
    {
        QFETCH(QString, wav);
        QFETCH(int, formant);
        const FeatureRows rows = egemapsOf(wav);
        const auto measured = support::columnOf(rows, fmt::format("F{}frequency_sma3nz", formant));
        std::ifstream file(FIXTURES "/acoustic/truth.json");
        const double truth
            = nlohmann::json::parse(file).at(wav.toStdString()).at("formants_hz").at(formant - 1);
        const double median = support::medianOf(where(measured, support::columnOf(rows, "valid")));
        qInfo("%s", fmt::format("F{} {:.0f} Hz, truth {:.0f}", formant, median, truth).c_str());
        QVERIFY(std::abs(median - truth) < std::max(50.0, 0.06 * truth));
    }

    void formantsArePraats_data() { egemapsWavs(kEveryWav); }
    void formantsArePraats()
    {
        QFETCH(QString, wav);
        const FeatureRows rows = egemapsOf(wav);
        const auto valid = support::columnOf(rows, "valid");
        const support::FixtureTable praat(wav.toStdString() + ".praat.csv");
        const auto harmonicity = praat.column("hnr_db");
        const auto hertz = praat.column("f0_hz");
        std::string failures;
        for (const int formant : {1, 2, 3}) {
            const auto measured = support::columnOf(rows, fmt::format("F{}frequency_sma3nz", formant));
            const auto expected = praat.column(fmt::format("f{}_hz", formant));
            std::vector<double> differences;
            for (std::size_t row = 0; row < expected.size(); ++row) {
                if (valid[row] != 0.0 && !std::isnan(hertz[row]) && harmonicity[row] > 5.0
                    && !std::isnan(expected[row]))
                    differences.push_back(std::abs(measured[row] - expected[row]));
            }
            qInfo("%s",
                  fmt::format("F{} median difference {:.0f} Hz", formant, support::medianOf(differences))
                      .c_str());
            if (support::medianOf(differences) >= 60.0)
                failures += fmt::format("F{} ", formant);
        }
        QVERIFY2(failures.empty(), failures.c_str());
    }
};

QTEST_GUILESS_MAIN(EgemapsTest)
#include "tst_egemaps.moc"
