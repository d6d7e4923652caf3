#pragma once

#include <cstddef>
#include <vector>

namespace engine {

/// How two series are compared window by window, at each of several lags. In seconds; `rate` turns them into
/// samples.
struct LagWindowOptions {
    double rate = 10.0; ///< Hz
    double window = 8.0; ///< seconds that are compared at once
    double hop = 1.0; ///< from one window to the next
    double longest = 3.0; ///< lag in either direction
    double step = 0.1; ///< from one lag to the next

    friend bool operator==(const LagWindowOptions&, const LagWindowOptions&) = default;
};

/// The same in samples, for a series of N (Boker, Xu, Rotondo and King, Windowed cross-correlation and peak
/// picking, Psychological Methods 2002). Row r begins at sample longest + r · hop.
struct LagWindows {
    std::size_t samples = 0; ///< N
    std::size_t window = 0;
    std::size_t hop = 1; ///< at least 1
    std::size_t longest = 0;
    std::size_t step = 1; ///< at least 1
    std::size_t rows = 0; ///< 0: the series is too short
    double rate = 10.0;

    /// @throws ShapeError (`out_of_range`) for options that are no windows.
    LagWindows(const LagWindowOptions& options, std::size_t count);

    std::size_t lags() const { return 2 * (longest / step) + 1; }
    /// In samples, positive when the first series comes first. @param column  0 … lags() − 1
    std::ptrdiff_t lagAt(std::size_t column) const;
    std::size_t startOf(std::size_t row) const { return longest + row * hop; }
    /// The fewest common samples that a cell needs: half of the window, and 8.
    double least() const;
    std::vector<double> lagSeconds() const;
};

/// Correlations of windows (rows) at lags (columns); a cell without enough samples or without variance is
/// NaN.
struct LagMatrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> cells = {}; ///< row by row

    double at(std::size_t row, std::size_t column) const { return cells[row * columns + column]; }
    friend bool operator==(const LagMatrix&, const LagMatrix&) = default;
};

}
