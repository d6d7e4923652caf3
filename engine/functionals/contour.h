#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace engine::sound {

struct Spread {
    double mean = 0.0;
    double deviation = 0.0; ///< of the population
};
Spread spreadOf(std::span<const double> values);

/// How a contour rises and falls between its lows and highs: those that differ from the last by at least a
/// tenth of the contour's range; its ends count too.
struct Swings {
    std::vector<double> rises; ///< per row
    std::vector<double> falls; ///< per row, positive
    std::size_t peaks = 0; ///< highs inside
};
Swings swingsOf(std::span<const double> contour);

/// Lengths (in rows) of the runs of rows that are alike to `wanted`: at least three rows, and a single row
/// between two runs does not part them.
std::vector<double> runsOf(std::span<const bool> rows, bool wanted);

}
