#pragma once

#include "engine/synchrony/lag_windows.h"

#include <span>
#include <vector>

namespace engine {

/// Correlates one series with others, window by window at each lag. At lag τ > 0 the window of the first
/// series begins τ earlier than the row, at τ ≤ 0 that of the other −τ earlier: at a positive lag the first
/// person comes first. Missing samples (NaN) are left out of both. O(N · L) by running sums for each other
/// series.
class LagCorrelation {
public:
    /// @param first  N samples, standardised
    LagCorrelation(std::span<const double> first, const LagWindows& windows);

    /// @param other  N samples, standardised @throws ShapeError (`row_mismatch`) for another number.
    LagMatrix with(std::span<const double> other) const;

private:
    struct Series {
        std::vector<double> values; ///< 0 where missing
        std::vector<double> known; ///< 1, or 0 where missing
        bool isWhole = true; ///< nothing is missing
    };

    static Series seriesOf(std::span<const double> samples);
    LagMatrix wholeWith(const Series& other) const;
    LagMatrix partlyWith(const Series& other) const;

    LagWindows m_windows;
    Series m_first;
};

}
