#include "engine/features/sound/sound_features.h"
#include "engine/functionals/contour.h"
#include "engine/functionals/egemaps_functionals.h"

#include <QTest>

#include <fmt/format.h>

#include "tests/engine/features/sound/fixture_table.h"

using namespace engine;

namespace {

/// Ten rows: three unvoiced, five voiced of F0 10, 12, 14, 12, 10 semitones and jitter 0.01, two unvoiced;
/// loudness 0, 1, 0, 2, 0, …; alpha ratio −1 in each.
std::pair<FeatureRows, FeatureRows> tenRows()
{
    FeatureRows egemaps{{}, {}, FeatureMatrix(10, 26)};
    FeatureRows spectral{{}, {}, FeatureMatrix(10, 11)};
    const float semitones[] = {0, 0, 0, 10, 12, 14, 12, 10, 0, 0};
    for (std::size_t row = 0; row < 10; ++row) {
        egemaps.intervals.push_back({static_cast<double>(row) / 100, static_cast<double>(row + 1) / 100});
        egemaps.values.at(row, 0) = row % 2 == 1 ? static_cast<float>(row % 4) : 0.0F; // 0 1 0 3 0 1 0 3 0 1
        egemaps.values.at(row, 1) = -1.0F;
        egemaps.values.at(row, 10) = semitones[row];
        egemaps.values.at(row, 11) = semitones[row] != 0.0F ? 0.01F : 0.0F;
        spectral.values.at(row, 0) = -20.0F;
    }
    spectral.intervals = egemaps.intervals;
    return {egemaps, spectral};
}

double functional(const FeatureRows& rows, const std::string& name, std::size_t row = 0)
{
    return support::columnOf(rows, name).at(row);
}

bool near(double a, double b)
{
    return std::abs(a - b) < 1e-5 * std::max(1.0, std::abs(b));
}

}

class EgemapsFunctionalsTest : public QObject {
    Q_OBJECT

private slots:
    void columnsAreThe88OfOpenSmile()
    {
        const std::vector<FeatureColumn> columns = egemaps88Columns();
        QCOMPARE(columns.size(), 89U);
        const std::pair<std::size_t, const char*> some[]
            = {{0, "F0semitoneFrom27.5Hz_sma3nz_amean"},
               {7, "F0semitoneFrom27.5Hz_sma3nz_stddevRisingSlope"},
               {15, "loudness_sma3_pctlrange0-2"},
               {21, "spectralFlux_sma3_stddevNorm"},
               {29, "mfcc4_sma3_stddevNorm"},
               {38, "logRelF0-H1-A3_sma3nz_amean"},
               {57, "F3amplitudeLogRelF0_sma3nz_stddevNorm"},
               {64, "slopeV500-1500_sma3nz_amean"},
               {75, "mfcc4V_sma3nz_stddevNorm"},
               {80, "spectralFluxUV_sma3nz_amean"},
               {86, "StddevUnvoicedSegmentLength"},
               {87, "equivalentSoundLevel_dBp"}};
        for (const auto& [index, name] : some)
            QCOMPARE(columns[index].name, std::string(name));
    }

    void functionalsOfTenRowsAreThoseWorkedByHand_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* column, double expected) {
            QTest::newRow(column) << QString::fromLatin1(column) << expected;
        };
        row("F0semitoneFrom27.5Hz_sma3nz_amean", 11.6);
        row("F0semitoneFrom27.5Hz_sma3nz_stddevNorm", std::sqrt(2.24) / 11.6);
        row("F0semitoneFrom27.5Hz_sma3nz_percentile20.0", 10.0); // sorted 10 10 12 12 14, place 0.8
        row("F0semitoneFrom27.5Hz_sma3nz_percentile50.0", 12.0);
        row("F0semitoneFrom27.5Hz_sma3nz_percentile80.0", 12.4); // place 3.2
        row("F0semitoneFrom27.5Hz_sma3nz_pctlrange0-2", 2.4);
        row("F0semitoneFrom27.5Hz_sma3nz_meanRisingSlope", 200.0); // 4 semitones in 2 rows
        row("F0semitoneFrom27.5Hz_sma3nz_stddevRisingSlope", 0.0);
        row("F0semitoneFrom27.5Hz_sma3nz_meanFallingSlope", 200.0);
        row("loudness_sma3_amean", 0.9);
        row("loudness_sma3_meanRisingSlope", 180.0); // 1, 3, 1, 3, 1 a row
        row("jitterLocal_sma3nz_amean", 0.01);
        row("alphaRatioV_sma3nz_amean", -1.0);
        row("alphaRatioV_sma3nz_stddevNorm", 0.0);
        row("alphaRatioUV_sma3nz_amean", -1.0);
        row("loudnessPeaksPerSec", 40.0); // four inside, in 0.1 s
        row("VoicedSegmentsPerSec", 10.0);
        row("MeanVoicedSegmentLengthSec", 0.05);
        row("StddevVoicedSegmentLengthSec", 0.0);
        row("MeanUnvoicedSegmentLength", 0.03); // two rows are too short
        row("equivalentSoundLevel_dBp", -20.0);
        row("valid", 1.0);
    }
    void functionalsOfTenRowsAreThoseWorkedByHand()
    {
        QFETCH(QString, column);
        QFETCH(double, expected);
        const auto [egemaps, spectral] = tenRows();
        const Interval whole{0.0, 0.1};
        const double measured = functional(egemaps88(egemaps, spectral, {&whole, 1}), column.toStdString());
        QVERIFY2(near(measured, expected), fmt::format("{}", measured).c_str());
    }

    void intervalHasTheRowsWhoseMiddleItCovers()
    {
        const auto [egemaps, spectral] = tenRows();
        const std::vector<Interval> intervals{{0.034, 0.056}, {0.0, 0.03}, {5.0, 6.0}, {0.046, 0.054}};
        const FeatureRows rows = egemaps88(egemaps, spectral, intervals);
        QCOMPARE(rows.intervals, intervals);
        QVERIFY(near(functional(rows, "F0semitoneFrom27.5Hz_sma3nz_amean", 0), 12.0)); // 10 12 14
        QCOMPARE(functional(rows, "valid", 1), 0.0);
        QCOMPARE(functional(rows, "F0semitoneFrom27.5Hz_sma3nz_amean", 1), 0.0);
        QCOMPARE(functional(rows, "equivalentSoundLevel_dBp", 2), 0.0);
        QCOMPARE(functional(rows, "valid", 3), 0.0); // lies within a row and has no middle
    }

    void runsBridgeSingleRows()
    {
        const bool rows[] = {true, true, false, true, true, false, false, true, true, false};
        QCOMPARE(sound::runsOf(rows, true), std::vector<double>{5.0});
        QCOMPARE(sound::runsOf(rows, false), std::vector<double>{});
    }

    void realSpeechHasFiniteFunctionals()
    {
        const SoundRows rows
            = soundRows(support::fixtureSound("librivox_0890"), {.egemaps25 = true, .spectral = true});
        const std::vector<Interval> words{{0.3, 0.7}, {0.7, 0.72}, {1.0, 2.0}, {0.0, 5.3}};
        for (const float value : egemaps88(rows.egemaps25, rows.spectral, words).values.values)
            QVERIFY(std::isfinite(value));
    }
};

QTEST_GUILESS_MAIN(EgemapsFunctionalsTest)
#include "tst_egemaps_functionals.moc"
