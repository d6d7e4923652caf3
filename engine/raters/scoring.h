#pragma once

#include <functional>
#include <span>
#include <vector>

namespace engine {

/// A function of D numbers at one point, as Fisher's scoring needs it.
struct ScoredPoint {
    double value = 0.0;
    std::vector<double> gradient; ///< D
    std::vector<double>
        curvature; ///< D × D, row by row, symmetric, without negative curves: the expected one
};

struct NumberRange {
    double low, high;
};

/// The point at which a function is least, by Fisher's scoring: steps of gradient over expected curvature,
/// halved until the value falls, within a range for each number.
///
/// @param ranges   D; empty: none
/// @param settled  the search ends with a step in which no number moves by more
/// @param most     steps at most
std::vector<double> leastByScoring(const std::function<ScoredPoint(std::span<const double>)>& function,
                                   std::vector<double> from, std::span<const NumberRange> ranges,
                                   double settled, int most);

}
