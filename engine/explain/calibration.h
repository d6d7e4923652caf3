#pragma once

#include "engine/core/interval.h"

#include <optional>
#include <span>
#include <vector>

namespace engine {

/// The segments whose prediction lies in one part of the scale.
struct CalibrationBin {
    Interval part; ///< of the scale: from start up to end, which only the last part holds
    std::size_t count = 0;
    double meanPrediction = 0.0; ///< of these
    double meanLabel = 0.0;
    /// Where the mean label lies in 95 of 100 samples: ± 1.96 standard errors; absent below two segments.
    std::optional<Interval> interval;

    friend bool operator==(const CalibrationBin&, const CalibrationBin&) = default;
};

/// What people say where a model says so much, in `parts` parts of the scale of equal width. Predictions
/// outside the scale count in its first or last part. A model is calibrated where both means are the same.
/// @param predictions, labels  of the same size
/// @throws ShapeError (`row_mismatch`) when they differ in size, and for no parts.
std::vector<CalibrationBin> calibration(std::span<const double> predictions, std::span<const double> labels,
                                        Interval scale, std::size_t parts = 8);

}
