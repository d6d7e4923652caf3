#pragma once

#include "engine/agreement/statistic.h"

#include <utility>

namespace engine {

/// One answer to "which of two".
struct Preference {
    std::string first;
    std::string second;
    double firstShare = 1.0; ///< 1: the first, 0: the second, 0.5: a tie
};

/// How strong each item is, in logits.
struct PreferenceRanks {
    struct Item {
        std::string name;
        double strength = 0.0; ///< mean of all: 0
        double deviation = 0.0;
    };
    std::vector<Item> items; ///< in the order in which they were given
    std::size_t components = 0; ///< groups that were never compared with each other; > 1: no common rank
    std::vector<double> covariance; ///< N × N
    Sentence undefined; ///< why there are no ranks; empty: there are
};

/// The deviation of an item's strength less the mean of all: what can be known of few items without the
/// prior, which leaves their common level open. 0 where the ranks are undefined.
double deviationFromMean(const PreferenceRanks& ranks, std::size_t item);

/// Strengths by the model of Bradley and Terry (Biometrika 1952): P(i over j) = 1 / (1 + exp(θj − θi)), a tie
/// half a win of each, with the prior θ ~ N(0, spread), by Newton's method. Deviations come from the inverse
/// Hessian. Undefined without answers. O(N³) time for N items.
///
/// @param items  names that are to be ranked even if nobody was asked about them; those of `answers` follow
PreferenceRanks preferenceRanks(const std::vector<std::string>& items, const std::vector<Preference>& answers,
                                double spread = 2.0);

/// The pair whose answer tells most: largest p(1 − p)(Vi + Vj − 2 Vij), ties: the first. None below two
/// items.
std::optional<std::pair<std::size_t, std::size_t>> nextPair(const PreferenceRanks& ranks);
/// The same among these pairs; none: there is no pair.
std::optional<std::pair<std::size_t, std::size_t>>
nextPair(const PreferenceRanks& ranks, const std::vector<std::pair<std::size_t, std::size_t>>& pairs);

}
