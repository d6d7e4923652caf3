#include "engine/functionals/egemaps_functionals.h"

#include "engine/core/error.h"
#include "engine/functionals/contour.h"
#include "engine/numbers/quantiles.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

namespace engine {

namespace {

constexpr double kRowsPerSecond = 100.0;
constexpr std::size_t kFunctionals = 88;

// Columns of egemaps25.
constexpr std::size_t kLoudnessColumn = 0;
constexpr std::size_t kTilts = 1; ///< alpha ratio, Hammarberg index, two slopes
constexpr std::size_t kFluxColumn = 5;
constexpr std::size_t kSpectralEnd = 10;
constexpr std::size_t kPitchColumn = 10;
constexpr std::size_t kDescriptors = 25;

/// The rows of one interval.
class IntervalRows {
public:
    IntervalRows(const FeatureRows& egemaps, const FeatureRows& spectral, Interval interval)
        : m_egemaps(egemaps)
        , m_spectral(spectral)
    {
        const auto middle = [](Interval row) { return (row.start + row.end) / 2.0; };
        const auto first = std::partition_point(egemaps.intervals.begin(), egemaps.intervals.end(),
                                                [&](Interval row) { return middle(row) < interval.start; });
        for (auto row = first; row != egemaps.intervals.end() && middle(*row) < interval.end; ++row)
            m_rows.push_back(static_cast<std::size_t>(row - egemaps.intervals.begin()));
    }

    bool isVoiced(std::size_t row) const { return m_egemaps.values.at(row, kPitchColumn) != 0.0F; }

    std::vector<double> all(std::size_t column) const
    {
        return values(column, [](std::size_t) { return true; });
    }
    std::vector<double> voiced(std::size_t column) const
    {
        return values(column, [&](std::size_t row) { return isVoiced(row); });
    }
    std::vector<double> unvoiced(std::size_t column) const
    {
        return values(column, [&](std::size_t row) { return !isVoiced(row); });
    }
    /// Where there is a voice and the value is not 0.
    std::vector<double> measured(std::size_t column) const
    {
        return values(column, [&](std::size_t row) {
            return isVoiced(row) && m_egemaps.values.at(row, column) != 0.0F;
        });
    }

    std::size_t count() const { return m_rows.size(); }

    /// Lengths in seconds of the voiced or unvoiced runs.
    std::vector<double> runs(bool areVoiced) const
    {
        const auto flags = std::make_unique<bool[]>(m_rows.size());
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            flags[i] = isVoiced(m_rows[i]);
        std::vector<double> lengths = sound::runsOf({flags.get(), m_rows.size()}, areVoiced);
        for (double& length : lengths)
            length /= kRowsPerSecond;
        return lengths;
    }

    /// In dB, of the mean power; 0 where there are no rows.
    double level() const
    {
        if (m_rows.empty())
            return 0.0;
        double sum = 0.0;
        for (const std::size_t row : m_rows)
            sum += std::pow(10.0, static_cast<double>(m_spectral.values.at(row, 0)) / 10.0);
        return 10.0 * std::log10(sum / static_cast<double>(m_rows.size()));
    }

private:
    template <typename Counts>
    std::vector<double> values(std::size_t column, const Counts& counts) const
    {
        std::vector<double> result;
        for (const std::size_t row : m_rows) {
            if (counts(row))
                result.push_back(static_cast<double>(m_egemaps.values.at(row, column)));
        }
        return result;
    }

    const FeatureRows& m_egemaps;
    const FeatureRows& m_spectral;
    std::vector<std::size_t> m_rows;
};

/// Collects functionals in the order of their columns.
class Functionals {
public:
    void addMean(const std::vector<double>& values) { m_values.push_back(sound::spreadOf(values).mean); }
    void addSpread(const std::vector<double>& values)
    {
        const sound::Spread spread = sound::spreadOf(values);
        m_values.push_back(spread.mean);
        m_values.push_back(spread.deviation / (spread.mean == 0.0 ? 1.0 : spread.mean));
    }
    void addContour(const std::vector<double>& values)
    {
        addSpread(values);
        const auto percentile = [&](double part) { return values.empty() ? 0.0 : quantile(values, part); };
        const double low = percentile(0.2), high = percentile(0.8);
        m_values.insert(m_values.end(), {low, percentile(0.5), high, std::abs(high - low)});
        const sound::Swings swings = sound::swingsOf(values);
        for (const auto* slopes : {&swings.rises, &swings.falls}) {
            const sound::Spread spread = sound::spreadOf(*slopes);
            m_values.push_back(spread.mean * kRowsPerSecond);
            m_values.push_back(spread.deviation * kRowsPerSecond);
        }
    }
    void add(double value) { m_values.push_back(value); }

    std::vector<double> take() { return std::move(m_values); }

private:
    std::vector<double> m_values;
};

std::vector<double> functionalsOf(const IntervalRows& rows)
{
    Functionals result;
    result.addContour(rows.voiced(kPitchColumn));
    result.addContour(rows.all(kLoudnessColumn));
    for (std::size_t column = kFluxColumn; column < kSpectralEnd; ++column)
        result.addSpread(rows.all(column));
    for (std::size_t column = kPitchColumn + 1; column < kDescriptors; ++column)
        result.addSpread(rows.measured(column));
    for (std::size_t column = kTilts; column < kSpectralEnd; ++column)
        result.addSpread(rows.voiced(column));
    for (std::size_t column = kTilts; column <= kFluxColumn; ++column)
        result.addMean(rows.unvoiced(column));
    const double seconds = std::max(1.0, static_cast<double>(rows.count())) / kRowsPerSecond;
    const std::vector<double> voicedRuns = rows.runs(true);
    result.add(static_cast<double>(sound::swingsOf(rows.all(kLoudnessColumn)).peaks) / seconds);
    result.add(static_cast<double>(voicedRuns.size()) / seconds);
    for (const std::vector<double>& runs : {voicedRuns, rows.runs(false)}) {
        const sound::Spread spread = sound::spreadOf(runs);
        result.add(spread.mean);
        result.add(spread.deviation);
    }
    result.add(rows.level());
    return result.take();
}

}

std::vector<FeatureColumn> egemaps88Columns()
{
    std::vector<FeatureColumn> columns;
    const auto add = [&](const std::string& name, const std::string& unit, bool isVerified) {
        columns.push_back({name, unit, isVerified});
    };
    const auto addSpread = [&](const std::string& name, const std::string& unit, bool isVerified) {
        add(name + "_amean", unit, isVerified);
        add(name + "_stddevNorm", "1", isVerified);
    };
    const auto addContour = [&](const std::string& name, const std::string& unit, bool isVerified) {
        addSpread(name, unit, isVerified);
        for (const char* end : {"_percentile20.0", "_percentile50.0", "_percentile80.0", "_pctlrange0-2"})
            add(name + end, unit, isVerified);
        for (const char* end :
             {"_meanRisingSlope", "_stddevRisingSlope", "_meanFallingSlope", "_stddevFallingSlope"})
            add(name + end, unit == "1" ? "1/s" : unit + "/s", isVerified);
    };
    addContour("F0semitoneFrom27.5Hz_sma3nz", "semitone", true);
    addContour("loudness_sma3", "1", false);
    addSpread("spectralFlux_sma3", "1", false);
    const std::vector<std::string> mfccs{"mfcc1", "mfcc2", "mfcc3", "mfcc4"};
    for (const std::string& mfcc : mfccs)
        addSpread(mfcc + "_sma3", "1", true);
    addSpread("jitterLocal_sma3nz", "1", true);
    addSpread("shimmerLocaldB_sma3nz", "dB", true);
    addSpread("HNRdBACF_sma3nz", "dB", true);
    addSpread("logRelF0-H1-H2_sma3nz", "dB", false);
    addSpread("logRelF0-H1-A3_sma3nz", "dB", false);
    for (const char* formant : {"F1", "F2", "F3"}) {
        addSpread(std::string(formant) + "frequency_sma3nz", "Hz", true);
        addSpread(std::string(formant) + "bandwidth_sma3nz", "Hz", false);
        addSpread(std::string(formant) + "amplitudeLogRelF0_sma3nz", "dB", false);
    }
    addSpread("alphaRatioV_sma3nz", "dB", true);
    addSpread("hammarbergIndexV_sma3nz", "dB", true);
    addSpread("slopeV0-500_sma3nz", "dB/Hz", true);
    addSpread("slopeV500-1500_sma3nz", "dB/Hz", true);
    addSpread("spectralFluxV_sma3nz", "1", false);
    for (const std::string& mfcc : mfccs)
        addSpread(mfcc + "V_sma3nz", "1", true);
    add("alphaRatioUV_sma3nz_amean", "dB", true);
    add("hammarbergIndexUV_sma3nz_amean", "dB", true);
    add("slopeUV0-500_sma3nz_amean", "dB/Hz", true);
    add("slopeUV500-1500_sma3nz_amean", "dB/Hz", true);
    add("spectralFluxUV_sma3nz_amean", "1", false);
    add("loudnessPeaksPerSec", "1/s", false);
    add("VoicedSegmentsPerSec", "1/s", true);
    for (const char* name : {"MeanVoicedSegmentLengthSec", "StddevVoicedSegmentLengthSec",
                             "MeanUnvoicedSegmentLength", "StddevUnvoicedSegmentLength"})
        add(name, "s", true);
    add("equivalentSoundLevel_dBp", "dB", true);
    add("valid", "1", true);
    return columns;
}

FeatureRows egemaps88(const FeatureRows& egemaps25, const FeatureRows& spectral,
                      std::span<const Interval> intervals)
{
    if (egemaps25.values.rows != spectral.values.rows)
        throw ShapeError("rows_differ",
                         "egemaps25 has " + std::to_string(egemaps25.values.rows) + " rows, expected the "
                             + std::to_string(spectral.values.rows) + " of spectral");
    FeatureRows result{egemaps88Columns(),
                       {intervals.begin(), intervals.end()},
                       FeatureMatrix(intervals.size(), kFunctionals + 1)};
    for (std::size_t i = 0; i < intervals.size(); ++i) {
        const IntervalRows rows(egemaps25, spectral, intervals[i]);
        const std::vector<double> values = functionalsOf(rows);
        std::transform(values.begin(), values.end(), result.values.row(i).begin(),
                       [](double value) { return static_cast<float>(value); });
        result.values.at(i, kFunctionals) = rows.voiced(kPitchColumn).empty() ? 0.0F : 1.0F;
    }
    return result;
}

}
