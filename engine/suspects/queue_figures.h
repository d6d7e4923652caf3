#pragma once

#include <span>
#include <vector>

namespace engine {

/// How well an order finds what is wrong.
struct QueueFigures {
    double averagePrecision = 0.0; ///< by chance: the share of errors
    double inFirstTenth = 0.0; ///< share of the errors in the first 10 %
    double inFirstFifth = 0.0;
    double effort = 0.0; ///< share of the queue that is looked at until 80 % of the errors are found
};

/// @param scores   N: the higher, the earlier; of equal ones the first
/// @param isWrong  N; at least one is
/// @throws ShapeError (`row_mismatch`) for other sizes.
QueueFigures queueFigures(std::span<const double> scores, const std::vector<bool>& isWrong);

}
