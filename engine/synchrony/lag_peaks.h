#pragma once

#include "engine/synchrony/lag_windows.h"

#include <optional>
#include <span>
#include <vector>

namespace engine {

enum class PeakPick {
    Greatest,
    Nearest ///< to lag 0 (Boker et al. 2002), which misleads about who leads
};

struct LagPeakOptions {
    std::size_t smooth = 5; ///< lags that a local parabola is laid through; below 3: none is
    std::size_t descend = 4; ///< neighbours on either side that a peak is greater than
    PeakPick pick = PeakPick::Greatest;

    friend bool operator==(const LagPeakOptions&, const LagPeakOptions&) = default;
};

struct LagPeak {
    double lag = 0.0; ///< seconds
    double r = 0.0; ///< of the smoothed row

    friend bool operator==(const LagPeak&, const LagPeak&) = default;
};

/// The peak of each row; none where a cell is missing or nothing is greater than its neighbours.
/// @param lags  in seconds, one of each column
std::vector<std::optional<LagPeak>> lagPeaks(const LagMatrix& matrix, std::span<const double> lags,
                                             const LagPeakOptions& options = {});

}
