#pragma once

#include "engine/synchrony/lag_windows.h"

#include <optional>
#include <span>
#include <vector>

namespace engine {

/// Fisher's z of a correlation, which is cut at ±0.999999.
double fisherZ(double r);

/// The mean z of each lag over the rows that have it; NaN where none has.
std::vector<double> lagProfile(const LagMatrix& matrix);

/// The top of the parabola through a value and its neighbours.
struct RefinedTop {
    double offset = 0.0; ///< in steps, −½ … ½; 0 where there is no parabola that opens downwards
    double height = 0.0;
};
RefinedTop refinedTop(std::span<const double> values, std::size_t place);

/// What a matrix of correlations comes down to.
struct LagStatistics {
    double strength = 0.0; ///< the maximum of the profile, as z; NaN: no cell has a value
    double meanAbs = 0.0; ///< mean |z| of all cells (SUSY: Tschacher and Meier)
    std::size_t place = 0; ///< of the maximum; of equal ones the nearest to lag 0, of these the positive one
    double lag = 0.0; ///< there, in steps from the first lag, by the parabola
};
LagStatistics lagStatistics(const LagMatrix& matrix);

/// The largest r of each row; NaN where a row has none.
std::vector<double> largestOfRows(const LagMatrix& matrix);

}
