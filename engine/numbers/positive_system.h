#pragma once

#include <span>
#include <vector>

namespace engine {

/// The solution of M x = b and the inverse of M, for a symmetric, positive definite M.
struct PositiveSolution {
    std::vector<double> x; ///< N; empty: M is not positive definite
    std::vector<double> inverse; ///< N × N, row by row; empty where it was not asked for
};

/// @param matrix  N × N, row by row; N² × 8 bytes and O(N³) time. @param right  N
PositiveSolution solvePositive(std::span<const double> matrix, std::span<const double> right,
                               bool wantsInverse = false);

}
