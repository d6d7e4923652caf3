#include "engine/synchrony/lag_correlation.h"

#include "engine/core/same_length.h"
#include "engine/synchrony/window_sums.h"

#include <cmath>
#include <limits>

namespace engine {

namespace {

constexpr double kNoCell = std::numeric_limits<double>::quiet_NaN();
constexpr double kLeastVariance = 1e-12;

/// Of each window of a series that begins at a place.
struct WindowMoments {
    std::vector<double> means;
    std::vector<double> scales; ///< 1 / deviation; NaN without variance
};

WindowMoments momentsOf(const std::vector<double>& values, std::size_t width)
{
    WindowSums sums(width), squares(width);
    sums.fill(values.size(), [&](std::size_t i) { return values[i]; });
    squares.fill(values.size(), [&](std::size_t i) { return values[i] * values[i]; });
    const auto n = static_cast<double>(width);
    WindowMoments moments;
    for (std::size_t start = 0; start + width <= values.size(); ++start) {
        const double mean = sums.from(start) / n;
        const double variance = squares.from(start) / n - mean * mean;
        moments.means.push_back(mean);
        moments.scales.push_back(variance > kLeastVariance ? 1.0 / std::sqrt(variance) : kNoCell);
    }
    return moments;
}

/// Where the windows of a lag lie: the first series begins `early` samples before the other, or after it.
struct LagPlaces {
    std::size_t firstEarly; ///< samples
    std::size_t otherEarly; ///< samples; one of both is 0

    explicit LagPlaces(std::ptrdiff_t lag)
        : firstEarly(lag > 0 ? static_cast<std::size_t>(lag) : 0)
        , otherEarly(lag > 0 ? 0 : static_cast<std::size_t>(-lag))
    {
    }
    std::size_t lag() const { return firstEarly + otherEarly; }
};

}

LagCorrelation::Series LagCorrelation::seriesOf(std::span<const double> samples)
{
    Series series{{samples.begin(), samples.end()}, std::vector<double>(samples.size(), 1.0), true};
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (std::isfinite(samples[i]))
            continue;
        series.values[i] = 0.0;
        series.known[i] = 0.0;
        series.isWhole = false;
    }
    return series;
}

LagCorrelation::LagCorrelation(std::span<const double> first, const LagWindows& windows)
    : m_windows(windows)
    , m_first(seriesOf(first))
{
    requireSameLength("samples of the first series", first.size(), windows.samples);
}

LagMatrix LagCorrelation::with(std::span<const double> other) const
{
    requireSameLength("samples of the other series", other.size(), m_windows.samples);
    const Series series = seriesOf(other);
    if (m_windows.rows == 0 || static_cast<double>(m_windows.window) < m_windows.least())
        return {m_windows.rows, m_windows.lags(),
                std::vector<double>(m_windows.rows * m_windows.lags(), kNoCell)};
    return m_first.isWhole && series.isWhole ? wholeWith(series) : partlyWith(series);
}

LagMatrix LagCorrelation::wholeWith(const Series& other) const
{
    const std::size_t width = m_windows.window;
    const WindowMoments mine = momentsOf(m_first.values, width), theirs = momentsOf(other.values, width);
    LagMatrix matrix{m_windows.rows, m_windows.lags(), {}};
    matrix.cells.resize(matrix.rows * matrix.columns);
    WindowSums products(width);
    for (std::size_t column = 0; column < matrix.columns; ++column) {
        const LagPlaces places(m_windows.lagAt(column));
        const double* const x = m_first.values.data() + places.otherEarly;
        const double* const y = other.values.data() + places.firstEarly;
        products.fill(m_windows.samples - places.lag(), [&](std::size_t i) { return x[i] * y[i]; });
        for (std::size_t row = 0; row < matrix.rows; ++row) {
            const std::size_t start = m_windows.startOf(row);
            const std::size_t p = start - places.firstEarly, q = start - places.otherEarly;
            const double covariance = products.from(start - places.lag()) / static_cast<double>(width)
                - mine.means[p] * theirs.means[q];
            matrix.cells[row * matrix.columns + column] = covariance * mine.scales[p] * theirs.scales[q];
        }
    }
    return matrix;
}

LagMatrix LagCorrelation::partlyWith(const Series& other) const
{
    const std::size_t width = m_windows.window;
    LagMatrix matrix{m_windows.rows, m_windows.lags(), {}};
    matrix.cells.resize(matrix.rows * matrix.columns);
    WindowSums common(width), a(width), b(width), aa(width), bb(width), ab(width);
    for (std::size_t column = 0; column < matrix.columns; ++column) {
        const LagPlaces places(m_windows.lagAt(column));
        const double* const x = m_first.values.data() + places.otherEarly;
        const double* const hasX = m_first.known.data() + places.otherEarly;
        const double* const y = other.values.data() + places.firstEarly;
        const double* const hasY = other.known.data() + places.firstEarly;
        const std::size_t count = m_windows.samples - places.lag();
        common.fill(count, [&](std::size_t i) { return hasX[i] * hasY[i]; });
        a.fill(count, [&](std::size_t i) { return x[i] * hasY[i]; });
        b.fill(count, [&](std::size_t i) { return y[i] * hasX[i]; });
        aa.fill(count, [&](std::size_t i) { return x[i] * x[i] * hasY[i]; });
        bb.fill(count, [&](std::size_t i) { return y[i] * y[i] * hasX[i]; });
        ab.fill(count, [&](std::size_t i) { return x[i] * y[i]; });
        for (std::size_t row = 0; row < matrix.rows; ++row) {
            const std::size_t start = m_windows.startOf(row) - places.lag();
            const double n = std::round(common.from(start));
            double& cell = matrix.cells[row * matrix.columns + column];
            cell = kNoCell;
            if (n < m_windows.least())
                continue;
            const double meanA = a.from(start) / n, meanB = b.from(start) / n;
            const double varianceA = aa.from(start) / n - meanA * meanA;
            const double varianceB = bb.from(start) / n - meanB * meanB;
            if (varianceA > kLeastVariance && varianceB > kLeastVariance)
                cell = (ab.from(start) / n - meanA * meanB) / std::sqrt(varianceA * varianceB);
        }
    }
    return matrix;
}

}
