#pragma once

#include "engine/core/matrix_view.h"
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
    std::array<double, kCount> explained{}; ///< share of the variance of the standardised columns, 0…1
    std::size_t constantColumns = 0; ///< left out: all their finite values are the same, or there are none
    FeatureMatrix scores; ///< N × S: the points along the first S directions, if they were asked for
};

/// Principal component analysis of the correlation matrix (Jolliffe, Principal Component Analysis, 2002,
/// chapter 2): columns are standardised, and a value that is not finite counts as its column's mean.
///
/// The same input gives the same output: the largest loading of each direction is positive. When rows or
/// columns differ in fewer than three directions, the missing directions are zeros.
///
/// @param rows    N × D. The function takes D² × 8 bytes, and O(D³) time in addition to the covariance.
/// @param scores  the most directions that `scores` is to have; 0: none.
/// @throws Cancelled.
PrincipalComponents principalComponents(MatrixView rows, const RunContext& run = {}, std::size_t scores = 0);

}
