#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace engine {

/// How well predicted scores agree with true ones. Absent values are undefined, not 0.
struct RegressionScores {
    std::size_t count = 0;
    double meanAbsoluteError = 0.0;
    std::optional<double> correlation; ///< Pearson's r; undefined when predictions or truths are constant
    double accuracy7 = 0.0; ///< of the scores rounded half to even after clipping to ±3
    double accuracy5 = 0.0; ///< ±2
    double accuracy3 = 0.0; ///< ±1
    double accuracy2Has0 = 0.0; ///< negative against not negative, over all rows
    double f1Has0 = 0.0; ///< weighted by support, like f1Non0
    std::optional<double> accuracy2Non0; ///< negative against positive, over the rows whose truth is not 0
    std::optional<double> f1Non0;
    std::size_t countNon0 = 0;
    std::optional<double> concordance = {}; ///< Lin's; undefined when predictions and truths are constant
    double accuracy7AwayFrom0 = 0.0; ///< of the scores rounded by roundedAwayFrom0()

    friend bool operator==(const RegressionScores&, const RegressionScores&) = default;
};

/// The class −3…3 of a sentiment as CMU-MOSEI counts: only exactly 0 is 0; every other value goes to the next
/// step away from 0, up to ±3 (Zadeh et al., Multimodal language analysis in the wild, ACL 2018).
double roundedAwayFrom0(double value);

/// Scores N ≥ 1 predictions in float64. The definitions are those of CMU-MOSI papers since Tsai et al., MulT,
/// ACL 2019.
///
/// @throws ShapeError (code `row_mismatch`) when there are not as many truths, or none.
RegressionScores scoreRegression(std::span<const double> predictions, std::span<const double> truths);

}
