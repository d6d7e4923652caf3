#pragma once

#include "engine/core/feature_matrix.h"
#include "engine/core/run_context.h"

#include <array>
#include <vector>

namespace engine {

/// N points in the three directions in which they differ most.
struct PrincipalComponents {
    static constexpr std::size_t kCount = 3;

    std::vector<std::array<float, kCount>> points; ///< N; NaN for a row without any finite value
    FeatureMatrix loadings; ///< 3 × D, rows of length 1 (or 0: there is no such direction), 0 for a column
                            ///< left out
    std::array<double, kCount> explained{}; ///< part of the variance of the standardised columns, 0…1
    std::size_t constantColumns = 0; ///< left out: all their finite values are the same, or there are none
};

/// Principal component analysis of the correlation matrix (Jolliffe, Principal Component Analysis, 2002,
/// chapter 2): columns are standardised, a value that is not finite counts as its column's mean.
///
/// The same input gives the same output: of each direction the loading that is largest is positive. With
/// fewer than three rows or columns that differ, the directions that are missing are zeros.
///
/// @param rows  N × D. Takes D² × 8 bytes and, beside the covariance, O(D³) time.
/// @throws Cancelled.
PrincipalComponents principalComponents(const FeatureMatrix& rows, const RunContext& run = {});

}
