#pragma once

#include "engine/agreement/statistic.h"

#include <map>

namespace engine {

/// One answer to "which is best, which is worst of these".
struct BestWorstJudgement {
    std::vector<std::string> items; ///< that were shown
    std::string best;
    std::string worst;
};

/// (times best − times worst) / times shown, of each item.
std::map<std::string, double> bestWorstScores(const std::vector<BestWorstJudgement>& judgements);

/// How well the scores of one half of the judgements go with those of the other.
struct SplitHalf {
    std::optional<double> correlation; ///< mean over splits
    std::optional<double> whole; ///< 2r / (1 + r): of all judgements; none for r = −1
    std::size_t splits = 0; ///< that had a value
    Sentence undefined; ///< why there is no value; empty: there is
};

/// Split-half reliability (Kiritchenko & Mohammad, ACL 2017): the judgements of each set are halved where
/// every set has two or more, else all judgements are. Undefined when no split has three items with different
/// scores.
SplitHalf splitHalf(const std::vector<BestWorstJudgement>& judgements, std::size_t splits = 100,
                    std::uint32_t seed = 1);

/// Sets to ask about: 2N sets of `size` items, each item in about 2 · size of them; no pair comes twice while
/// that can be avoided. @param items  N, each once; fewer than `size`: no sets
std::vector<std::vector<std::string>> bestWorstSets(const std::vector<std::string>& items,
                                                    std::uint32_t seed = 1, std::size_t size = 4);

}
