#include "engine/synchrony/lag_peaks.h"

#include "engine/synchrony/lag_profile.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace engine {

namespace {

/// What the least-squares parabola through values at places 0 … count − 1 has at `at`, as weights of the
/// values: by polynomials that are orthogonal over the places.
std::vector<double> parabolaWeights(std::size_t count, std::size_t at)
{
    const auto m = static_cast<double>(count);
    const auto centred = [&](std::size_t place) { return static_cast<double>(place) - (m - 1.0) / 2.0; };
    const auto bent
        = [&](std::size_t place) { return centred(place) * centred(place) - (m * m - 1.0) / 12.0; };
    double slopes = 0.0, bends = 0.0;
    for (std::size_t place = 0; place < count; ++place) {
        slopes += centred(place) * centred(place);
        bends += bent(place) * bent(place);
    }
    std::vector<double> weights(count);
    for (std::size_t place = 0; place < count; ++place)
        weights[place] = 1.0 / m + (count > 1 ? centred(at) * centred(place) / slopes : 0.0)
            + (count > 2 ? bent(at) * bent(place) / bends : 0.0);
    return weights;
}

/// Lays parabolas through each value and its neighbours; near the ends through those there are.
class RowSmoother {
public:
    RowSmoother(std::size_t columns, std::size_t width)
    {
        const std::size_t half = width / 2;
        for (std::size_t place = 0; width >= 3 && place < columns; ++place) {
            const std::size_t begin = place > half ? place - half : 0;
            const std::size_t end = std::min(columns, place + half + 1);
            m_windows.push_back({begin, parabolaWeights(end - begin, place - begin)});
        }
    }
    std::vector<double> smoothed(std::span<const double> row) const
    {
        if (m_windows.empty())
            return {row.begin(), row.end()};
        std::vector<double> values(row.size(), 0.0);
        for (std::size_t place = 0; place < row.size(); ++place) {
            const Window& window = m_windows[place];
            for (std::size_t i = 0; i < window.weights.size(); ++i)
                values[place] += window.weights[i] * row[window.begin + i];
        }
        return values;
    }

private:
    struct Window {
        std::size_t begin;
        std::vector<double> weights;
    };
    std::vector<Window> m_windows;
};

bool isPeak(std::span<const double> values, std::size_t place, std::size_t descend)
{
    for (std::size_t d = 1; d <= descend; ++d) {
        if (!(values[place] > values[place + d]) || !(values[place] > values[place - d]))
            return false;
    }
    return true;
}

std::optional<LagPeak> peakOf(std::span<const double> values, std::span<const double> lags,
                              const LagPeakOptions& options)
{
    const auto distance = [&](std::size_t place) { return std::nearbyint(std::abs(lags[place]) * 1e9); };
    const auto key = [&](std::size_t place) {
        const double nearFirst = options.pick == PeakPick::Nearest ? distance(place) : 0.0;
        return std::tuple(nearFirst, -values[place], distance(place), lags[place] < 0.0);
    };
    std::optional<std::size_t> best;
    for (std::size_t place = options.descend; place + options.descend < values.size(); ++place) {
        if (isPeak(values, place, options.descend) && (!best || key(place) < key(*best)))
            best = place;
    }
    if (!best)
        return std::nullopt;
    const RefinedTop top = refinedTop(values, *best);
    const double step = lags.size() > 1 ? lags[1] - lags[0] : 0.0;
    return LagPeak{lags[*best] + top.offset * step, top.height};
}

}

std::vector<std::optional<LagPeak>> lagPeaks(const LagMatrix& matrix, std::span<const double> lags,
                                             const LagPeakOptions& options)
{
    const RowSmoother smoother(matrix.columns, options.smooth);
    std::vector<std::optional<LagPeak>> peaks(matrix.rows);
    for (std::size_t row = 0; row < matrix.rows; ++row) {
        const std::span<const double> cells
            = std::span(matrix.cells).subspan(row * matrix.columns, matrix.columns);
        if (std::ranges::all_of(cells, [](double r) { return std::isfinite(r); }))
            peaks[row] = peakOf(smoother.smoothed(cells), lags, options);
    }
    return peaks;
}

}
