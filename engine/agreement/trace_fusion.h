#pragma once

#include "engine/agreement/trace.h"

#include <array>
#include <optional>
#include <vector>

namespace engine {

/// How one trace is made of several raters'.
enum class TraceFusion {
    Mean, ///< each counts the same
    Ewe, ///< each counts as much as it agrees with the others (evaluatorWeightedEstimate())
    Warped, ///< weighted as Ewe does, after each was warped in time to the average (DTW barycenter averaging,
            ///< Petitjean et al., Pattern Recognition 2011)
};

inline constexpr std::array allTraceFusions{TraceFusion::Mean, TraceFusion::Ewe, TraceFusion::Warped};

struct TraceFusionSettings {
    TraceFusion method = TraceFusion::Ewe;
    double rate = 10.0; ///< frames per second of all traces
    double warp = 1.0; ///< seconds by which a moment may be moved, of TraceFusion::Warped
};

struct FusedTrace {
    TraceFrames frames; ///< N; no value where nobody with a weight rated
    std::vector<double> weights; ///< of each rater
    std::vector<std::optional<double>> concordance; ///< of each rater with it: CCC; absent: undefined
};

/// @param raters  R × N, on one clock, their lags already put back (sooner()). Where no rater agrees with the
///                others, all count the same.
/// @throws ShapeError (`row_mismatch`) when they differ in length.
FusedTrace fuseTraces(const std::vector<TraceFrames>& raters, const TraceFusionSettings& settings);

}
