#include "engine/features/sound/sound_features.h"

#include <QTest>

#include <fmt/format.h>

#include "tests/engine/features/sound/fixture_table.h"

using namespace engine;

class SpectralSetsTest : public QObject {
    Q_OBJECT

private slots:
    void columnsAgreeWithTheirFormulas_data()
    {
        QTest::addColumn<QString>("wav");
        for (const char* name : {"librivox_0890", "demo_talk3_8s", "vowel_a", "vowel_i_jitter",
                                 "lf_tense_to_breathy", "lf_modal_female"})
            QTest::newRow(name) << name;
    }
    void columnsAgreeWithTheirFormulas()
    {
        QFETCH(QString, wav);
        const support::FixtureTable reference(wav.toStdString() + ".spectral.csv");
        const SoundRows rows = soundRows(support::fixtureSound(wav.toStdString()),
                                         {.spectral = true, .logmel = true, .mfcc = true});
        QCOMPARE(rows.spectral.values.rows, reference.rows());
        const auto level = reference.column("rms_db");
        const auto compare = [&](const std::vector<double>& measured, const std::string& name) {
            const auto expected = reference.column(name);
            for (std::size_t row = 0; row < expected.size(); ++row) {
                if (level[row] <= -70.0)
                    continue;
                const double off = std::abs(measured[row] - expected[row]);
                QVERIFY2(off <= std::max(0.01, 1e-3 * std::abs(expected[row])),
                         fmt::format("{}, row {}: {}, expected {}", name, row, measured[row], expected[row])
                             .c_str());
            }
        };
        for (const FeatureColumn& column : rows.spectral.columns)
            compare(support::columnOf(rows.spectral, column.name), column.name);
        for (std::size_t i = 0; i < 26; ++i)
            compare(support::columnOf(rows.logmel, "logmel_" + std::to_string(i)),
                    "logmel" + std::to_string(i));
        for (std::size_t i = 0; i < 13; ++i)
            compare(support::columnOf(rows.mfcc, "mfcc_" + std::to_string(i)), "mfcc" + std::to_string(i));
    }
};

QTEST_GUILESS_MAIN(SpectralSetsTest)
#include "tst_spectral_sets.moc"
