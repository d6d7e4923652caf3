#pragma once

#include <string>
#include <utility>
#include <vector>

namespace engine {

/// The words that two texts have in common: pairs of places in `before` and `after` in ascending order, as
/// many as there can be (Myers, An O(ND) Difference Algorithm, Algorithmica 1986). Where more than
/// `kMostDifferences` words come or go, only the words at the beginning and the end are paired.
std::vector<std::pair<std::size_t, std::size_t>> pairedWords(const std::vector<std::string>& before,
                                                             const std::vector<std::string>& after);

inline constexpr int kMostDifferences = 2000;

}
