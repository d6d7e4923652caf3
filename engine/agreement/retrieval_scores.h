#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace engine {

/// How well what belongs together is found among N.
struct RetrievalScores {
    std::vector<double> recall; ///< for each k: the share of items whose counterpart is among the first k
    double medianRank = 0.0; ///< of the counterpart, from 1; each other that is equally near counts half
};

/// What chance finds among the first k of N: min(k / N, 1).
double chanceAt(std::size_t k, std::size_t items);

/// @param similarity  N × N, row by row: of item i and counterpart j; i and i belong together
/// @param items       N. @param ks  the numbers of which to tell the recall
/// @throws ShapeError (code `row_mismatch`) unless there are N² similarities of at least one item.
RetrievalScores scoreRetrieval(std::span<const double> similarity, std::size_t items,
                               std::span<const std::size_t> ks);

/// The same the other way round: N × N, of counterpart j and item i.
std::vector<double> transposed(std::span<const double> similarity, std::size_t items);

}
