#pragma once

#include "engine/core/matrix_view.h"

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// Multinomial logistic regression: C classes of rows of D columns.
struct SoftmaxRegression {
    std::size_t classes = 0;
    std::size_t columns = 0;
    std::vector<double> coefficients; ///< C × (D + 1), the intercept last

    /// How likely each class is. @param row  D values @return C, their sum is 1
    std::vector<double> probabilities(std::span<const float> row) const;
};

/// Minimises the mean of −log p over the rows, plus penalty / 2 · Σ b² (without intercepts), by accelerated
/// gradients (Nesterov, 1983).
/// @param rows     N × D, about standardised
/// @param given    N: the class of each row, or a negative number where it does not count
SoftmaxRegression softmaxRegression(MatrixView rows, std::span<const int> given, std::size_t classes,
                                    double penalty);

}
